//! `/login` and what belongs to it: the code of the second factor, and what was typed while nobody was signed in.

mod again;
mod code;

pub use again::{FIELDS, Kept, TO, again};
pub use code::{Code, code};

use leptos::prelude::*;

use crate::components::button::{Button, Kind};
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct Login {
    /// What was typed as an address.
    pub email: String,
    /// Where to go afterwards: an address of this site, or empty.
    pub next: String,
    /// What was wrong.
    pub faults: Faults,
    /// What was typed on a page whose session had ended.
    pub kept: Option<Kept>,
    /// Whether browsers keep a session over this connection: over `https`, or on the same machine.
    pub safe: bool,
    /// Something that was just done.
    pub done: Option<&'static str>,
}

/// The page.
pub fn page(login: Login) -> Page {
    let title = login.faults.title("Sign in");
    let body = view! {
        <div class="stack-wide sign-in">
            {before(&login)}
            <h1>"Sign in"</h1>
            {form(login)}
        </div>
    };
    Page::new(title, body)
}

/// What is said above the heading.
pub(super) fn before(login: &Login) -> Rendered {
    view! {
        {login.faults.summary()}
        {login.done.map(|done| view! { <Notice tone=Tone::Done><p>{done}</p></Notice> })}
        {login.kept.is_some().then(|| view! {
            <Notice tone=Tone::Warning>
                <h2>"Your session had ended"</h2>
                <p>"What you typed is kept on this page. Sign in, and it is sent as you left it."</p>
            </Notice>
        })}
    }
    .rendered()
}

/// The form, and what is below it.
pub(super) fn form(login: Login) -> Rendered {
    let Login { email, next, faults, kept, safe, done: _ } = login;
    view! {
        {(!safe).then(|| view! {
            <Notice tone=Tone::Warning>
                <h2>"This connection is not encrypted"</h2>
                <p>"Browsers keep a sign-in only over https, or at http://localhost. Ask who runs this server for its https address."</p>
            </Notice>
        })}
        <form method="post" action=routes::LOGIN class="stack">
            <TextField name="email" label="Email address" kind="email" value=email error=faults.at("email") autocomplete="username" />
            <TextField name="password" label="Password" kind="password" error=faults.at("password") autocomplete="current-password" />
            <input type="hidden" name="next" value=next />
            {kept.map(|kept| kept.hidden())}
            <Button kind=Kind::Main value="next" text="Sign in" />
        </form>
        <p class="soft"><a href=routes::FORGOT>"Forgot your password?"</a>" A link to answer or to manage a round needs no account."</p>
    }
    .rendered()
}
