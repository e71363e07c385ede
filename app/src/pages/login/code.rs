//! `/login/code`: the code of the second factor.

use leptos::prelude::*;

use super::again::Kept;
use crate::components::button::{Button, Kind};
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::routes;
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct Code {
    /// Where to go afterwards.
    pub next: String,
    /// What was wrong.
    pub faults: Faults,
    /// What was typed on a page whose session had ended.
    pub kept: Option<Kept>,
}

/// The page.
pub fn code(code: Code) -> Page {
    let Code { next, faults, kept } = code;
    let title = faults.title("Second step");
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <div class="stack">
                <h1>"Second step"</h1>
                <p class="soft">"Your account has a second factor. Open the app that makes your codes."</p>
            </div>
            <form method="post" action=routes::LOGIN_CODE class="stack">
                <TextField
                    name="code"
                    label="Code"
                    hint="Six digits; or one of your recovery codes, each of which works once."
                    error=faults.at("code")
                    autocomplete="one-time-code"
                />
                <input type="hidden" name="next" value=next />
                {kept.map(|kept| kept.hidden())}
                <Button kind=Kind::Main value="next" text="Go on" />
            </form>
            <p class="soft"><a href=routes::LOGIN>"Begin again"</a></p>
        </div>
    };
    Page::new(title, body)
}
