//! A card: a part of the page that stands for itself.

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyView;

/// A section on a card, named by its heading.
#[component]
pub fn Card(
    /// Id of the heading.
    id: &'static str,
    /// The heading.
    #[prop(into)]
    title: String,
    /// The content.
    children: Children,
) -> AnyView {
    view! {
        <section class="card stack" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {children()}
        </section>
    }
    .into_any()
}
