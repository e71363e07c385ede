//! Where nothing is to be shown yet.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// Says that there is nothing, and what would change that.
#[component]
pub fn Empty(
    /// That there is nothing.
    #[prop(into)]
    title: String,
    /// Why, or what would change it.
    #[prop(into, optional)]
    text: String,
) -> Rendered {
    view! {
        <div class="empty">
            <p><strong>{title}</strong></p>
            {(!text.is_empty()).then(|| view! { <p>{text}</p> })}
        </div>
    }
    .rendered()
}
