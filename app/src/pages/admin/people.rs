//! `/admin/people` and `/admin/people/new`

use domain::rights::Right;
use leptos::prelude::*;
use store::Person;
use usecases::lists::Paged;

use crate::components::address::AddressBox;
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::choices::{Choice, Choices};
use crate::components::empty::Empty;
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::components::pages::{Pages, Search};
use crate::components::table::{Column, Table};
use crate::components::when::day;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// The list.
pub fn list(people: Paged<Person>) -> Page {
    let (pages, page, total, query) = (people.pages(), people.wanted.page, people.total, people.wanted.query.clone());
    let caption = if total == 1 { "One person".to_owned() } else { format!("{total} people") };
    let table = if people.entries.is_empty() {
        view! { <Empty title="Nobody of this name or address." text="A part of it is enough." /> }.rendered()
    } else {
        let rows = people
            .entries
            .into_iter()
            .map(|person| {
                let seen = match (person.disabled, person.active, person.signed_in_at) {
                    (true, _, _) => "switched off".to_owned(),
                    (false, false, _) => "invited".to_owned(),
                    (false, true, None) => "never".to_owned(),
                    (false, true, Some(at)) => day(at),
                };
                let name = if person.name.is_empty() { person.email.clone() } else { person.name };
                view! {
                    <tr>
                        <th scope="row"><a href=routes::person(person.id)>{name}</a></th>
                        <td class="soft">{person.email}</td>
                        <td>{person.right.word()}</td>
                        <td>{person.teams}</td>
                        <td>{seen}</td>
                    </tr>
                }
            })
            .collect_view();
        let columns = [
            Column::words("Name"),
            Column::words("Address"),
            Column::words("Right"),
            Column::words("Teams"),
            Column::words("Signed in"),
        ];
        view! { <Table id="people" caption=caption columns=columns>{rows}</Table> }.rendered()
    };
    let body = view! {
        <div class="stack-wide">
            <div class="between">
                <h1>"People"</h1>
                <div class="row">
                    <LinkButton kind=Kind::Main href=routes::NEW_PERSON text="Invite somebody" />
                    <LinkButton href=routes::IMPORT text="Import" />
                </div>
            </div>
            <Search address=routes::PEOPLE label="Name or address" query=query.clone() />
            {table}
            <Pages address=routes::PEOPLE query=query page=page pages=pages />
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new("People", body) }
}

/// What the form for a new person shows.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// The address.
    pub email: String,
    /// The name.
    pub name: String,
    /// The right's word.
    pub right: String,
    /// Teams: id, name, unit, whether chosen.
    pub teams: Vec<(String, String, String, bool)>,
    /// What was wrong.
    pub faults: Faults,
}

/// The rights to choose from.
pub(super) fn rights(chosen: &str) -> Vec<Choice> {
    let choice = |right: Right| Choice {
        value: right.word().to_owned(),
        label: right.word().to_owned(),
        about: right.meaning().to_owned(),
        chosen: right.word() == chosen,
    };
    Right::ALL.into_iter().rev().map(choice).collect()
}

/// The teams to choose from.
pub(super) fn teams(teams: Vec<(String, String, String, bool)>) -> Vec<Choice> {
    teams.into_iter().map(|(value, label, about, chosen)| Choice { value, label, about, chosen }).collect()
}

/// A link that was just made, to be handed on.
pub fn made_link(email: &str, link: Option<String>) -> Rendered {
    let email = email.to_owned();
    match link {
        Some(link) => view! {
            <Notice tone=Tone::Done>
                <h2>{format!("A link for {email}")}</h2>
                <p>"Send it to them yourself: this server sends no mail. It works once, and is shown only now."</p>
                <AddressBox id="made-link" label="Link" value=link />
            </Notice>
        }
        .rendered(),
        None => view! {
            <Notice tone=Tone::Done>
                <h2>{format!("A mail to {email} is on its way")}</h2>
                <p>"It holds a link that works once. Nothing arrived after ten minutes? Make a new one."</p>
            </Notice>
        }
        .rendered(),
    }
    .rendered()
}

/// The form for a new person.
pub fn new(person: NewPerson) -> Page {
    let NewPerson { email, name, right, teams: all, faults } = person;
    let right = if right.is_empty() { "member".to_owned() } else { right };
    let whose = (!all.is_empty()).then(|| {
        view! { <Choices name="team" label="Teams" options=teams(all) several=true error=faults.at("teams") /> }
    });
    let body = view! {
        <div class="stack-wide">
            {faults.summary()}
            <h1>"Invite somebody"</h1>
            <form method="post" action=routes::NEW_PERSON class="stack">
                <TextField name="email" label="Email address" kind="email" value=email error=faults.at("email") />
                <TextField name="name" label="Name" hint="May be left empty; they can set it themselves." value=name error=faults.at("name") />
                <Choices name="right" label="Right" options=rights(&right) error=faults.at("right") />
                {whose}
                <div class="row">
                    <Button kind=Kind::Main value="next" text="Invite" />
                    <LinkButton kind=Kind::Plain href=routes::PEOPLE text="Back to the people" />
                </div>
            </form>
        </div>
    };
    Page::new(faults.title("Invite somebody"), body)
}
