//! What stands behind one step.

use leptos::prelude::*;

use crate::rendered::{Inside, IntoRendered, Rendered};

/// A line that opens to show more: a `details` element, so it works without scripting. It also stands where others put a
/// dialog, which needs scripting to open and hides what it speaks of: only what is about scripting itself is in one.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    summary: String,
    /// Whether it is an aside, such as how a number was made.
    #[prop(optional)]
    aside: bool,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// What it shows.
    children: Inside,
) -> Rendered {
    view! {
        <details class=aside.then_some("why") open=open>
            <summary>{summary}</summary>
            {children.show()}
        </details>
    }
    .rendered()
}
