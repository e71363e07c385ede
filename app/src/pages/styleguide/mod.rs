//! `/styleguide`: every token and every part in every state, for whoever works on the pages. Off unless it is asked for.

mod charts;
mod forms;
mod parts;
mod tokens;

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};
use crate::shell::{Measure, Page};

/// The page.
pub fn page() -> Page {
    let body = view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Style guide"</h1>
                <p class="lead">"A measuring instrument made with care: paper, ink, brass. Calm where people read, dense where they compare. No decoration that carries no information."</p>
            </div>
            {tokens::section()}
            {parts::section()}
            {forms::section()}
            {charts::section()}
        </div>
    };
    Page {
        measure: Measure::Wide,
        place: Some("For whoever works on the pages".to_owned()),
        ..Page::new("Style guide", body)
    }
}

/// One thing and what it is called. Its type ends here, for the page's would grow beyond what the compiler takes.
fn shown(name: &'static str, what: impl IntoView + 'static) -> Rendered {
    view! {
        <div class="stack-tight">
            <h3>{name}</h3>
            {what.rendered()}
        </div>
    }
    .rendered()
}
