//! A labelled line of text with its hint and its error, and an address to copy.

use leptos::prelude::*;

/// The message at a field that is no single control, and the id that its group is described by.
pub fn message_at(field: &str, message: Option<String>) -> (Option<String>, impl IntoView + use<>) {
    let id = format!("{field}-error");
    let described = message.as_ref().map(|_| id.clone());
    (described, message.map(|text| view! { <p class="error" id=id>{text}</p> }))
}

/// One line of text. The error stands at the field and is read out with it.
#[component]
pub fn TextField(
    /// Name of the form field; also its id.
    #[prop(into)]
    name: String,
    /// What is asked for.
    #[prop(into)]
    label: String,
    /// What helps to answer, or empty.
    #[prop(into, optional)]
    hint: String,
    /// What is in it.
    #[prop(into, optional)]
    value: String,
    /// Why the value was refused.
    #[prop(optional_no_strip)]
    error: Option<String>,
    /// What a browser may offer to fill in.
    #[prop(into, default = "off".to_owned())]
    autocomplete: String,
) -> impl IntoView {
    let hint_id = format!("{name}-hint");
    let error_id = format!("{name}-error");
    let described: Vec<String> =
        [(!hint.is_empty()).then(|| hint_id.clone()), error.as_ref().map(|_| error_id.clone())]
            .into_iter()
            .flatten()
            .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = error.is_some();
    view! {
        <div class="field" data-invalid=invalid.then_some("")>
            <label for=name.clone()>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <input
                type="text"
                id=name.clone()
                name=name
                value=value
                autocomplete=autocomplete
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
            />
            {error.map(|text| view! { <p class="error" id=error_id>{text}</p> })}
        </div>
    }
}

/// An address to copy.
#[component]
pub fn AddressBox(
    /// Id of the box.
    id: &'static str,
    /// What it leads to, for whoever does not see the page.
    label: &'static str,
    /// The whole address.
    value: String,
) -> impl IntoView {
    view! {
        <div class="link-box">
            <label class="visually-hidden" for=id>{label}</label>
            <input id=id type="text" readonly=true value=value />
        </div>
    }
}
