//! `/admin/people/{id}`

use domain::audit::Filter;
use domain::ids::AccountId;
use leptos::prelude::*;

use super::people::{made_link, rights, teams};
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::choices::Choices;
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::components::tag::{Look, Tag};
use crate::pages::confirm::{Confirm, page as confirm_page};
use crate::rendered::IntoRendered;
use crate::routes;
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct PersonView {
    /// The account.
    pub id: AccountId,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The right's word.
    pub right: String,
    /// Teams: id, name, unit, whether the person belongs.
    pub teams: Vec<(String, String, String, bool)>,
    /// Whether the invitation was taken up.
    pub active: bool,
    /// Whether the account is off.
    pub disabled: bool,
    /// When they signed in last, in words.
    pub seen: String,
    /// Whether it has a second factor.
    pub second_factor: bool,
    /// What was wrong.
    pub faults: Faults,
    /// A link that was just made: `Some(None)` where it was mailed.
    pub made: Option<Option<String>>,
}

/// The page.
pub fn page(person: PersonView) -> Page {
    let PersonView { id, name, email, right, teams: all, active, disabled, seen, second_factor, faults, made } = person;
    let here = routes::person(id);
    let shown = if name.is_empty() { email.clone() } else { name.clone() };
    let title = faults.title(&shown);
    let (look, state) = match (disabled, active) {
        (true, _) => (Look::Warn, "switched off"),
        (false, false) => (Look::Quiet, "invited"),
        (false, true) => (Look::Deep, "active"),
    };
    let factor = if second_factor { "second factor on" } else { "no second factor" };
    let again = if active { "Make a link for a new password" } else { "Make a new invitation" };
    let whose = (!all.is_empty()).then(|| {
        view! { <Choices name="team" label="Teams" options=teams(all) several=true error=faults.at("teams") /> }
    });
    let off = disabled.then(|| {
        view! { <Notice tone=Tone::Warning><p>"This account is switched off: it cannot sign in, and its sessions have ended. What it answered is kept."</p></Notice> }
    });
    let make = (!disabled).then(|| {
        view! {
            <form method="post" action=routes::under(&here, "link")>
                <Button value="next" text=again />
            </form>
        }
    });
    let switch = if disabled {
        view! { <form method="post" action=routes::under(&here, "switch")><Button value="on" text="Switch on" /></form> }.rendered()
    } else {
        view! { <LinkButton href=routes::under(&here, "switch") text="Switch off" /> }.rendered()
    };
    let did = routes::audit(Filter { by: Some(id), ..Filter::default() }, None);
    let body = view! {
        <div class="stack-wide">
            {faults.summary()}
            {made.map(|made| made_link(&email, made))}
            {off}
            <div>
                <p class="over"><a href=routes::PEOPLE>"People"</a></p>
                <h1>{shown}" "<Tag look=look text=state /></h1>
                <p class="soft">{format!("{email} · {seen} · {factor}")}</p>
            </div>
            <form method="post" action=here.clone() class="stack">
                <TextField name="name" label="Name" value=name error=faults.at("name") />
                <Choices name="right" label="Right" options=rights(&right) error=faults.at("right") />
                {whose}
                <Button kind=Kind::Main value="next" text="Keep it" />
            </form>
            <section class="stack" aria-labelledby="more">
                <h2 id="more">"Account"</h2>
                <div class="row">
                    {make}
                    {switch}
                    <LinkButton href=routes::under(&here, "delete") text="Delete" />
                    <LinkButton kind=Kind::Plain href=did text="What this person did" />
                </div>
            </section>
        </div>
    };
    Page::new(title, body)
}

/// Asks before a step: its part of the address, what the button sends and says, and what comes of it.
pub fn confirm(
    id: AccountId,
    part: &'static str,
    title: String,
    text: &'static str,
    button: (&'static str, &'static str),
    faults: Faults,
) -> Page {
    let back = routes::person(id);
    let action = routes::under(&back, part);
    confirm_page(Confirm { title, text: text.into(), action, field: None, button, back, faults })
}
