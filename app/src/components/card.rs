//! A card: a part of the page that stands for itself.

use leptos::prelude::*;

use crate::rendered::{Inside, IntoRendered, Rendered};

/// A section on a card, named by its heading.
#[component]
pub fn Card(
    /// Id of the heading.
    id: &'static str,
    /// The heading.
    #[prop(into)]
    title: String,
    /// The content.
    children: Inside,
) -> Rendered {
    view! {
        <section class="card stack" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {children.show()}
        </section>
    }
    .rendered()
}
