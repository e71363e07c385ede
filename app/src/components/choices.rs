//! A labelled choice of one or several among a few, all in sight.

use leptos::prelude::*;

use super::field::{Words, message_at};

use crate::rendered::{IntoRendered, Rendered};

/// One thing to choose.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// What it means, or empty.
    pub about: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Radio buttons, or check boxes where several may be chosen.
#[component]
pub fn Choices(
    /// Name of the form field; also the id of the group.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// What helps to answer, or empty.
    #[prop(into, optional)]
    hint: String,
    /// What can be chosen.
    options: Vec<Choice>,
    /// Whether several may be chosen.
    #[prop(optional)]
    several: bool,
    /// Why the choice was refused.
    #[prop(optional_no_strip)]
    error: Option<String>,
) -> Rendered {
    let words = Words { name: name.clone(), label, hint, error };
    let kind = if several { "checkbox" } else { "radio" };
    let options = options
        .into_iter()
        .map(|option| {
            let about = (!option.about.is_empty()).then(|| view! { <small>{option.about}</small> });
            view! {
                <label class="choice">
                    <input type=kind name=name.clone() value=option.value checked=option.chosen />
                    <span>{option.label} {about}</span>
                </label>
            }
        })
        .collect_view();
    let (described, hint) = (words.described_by(), words.hint());
    let invalid = words.error.is_some();
    let (_, message) = message_at(&words.name, words.error);
    // A link of an error summary leads to the group.
    view! {
        <fieldset class="field" id=name aria-describedby=described data-invalid=invalid.then_some("")>
            <legend class="label">{words.label}</legend>
            {hint}
            <div class="choices">{options}</div>
            {message}
        </fieldset>
    }
    .rendered()
}
