//! `/teams/{id}`: who belongs to it, and its rounds.

use domain::comparison::MOST;
use domain::ids::{AccountId, RoundId, TeamId};
use domain::round::RoundState;
use leptos::prelude::*;
use store::RoundLine;

use super::{standing, unit_choices};
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::disclosure::Disclosure;
use crate::components::empty::Empty;
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::components::select::Select;
use crate::components::table::{Column, Table};
use crate::components::tag::Tag;
use crate::pages::admin::made_link;
use crate::pages::confirm::{Confirm, page as confirm_page};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// Somebody who belongs to the team, or could.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account's id.
    pub id: String,
    /// Name or address.
    pub name: String,
    /// The address.
    pub email: String,
    /// What the account may do, and whether it was taken up.
    pub state: String,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct TeamView {
    /// The team.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// The name in the form: another one where it was refused.
    pub typed: String,
    /// Its unit with those above it; empty without one.
    pub unit: String,
    /// Its unit's id; empty without one.
    pub unit_id: String,
    /// The units to choose from; none for whoever may not move it.
    pub units: Vec<(String, String)>,
    /// Whether it was put away.
    pub archived: bool,
    /// Who belongs to it.
    pub members: Vec<Person>,
    /// Its rounds.
    pub rounds: Vec<RoundLine>,
    /// Whether the caller may change the team.
    pub manages: bool,
    /// Whether the caller may move and put away teams.
    pub owner: bool,
    /// What was searched for among people to add, and who was found.
    pub found: Option<(String, Vec<Person>)>,
    /// An invitation that was just made: address, and the link where no mail was sent.
    pub invited: Option<(String, Option<String>)>,
    /// What was typed to invite somebody: address and name.
    pub invitee: (String, String),
    /// What was wrong.
    pub faults: Faults,
}

/// The page.
pub fn page(team: &TeamView) -> Page {
    let here = routes::team(team.id);
    let title = team.faults.title(&team.name);
    let rounds = rounds(team);
    let members = members(team, &here);
    let more = team.manages.then(|| manage(team, &here));
    let over = if team.unit.is_empty() { "Team".to_owned() } else { team.unit.clone() };
    let invited = team.invited.clone().map(|(email, link)| made_link(&email, link));
    let seen = team.rounds.iter().filter(|round| round.state != RoundState::Draft);
    let seen: Vec<RoundId> = seen.take(MOST).map(|round| round.id).collect();
    let compare = (!seen.is_empty()).then(|| view! { <LinkButton href=routes::compare(&seen) text="Compare" /> });
    let new = (team.manages && !team.archived)
        .then(|| view! { <LinkButton kind=Kind::Main href=routes::new_round(team.id) text="New round" /> });
    let body = view! {
        <div class="stack-wide">
            {team.faults.summary()}
            {invited}
            {team.archived.then(|| view! { <Notice tone=Tone::Warning><p>"This team was put away: it keeps its rounds and results, and is asked no more."</p></Notice> })}
            <div class="between">
                <div>
                    <p class="over">{over}</p>
                    <h1>{team.name.clone()}</h1>
                </div>
                <div class="row no-print">
                    <LinkButton href=routes::team_plan(team.id) text="Plan" />
                    {compare} {new}
                </div>
            </div>
            {rounds}
            {members}
            {more}
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new(title, body) }
}

fn rounds(team: &TeamView) -> Rendered {
    let table = if team.rounds.is_empty() {
        let text =
            if team.manages { "Start one: the team answers, and results appear with the first answers." } else { "" };
        view! { <Empty title="This team has no round yet." text=text /> }.rendered()
    } else {
        let rows = team
            .rounds
            .iter()
            .map(|round| {
                view! {
                    <tr>
                        <th scope="row"><a href=routes::round(round.id)>{round.name.clone()}</a></th>
                        <td>{standing(round.state, round.created_at)}</td>
                        <td class="number">{round.respondents}</td>
                        <td class="number">{round.submitted}</td>
                    </tr>
                }
            })
            .collect_view();
        let columns =
            [Column::words("Round"), Column::words("State"), Column::numbers("Answered"), Column::numbers("Submitted")];
        view! { <Table id="rounds-table" caption="Newest first" columns=columns>{rows}</Table> }.rendered()
    };
    view! { <section class="stack" aria-labelledby="rounds"><h2 id="rounds">"Rounds"</h2>{table}</section> }.rendered()
}

fn members(team: &TeamView, here: &str) -> Rendered {
    let manages = team.manages;
    let title = match team.members.len() {
        1 => "1 member".to_owned(),
        n => format!("{n} members"),
    };
    let list = if team.members.is_empty() {
        view! { <Empty title="Nobody belongs to this team yet." text="Members answer its rounds and see its results." /> }.rendered()
    } else {
        let rows = team
            .members
            .iter()
            .cloned()
            .map(|person| {
                let remove = manages.then(|| {
                    let address = format!("{}?person={}", routes::under(here, "members"), person.id);
                    // Many of them stand below each other: heard alone, each says whom it takes out.
                    let label = format!("Take out {}", person.name);
                    view! { <a class="button plain" href=address aria-label=label>"Take out"</a> }
                });
                let mail =
                    (person.email != person.name).then(|| view! { <span class="soft small">{person.email}</span> });
                view! {
                    <li class="between">
                        <span>{person.name}" "{mail}</span>
                        <div class="row"><Tag text=person.state />{remove}</div>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="list">{rows}</ul> }.rendered()
    };
    view! { <section class="stack" aria-labelledby="members"><h2 id="members">{title}</h2>{list}</section> }.rendered()
}

fn manage(team: &TeamView, here: &str) -> Rendered {
    let rename = rename(team.clone(), here.to_owned());
    let add = add(team.clone(), here.to_owned());
    let put_away = team.owner.then(|| {
        let text = if team.archived { "Restore the team" } else { "Put the team away" };
        view! { <p><LinkButton href=routes::under(here, "archive") text=text /></p> }
    });
    view! {
        <section class="stack" aria-labelledby="manage">
            <h2 id="manage">"Look after the team"</h2>
            {add}
            {rename}
            {put_away}
        </section>
    }
    .rendered()
}

/// Adding somebody who is here, and inviting somebody who is not.
fn add(team: TeamView, here: String) -> Rendered {
    let (query, found) = team.found.clone().unwrap_or_default();
    let searched = team.found.is_some();
    let nobody = (searched && found.is_empty()).then(
        || view! { <p class="soft">"Nobody of this name who is not in the team already. Invite them below."</p> },
    );
    let candidates = found
        .into_iter()
        .map(|person| {
            view! {
                <li class="between">
                    <span>{person.name}" "<span class="soft small">{person.email}</span></span>
                    <form method="post" action=routes::under(&here, "members")>
                        <input type="hidden" name="person" value=person.id />
                        <Button value="add" text="Add" />
                    </form>
                </li>
            }
        })
        .collect_view();
    let invites = team.faults.at("email").is_some() || searched;
    let (email, name) = team.invitee.clone();
    let faults = team.faults;
    view! {
            <Disclosure summary="Add somebody" open=invites>
                <div class="stack">
                    <form method="get" action=here.clone() class="search">
                        <div class="field">
                            <label for="q">"Name or address of somebody in the organisation"</label>
                            <input type="search" id="q" name="q" value=query autocomplete="off" />
                        </div>
                        <button type="submit" class="button">"Look for them"</button>
                    </form>
                    {nobody}
                    <ul class="list">{candidates}</ul>
                    <form method="post" action=routes::under(&here, "invite") class="stack sign-in">
                        <p>"Somebody who has no account yet:"</p>
                        <TextField name="email" label="Email address" kind="email" value=email error=faults.at("email") />
                        <TextField name="name" label="Name" hint="May be left empty." value=name error=faults.at("name") />
                        <Button value="next" text="Invite into the team" />
                    </form>
                </div>
            </Disclosure>
    }
    .rendered()
}

/// Its name and unit.
fn rename(team: TeamView, here: String) -> Rendered {
    let unit = (!team.units.is_empty()).then(|| {
        view! { <Select name="unit" label="Unit" options=unit_choices(&team.units) value=team.unit_id.clone() error=team.faults.at("unit") /> }
    });
    let open = team.faults.at("team").is_some();
    view! {
            <Disclosure summary="Rename" open=open>
                <form method="post" action=here.clone() class="stack sign-in">
                    <TextField name="team" label="Name of the team" value=team.typed.clone() error=team.faults.at("team") />
                    {unit}
                    <Button value="next" text="Keep it" />
                </form>
            </Disclosure>
    }
    .rendered()
}

/// `/teams/{id}/archive`: asks before a team is put away or restored.
pub fn archive(id: TeamId, name: &str, archived: bool) -> Page {
    let (title, text, button) = if archived {
        let text = "It is offered again when rounds are made.";
        (format!("Restore {name}?"), text, ("restore", "Restore it"))
    } else {
        let text = "It keeps its rounds and results, and is asked no more. You can restore it at any time.";
        (format!("Put {name} away?"), text, ("archive", "Put it away"))
    };
    asked(id, "archive", title, text, button, None)
}

/// `/teams/{id}/members?person=ID`: asks before somebody is taken out of a team.
pub fn take_out(id: TeamId, team: &str, person: AccountId, name: &str) -> Page {
    let title = format!("Take {name} out of {team}?");
    let text = "They no longer answer in its rounds, and see its results only if their right reaches every team. What they have answered is kept and counts. You can add them again.";
    asked(id, "members", title, text, ("remove", "Take them out"), Some(("person", person.to_string())))
}

fn asked(
    id: TeamId,
    part: &'static str,
    title: String,
    text: &'static str,
    button: (&'static str, &'static str),
    field: Option<(&'static str, String)>,
) -> Page {
    let back = routes::team(id);
    let action = routes::under(&back, part);
    confirm_page(Confirm { title, text: text.into(), action, field, button, back, faults: Faults::default() })
}
