//! `/account`: one's own name, password, second factor, sessions.

mod factor;
mod password;
mod sessions;

pub use factor::{Enrol, codes, enrol, remove};
pub use password::password;
pub use sessions::{Signed, sessions};

use domain::rights::Right;
use leptos::prelude::*;

use crate::components::button::{Button, Kind, LinkButton};
use crate::components::card::Card;
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::rendered::IntoRendered;
use crate::routes;
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Account {
    /// The person's name.
    pub name: String,
    /// The address.
    pub email: String,
    /// What the account may do.
    pub right: Right,
    /// The organisation.
    pub organisation: String,
    /// Recovery codes that are left, if there is a second factor.
    pub recovery: Option<i64>,
    /// How many browsers are signed in.
    pub sessions: usize,
    /// What was wrong.
    pub faults: Faults,
    /// Something that was just done.
    pub done: Option<&'static str>,
}

/// The page.
pub fn page(account: Account) -> Page {
    let Account { name, email, right, organisation, recovery, sessions, faults, done } = account;
    let title = faults.title("Your account");
    let factor = match recovery {
        None => view! {
            <p class="soft">"Off. A code from a device of yours, besides the password, keeps out whoever has learned the password."</p>
            <p><LinkButton href=routes::FACTOR text="Switch it on" /></p>
        }
        .rendered(),
        Some(left) => view! {
            <p class="soft">{format!("On. {left} of 10 recovery codes are left.")}</p>
            <p><LinkButton href=routes::FACTOR text="Change or switch off" /></p>
        }
        .rendered(),
    };
    let browsers = if sessions == 1 {
        "Only this browser is signed in.".to_owned()
    } else {
        format!("{sessions} browsers are signed in.")
    };
    let body = view! {
        <div class="stack-wide">
            {faults.summary()}
            {done.map(|done| view! { <Notice tone=Tone::Done><p>{done}</p></Notice> })}
            <div class="stack">
                <p class="over">{organisation}</p>
                <h1>"Your account"</h1>
                <p class="soft">{format!("{email}, {right}: {}.", right.meaning())}</p>
            </div>
            <form method="post" action=routes::ACCOUNT class="stack">
                <TextField name="name" label="Your name" hint="As your colleagues see it." value=name error=faults.at("name") autocomplete="name" />
                <Button value="next" text="Keep the name" />
            </form>
            <div class="facts cards">
                <Card id="password-card" title="Password">
                    <p class="soft">"Changing it signs every other browser out."</p>
                    <p><LinkButton href=routes::PASSWORD text="Change it" /></p>
                </Card>
                <Card id="factor-card" title="Second factor">{factor}</Card>
                <Card id="sessions-card" title="Where you are signed in">
                    <p class="soft">{browsers}</p>
                    <p><LinkButton href=routes::SESSIONS text="See and end them" /></p>
                </Card>
            </div>
            <p><a href=routes::OWN_DATA>"What is kept about you, and leaving"</a></p>
            <form method="post" action=routes::LOGOUT>
                <Button kind=Kind::Plain value="next" text="Sign out of this browser" />
            </form>
        </div>
    };
    Page::new(title, body)
}
