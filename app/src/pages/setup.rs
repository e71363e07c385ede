//! `/setup`: the first organisation and its owner.

use leptos::prelude::*;

use crate::components::button::{Button, Kind};
use crate::components::card::Card;
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::routes;
use crate::shell::Page;

/// `/setup` without a link: where it is.
pub fn waiting() -> Page {
    let body = view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Set Plumbline up"</h1>
                <p class="lead">"Nobody has an account here yet. The first one is made by a link that only who runs the server can see."</p>
            </div>
            <Card id="where" title="Where the link is">
                <p>"The server printed it when it started: look into the terminal or the log for " <strong>"Set Plumbline up"</strong>". It works once, for a day; starting the server again makes a new one."</p>
                <p>"From a shell on the server, this makes an owner too, and prints a link for them:"</p>
                <p><code>"plumbline user create --email you@example.org --right owner"</code></p>
            </Card>
            <p class="soft">"The quick check and rounds without an account work without any of this: "<a href=routes::HOME>"go to the first page"</a>"."</p>
        </div>
    };
    Page::new("Set Plumbline up", body)
}

/// What the form shows.
#[derive(Clone, Debug, Default)]
pub struct SetUp {
    /// The link's token.
    pub token: String,
    /// The organisation's name.
    pub organisation: String,
    /// The owner's name.
    pub name: String,
    /// The owner's address.
    pub email: String,
    /// What was wrong.
    pub faults: Faults,
}

/// `/setup/{token}`: the form.
pub fn form(setup: SetUp) -> Page {
    let SetUp { token, organisation, name, email, faults } = setup;
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <div class="stack">
                <h1>"Set Plumbline up"</h1>
                <p class="lead">"Name your organisation and make yourself its owner. Everything else can wait."</p>
            </div>
            <form method="post" action=routes::setup(&token) class="stack">
                <TextField name="organisation" label="Organisation" value=organisation error=faults.at("organisation") autocomplete="organization" />
                <TextField name="name" label="Your name" hint="As your colleagues should see it." value=name error=faults.at("name") autocomplete="name" />
                <TextField name="email" label="Email address" hint="You sign in with it." kind="email" value=email error=faults.at("email") autocomplete="username" />
                <TextField name="password" label="Password" hint=PASSWORD_HINT kind="password" error=faults.at("password") autocomplete="new-password" />
                <Button kind=Kind::Main value="next" text="Make the organisation" />
            </form>
        </div>
    };
    Page::new(faults.title("Set Plumbline up"), body)
}

/// What helps to choose a password.
pub const PASSWORD_HINT: &str = "At least 8 characters. Four random words are easier to remember than one odd one.";
