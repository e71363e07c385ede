//! A notice: something to know before reading on.

use leptos::prelude::*;

use crate::rendered::{Inside, IntoRendered, Rendered};

/// What a notice is about. Its words say it; the colour only repeats it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// Needs attention.
    Warning,
    /// Was done as wished.
    Done,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "notice",
            Self::Warning => "notice warn",
            Self::Done => "notice done",
        }
    }
}

/// A notice that stands in the page from the start, so it has no role: it is read where it stands. What answers
/// something that was just tried is an [`ErrorSummary`](super::errors::ErrorSummary).
#[component]
pub fn Notice(
    /// What it is about.
    #[prop(optional)]
    tone: Tone,
    /// The content.
    children: Inside,
) -> Rendered {
    view! { <div class=tone.class()>{children.show()}</div> }.rendered()
}
