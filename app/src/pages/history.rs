//! `/respond/{token}/history`: what was entered before, so that nothing that was typed is lost when it is changed.

use leptos::prelude::*;
use usecases::respond::FieldPast;

use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct History {
    /// Token of the respondent's link.
    pub token: String,
    /// Team and round.
    pub place: String,
    /// Fields that were changed after they were first filled in.
    pub fields: Vec<FieldPast>,
}

/// The page.
pub fn page(history: History) -> Page {
    let review = routes::section(&history.token, "review");
    let place = Some(history.place);
    let fields = if history.fields.is_empty() {
        view! { <p class="soft">"Nothing was changed so far: every answer is the one you gave first."</p> }.rendered()
    } else {
        history.fields.into_iter().map(field).collect_view().rendered()
    };
    let body = view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Earlier versions"</h1>
                <p class="lead">"Everything that was saved before you changed it, the newest first. To go back to one, copy it into the field again."</p>
                <p><a href=review>"Back to the review"</a></p>
            </div>
            {fields}
        </div>
    };
    Page { place, ..Page::new("Earlier versions", body) }
}

fn field(field: FieldPast) -> Rendered {
    let values = field
        .values
        .into_iter()
        .enumerate()
        .map(|(place, past)| {
            let now = (place == 0).then(|| view! { <span class="tag deep">"now"</span> });
            view! {
                <li data-version=past.version>
                    <span class="typed">{past.shown}</span>
                    {now}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack past" data-field=field.field>
            <h2>{field.label}</h2>
            <ol class="list" reversed=true>{values}</ol>
        </section>
    }
    .rendered()
}
