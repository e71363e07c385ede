//! A word or two about the thing beside it.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// How a tag looks. Its words say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// One of several.
    #[default]
    Quiet,
    /// Complete, or chosen.
    Deep,
    /// Needs attention.
    Warn,
}

/// The tag.
#[component]
pub fn Tag(
    /// How it looks.
    #[prop(optional)]
    look: Look,
    /// What it says.
    #[prop(into)]
    text: String,
) -> Rendered {
    let class = match look {
        Look::Quiet => "tag",
        Look::Deep => "tag deep",
        Look::Warn => "tag warn",
    };
    view! { <span class=class>{text}</span> }.rendered()
}
