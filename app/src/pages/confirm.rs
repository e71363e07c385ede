//! What is asked before a step that is not easily taken back: a page with one button, at the address of the step.

use leptos::prelude::*;

use crate::components::button::{Button, Kind, LinkButton};
use crate::components::errors::ErrorSummary;
use crate::components::form::Faults;
use crate::shell::Page;

/// The step, and what comes of it.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// "Close November 2026 of Payments?"
    pub title: String,
    /// What comes of it, and whether it can be taken back.
    pub text: String,
    /// Where the form is sent.
    pub action: String,
    /// What is sent besides: the name of a field and its value.
    pub field: Option<(&'static str, String)>,
    /// What the button sends as `action`, and what it says.
    pub button: (&'static str, &'static str),
    /// Where one goes on without it.
    pub back: String,
    /// Why it was refused.
    pub faults: Faults,
}

/// The page.
pub fn page(confirm: Confirm) -> Page {
    let Confirm { title, text, action, field, button: (value, label), back, faults } = confirm;
    // There is no field to mend: whatever was refused is the step itself.
    let errors = faults.messages().map(|message| ("confirm".to_owned(), message)).collect();
    let field = field.map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let body = view! {
        <div class="stack-wide">
            <ErrorSummary errors=errors />
            <div class="stack"><h1>{title.clone()}</h1><p class="lead">{text}</p></div>
            <form method="post" action=action class="row" id="confirm">
                {field}
                <Button kind=Kind::Main value=value text=label />
                <LinkButton href=back text="Leave it as it is" />
            </form>
        </div>
    };
    Page::new(faults.title(&title), body)
}
