//! What could not be taken, at the top of a form that comes back.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// The messages of a refused form, each a link to its field. It is an alert, because it answers what was just
/// tried; the page's title should say it too. Shows nothing if there is no message.
#[component]
pub fn ErrorSummary(
    /// Id of the field, and its message.
    errors: Vec<(String, String)>,
) -> Option<Rendered> {
    if errors.is_empty() {
        return None;
    }
    let entries = errors
        .into_iter()
        .map(|(field, message)| view! { <li><a href=format!("#{field}")>{message}</a></li> })
        .collect_view();
    let shown = view! {
        <div class="notice warn errors" role="alert">
            <h2>"Please check"</h2>
            <ul>{entries}</ul>
        </div>
    };
    Some(shown.rendered())
}
