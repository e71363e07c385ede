//! `/invitation/{token}`, `/forgot`, `/reset/{token}`: choosing a password by a link that works once.

use domain::rights::Right;
use leptos::prelude::*;

use super::setup::PASSWORD_HINT;
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::rendered::IntoRendered;
use crate::routes;
use crate::shell::Page;

/// What an invitation shows.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// The link's token.
    pub token: String,
    /// The organisation.
    pub organisation: String,
    /// The address that was invited.
    pub email: String,
    /// What the account may do.
    pub right: Right,
    /// The person's name.
    pub name: String,
    /// What was wrong.
    pub faults: Faults,
}

/// `/invitation/{token}`
pub fn invitation(invitation: Invitation) -> Page {
    let Invitation { token, organisation, email, right, name, faults } = invitation;
    let title = faults.title(&format!("Invitation to {organisation}"));
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <div class="stack">
                <p class="over">"You are invited to"</p>
                <h1>{organisation}</h1>
                <p class="lead">{format!("As {}: {}.", article(right), right.meaning())}</p>
            </div>
            <form method="post" action=routes::invitation(&token) class="stack">
                <TextField name="name" label="Your name" hint="As your colleagues should see it." value=name error=faults.at("name") autocomplete="name" />
                // For password managers, which want to know whose password it is.
                <input type="hidden" name="email" value=email.clone() />
                <p class="soft">"You will sign in as "<strong>{email}</strong>"."</p>
                <TextField name="password" label="Choose a password" hint=PASSWORD_HINT kind="password" error=faults.at("password") autocomplete="new-password" />
                <Button kind=Kind::Main value="next" text="Join" />
            </form>
        </div>
    };
    Page::new(title, body)
}

fn article(right: Right) -> String {
    let article = if right == Right::Owner { "an" } else { "a" };
    format!("{article} {right}")
}

/// A link that works no more.
pub fn used_up() -> Page {
    let body = view! {
        <div class="stack">
            <h1>"This link works no more"</h1>
            <p class="lead">"It was used already, or it is too old, or a newer one has replaced it. Nothing was changed."</p>
            <p>"If you have chosen your password, sign in. Otherwise ask for a new link, or an owner of your organisation for a new invitation."</p>
            <p class="row">
                <LinkButton kind=Kind::Main href=routes::LOGIN text="Sign in" />
                <LinkButton href=routes::FORGOT text="Ask for a new link" />
            </p>
        </div>
    };
    Page::new("This link works no more", body)
}

/// `/forgot`
pub fn forgot(email: String, faults: &Faults, sends_mail: bool) -> Page {
    let title = faults.title("A new password");
    let body = if sends_mail {
        view! {
            <form method="post" action=routes::FORGOT class="stack">
                <p>"Give the address that you sign in with. If it has an account here, a link to choose a new password is on its way to it; it works once, for an hour."</p>
                <TextField name="email" label="Email address" kind="email" value=email error=faults.at("email") autocomplete="username" />
                <Button kind=Kind::Main value="next" text="Send the link" />
            </form>
        }
        .rendered()
    } else {
        view! {
            <p>"This server sends no mail. Ask an owner of your organisation: the page of your account has a button that makes a link for you. From a shell on the server, this prints one:"</p>
            <p><code>"plumbline user reset-link you@example.org"</code></p>
        }
        .rendered()
    };
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <div class="stack"><h1>"A new password"</h1>{body}</div>
            <p class="soft"><a href=routes::LOGIN>"Back to signing in"</a></p>
        </div>
    };
    Page::new(title, body)
}

/// After `/forgot`: the same words for everybody.
pub fn sent() -> Page {
    let body = view! {
        <div class="stack">
            <h1>"Look into your mail"</h1>
            <p class="lead">"If the address has an account here, a link to choose a new password is on its way to it."</p>
            <p class="soft">"Nothing after ten minutes? Look into the folder for unwanted mail, or ask an owner of your organisation."</p>
        </div>
    };
    Page::new("Look into your mail", body)
}

/// `/reset/{token}`
pub fn reset(token: &str, email: String, faults: &Faults) -> Page {
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <div class="stack">
                <h1>"Choose a new password"</h1>
                <p class="soft">"For "<strong>{email.clone()}</strong>". Every browser that is signed in will be signed out."</p>
            </div>
            <form method="post" action=routes::reset(token) class="stack">
                <input type="hidden" name="email" value=email />
                <TextField name="password" label="New password" hint=PASSWORD_HINT kind="password" error=faults.at("password") autocomplete="new-password" />
                <Button kind=Kind::Main value="next" text="Keep it" />
            </form>
        </div>
    };
    Page::new(faults.title("Choose a new password"), body)
}
