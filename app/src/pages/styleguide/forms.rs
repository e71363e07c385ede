//! Controls: as they are, filled in, and refused.

use leptos::prelude::*;

use super::shown;
use crate::components::area::TextArea;
use crate::components::choices::{Choice, Choices};
use crate::components::errors::ErrorSummary;
use crate::components::field::TextField;
use crate::components::file::FileField;
use crate::components::form::Faults;
use crate::components::select::Select;
use crate::pages::login::{Kept, Login, before, form};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// The controls.
pub fn section() -> Rendered {
    let errors = [
        ("refused-team", "The name is too long: 130 characters, and 120 are taken."),
        ("refused-why", "The text is too long."),
    ];
    let errors = errors.map(|(field, message)| (field.to_owned(), message.to_owned()));
    view! {
        <section class="stack-wide" aria-labelledby="forms">
            <h2 id="forms">"Forms"</h2>
            <div class="columns even">
                <div class="stack-wide">{shown("As they are", controls("plain", None))}</div>
                <div class="stack-wide">
                    {shown("Refused", view! {
                        <ErrorSummary errors=errors.to_vec() />
                        {controls("refused", Some("What was wrong, and what would be right.".to_owned()))}
                    })}
                </div>
            </div>
            {shown("Signing in, with all that it can say", signing_in())}
        </section>
    }
    .rendered()
}

/// The form to sign in, refused after a session had ended, over a connection that is not encrypted.
fn signing_in() -> Rendered {
    let kept = Kept { to: routes::ACCOUNT.to_owned(), fields: "name=A.+Body".to_owned() };
    let faults = Faults::one("password", "Address and password do not belong together.");
    let login = Login { email: "a.body@example.org".to_owned(), kept: Some(kept), faults, ..Login::default() };
    view! { <div class="stack-wide sign-in">{before(&login)} {form(login)}</div> }.rendered()
}

fn controls(name: &str, error: Option<String>) -> Rendered {
    let field = |part: &str| format!("{name}-{part}");
    let sizes = ["Up to 10", "11 to 50", "More"].map(|size| (size.to_lowercase().replace(' ', "-"), size.to_owned()));
    view! {
        <div class="stack">
            <TextField name=field("team") label="Team" hint="Optional. It stands at the top of the result." value="Payments Risk" error=error.clone() />
            <TextField name=field("closes") label="Last day" hint="It closes by itself after this day (UTC)." kind="date" value="2026-12-24" error=error.clone() />
            <Select name=field("size") label="People" options=sizes.to_vec() value="11-to-50" error=error.clone() />
            <Choices name=field("often") label="How often?" options=often() error=error.clone() />
            <Choices name=field("role") label="What do you do?" hint="Choose all that apply." options=roles() several=true error=error.clone() />
            <TextArea name=field("why") label="Why?" hint="Please do not name people." value="Two lines\nof text" error=error.clone() />
            <FileField name=field("table") label="Or a file" hint="CSV in UTF-8." accept=".csv,text/csv" error=error />
        </div>
    }.rendered()
}

fn often() -> Vec<Choice> {
    ["Weekly", "Monthly", "Don’t know"]
        .map(|label| Choice {
            value: label.to_lowercase(),
            label: label.to_owned(),
            chosen: label == "Monthly",
            ..Choice::default()
        })
        .to_vec()
}

fn roles() -> Vec<Choice> {
    [("DS", "Data scientist", "Builds and evaluates models."), ("OPS", "Operations", "Keeps services running.")]
        .map(|(value, label, about)| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
            about: about.to_owned(),
            chosen: value == "DS",
        })
        .to_vec()
}
