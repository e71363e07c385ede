//! `/account/password`

use leptos::prelude::*;

use crate::components::button::{Button, Kind, LinkButton};
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::pages::setup::PASSWORD_HINT;
use crate::routes;
use crate::shell::Page;

/// The page.
pub fn password(faults: &Faults) -> Page {
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <h1>"Change your password"</h1>
            <form method="post" action=routes::PASSWORD class="stack">
                <TextField name="old" label="Present password" kind="password" error=faults.at("old") autocomplete="current-password" />
                <TextField name="password" label="New password" hint=PASSWORD_HINT kind="password" error=faults.at("password") autocomplete="new-password" />
                <p class="soft">"Every other browser that is signed in will be signed out."</p>
                <div class="row">
                    <Button kind=Kind::Main value="next" text="Change it" />
                    <LinkButton kind=Kind::Plain href=routes::ACCOUNT text="Leave it as it is" />
                </div>
            </form>
        </div>
    };
    Page::new(faults.title("Change your password"), body)
}
