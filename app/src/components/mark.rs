//! The mark: a plumb line with its bob.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// The plumb line, as tall as a line of text. Says nothing to a screen reader: the name stands beside it.
#[component]
pub fn Mark() -> Rendered {
    view! {
        <svg viewBox="0 0 10 24" width="10" height="24" aria-hidden="true" class="plumb">
            <path d="M5 1v13" stroke="currentColor" stroke-width="1.5" fill="none" />
            <path d="M1.5 13h7L5 23z" fill="var(--brass)" />
        </svg>
    }
    .rendered()
}
