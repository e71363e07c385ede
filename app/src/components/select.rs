//! A labelled choice of one among many.

use leptos::prelude::*;

use super::field::Words;

use crate::rendered::{IntoRendered, Rendered};

/// One of many, in a list that opens. Up to seven or so are better shown at once, as [`Choices`](super::choices::Choices).
#[component]
pub fn Select(
    /// Name of the form field; also its id.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// What helps to answer, or empty.
    #[prop(into, optional)]
    hint: String,
    /// Values and what they are called.
    options: Vec<(String, String)>,
    /// The value chosen.
    #[prop(into, optional)]
    value: String,
    /// Why the value was refused.
    #[prop(optional_no_strip)]
    error: Option<String>,
) -> Rendered {
    let words = Words { name: name.clone(), label, hint, error };
    let options = options
        .into_iter()
        .map(move |(option, text)| {
            let selected = option == value;
            view! { <option value=option selected=selected>{text}</option> }
        })
        .collect_view();
    let control = view! {
        <select id=name.clone() name=name aria-describedby=words.described_by() aria-invalid=words.invalid()>
            {options}
        </select>
    };
    words.around(control).rendered()
}
