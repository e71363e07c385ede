//! A part of a page that follows what happens elsewhere, by `public/live.js`.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// Where a part is asked for, and what of it is shown, as one word that changes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The address. It answers 204 while there is nothing else to show than what was seen.
    pub address: String,
    /// What is shown.
    pub seen: String,
}

/// Wraps the part on its page, which needs [`Page::live`](crate::shell::Page::live). Without scripting it stays as it is
/// until the page is loaded again.
pub fn live(part: Rendered) -> Rendered {
    view! { <div class="live" aria-live="polite">{part}</div> }.rendered()
}

/// The part itself, on its page and alone. The last part of all has no source and is not wrapped in this.
pub fn part(source: Source, class: &'static str, content: Rendered) -> Rendered {
    view! { <div class=class data-live=source.address data-seen=source.seen>{content}</div> }.rendered()
}
