//! A labelled line of text with its hint and its error, what every labelled control shares, and an address to copy.

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// The message at a field that is no single control, and the id that its group is described by.
pub fn message_at(field: &str, message: Option<String>) -> (Option<String>, impl IntoView + use<>) {
    let id = format!("{field}-error");
    let described = message.as_ref().map(|_| id.clone());
    (described, message.map(|text| view! { <p class="error" id=id>{text}</p> }))
}

/// The words around a control: label, hint, error.
pub(super) struct Words {
    /// Name of the form field; also its id.
    pub name: String,
    /// What is asked for.
    pub label: String,
    /// What helps to answer, or empty.
    pub hint: String,
    /// Why the value was refused.
    pub error: Option<String>,
}

impl Words {
    /// The ids of what the control is described by.
    pub fn described_by(&self) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        let ids: Vec<String> = [hint, error].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// What `aria-invalid` says.
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    /// The hint, if there is one.
    pub fn hint(&self) -> Rendered {
        let (id, hint) = (format!("{}-hint", self.name), self.hint.clone());
        (!hint.is_empty()).then(|| view! { <p class="hint" id=id>{hint}</p> }).rendered()
    }

    /// The control with its words.
    pub fn around(self, control: impl IntoView) -> Rendered {
        let hint = self.hint();
        let invalid = self.error.is_some();
        let (_, message) = message_at(&self.name, self.error);
        view! {
            <div class="field" data-invalid=invalid.then_some("")>
                <label for=self.name>{self.label}</label>
                {hint}
                {control}
                {message}
            </div>
        }
        .rendered()
    }
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
    /// What kind of line it is: `text`, `email`, `password`, `search`, `date`.
    #[prop(default = "text")]
    kind: &'static str,
) -> Rendered {
    let words = Words { name: name.clone(), label, hint, error };
    let control = view! {
        <input
            type=kind
            id=name.clone()
            name=name
            value=value
            autocomplete=autocomplete
            aria-describedby=words.described_by()
            aria-invalid=words.invalid()
        />
    };
    words.around(control).rendered()
}
