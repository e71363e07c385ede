//! Where nothing is to be shown yet.

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyView;

/// Says that there is nothing, and what would change that.
#[component]
pub fn Empty(
    /// That there is nothing.
    #[prop(into)]
    title: String,
    /// Why, or what would change it.
    #[prop(into, optional)]
    text: String,
) -> AnyView {
    view! {
        <div class="empty">
            <p><strong>{title}</strong></p>
            {(!text.is_empty()).then(|| view! { <p>{text}</p> })}
        </div>
    }
    .into_any()
}
