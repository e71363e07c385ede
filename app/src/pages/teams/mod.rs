//! `/teams`: the list, and making one.

mod one;

pub use one::{Person, TeamView, archive, page as one, take_out};

use domain::round::RoundState;
use leptos::prelude::*;
use store::TeamLine;
use usecases::lists::Paged;

use crate::components::button::{Button, Kind, LinkButton};
use crate::components::empty::Empty;
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::pages::{Pages, Search};
use crate::components::select::Select;
use crate::components::table::{Column, Table};
use crate::components::when::day;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// The word for a round's state.
pub fn state_word(state: RoundState) -> &'static str {
    use RoundState::{Closed, Draft, Open, Published};
    match state {
        Draft => "draft",
        Open => "open",
        Closed => "closed",
        Published => "published",
    }
}

/// Teams, each with its newest round.
#[component]
pub fn TeamTable(
    /// Id of the caption.
    id: &'static str,
    /// What the table shows.
    #[prop(into)]
    caption: String,
    /// The teams.
    teams: Vec<TeamLine>,
) -> Rendered {
    let rows = teams
        .into_iter()
        .map(|team| {
            let newest = team.round.map_or_else(
                || view! { <td class="soft" colspan="3">"No round yet"</td> }.rendered(),
                |round| {
                    let answered = match round.respondents {
                        0 => "nobody yet".to_owned(),
                        1 => "1 person".to_owned(),
                        n => format!("{n} people"),
                    };
                    view! {
                        <td><a href=routes::round(round.id)>{round.name}</a></td>
                        <td>{standing(round.state, round.created_at)}</td>
                        <td>{answered}</td>
                    }
                    .rendered()
                },
            );
            view! {
                <tr>
                    <th scope="row"><a href=routes::team(team.id)>{team.name}</a></th>
                    <td class="soft">{team.unit}</td>
                    {newest}
                </tr>
            }
        })
        .collect_view();
    let columns = [
        Column::words("Team"),
        Column::words("Unit"),
        Column::words("Newest round"),
        Column::words("State"),
        Column::words("Answered"),
    ];
    view! { <Table id=id caption=caption columns=columns>{rows}</Table> }.rendered()
}

/// "open since 17 November 2026": how a round stands, and when it was made, in microseconds since 1970.
fn standing(state: RoundState, created_at: i64) -> Rendered {
    let made = if state == RoundState::Open { " since " } else { ", made " };
    view! { {state_word(state)}<span class="soft small">{format!("{made}{}", day(created_at))}</span> }.rendered()
}

/// The list.
pub fn list(teams: Paged<TeamLine>, archived: bool, makes: bool) -> Page {
    let (pages, page, total, query) = (teams.pages(), teams.wanted.page, teams.total, teams.wanted.query.clone());
    let caption = match total {
        1 => "One team".to_owned(),
        n => format!("{n} teams"),
    };
    let table = if teams.entries.is_empty() {
        let (title, text) = match (query.is_empty(), makes) {
            (false, _) => ("No team of this name.", "A part of the name is enough."),
            (true, true) => ("There is no team yet.", "Make the first one; its people and rounds come next."),
            (true, false) => ("You belong to no team yet.", "Ask an owner of your organisation to add you to yours."),
        };
        view! { <Empty title=title text=text /> }.rendered()
    } else {
        view! { <TeamTable id="teams" caption=caption teams=teams.entries /> }.rendered()
    };
    let (address, text) = if archived {
        (routes::TEAMS, "Teams that are in use")
    } else {
        ("/teams?archived=yes", "Teams that were put away")
    };
    let other = makes.then(|| view! { <p><a href=address>{text}</a></p> });
    let body = view! {
        <div class="stack-wide">
            <div class="between">
                <h1>{if archived { "Teams that were put away" } else { "Teams" }}</h1>
                <div class="row no-print">
                    <LinkButton href=routes::OVERVIEW text="Teams and practices" />
                    <LinkButton href=routes::COMPARE text="Compare rounds" />
                    {makes.then(|| view! { <LinkButton kind=Kind::Main href=routes::NEW_TEAM text="New team" /> })}
                </div>
            </div>
            <Search address=routes::TEAMS label="Find a team" query=query.clone() />
            {table}
            <Pages address=routes::TEAMS query=query page=page pages=pages />
            {other}
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new("Teams", body) }
}

/// The units to choose from: ids and paths.
pub fn unit_choices(units: &[(String, String)]) -> Vec<(String, String)> {
    std::iter::once((String::new(), "No unit".to_owned())).chain(units.iter().cloned()).collect()
}

/// `/teams/new`: ids and paths of units.
pub fn new(name: String, unit: &str, units: &[(String, String)], faults: &Faults) -> Page {
    let unit = (!units.is_empty()).then(|| {
        view! { <Select name="unit" label="Unit" options=unit_choices(units) value=unit error=faults.at("unit") /> }
    });
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <h1>"New team"</h1>
            <form method="post" action=routes::NEW_TEAM class="stack">
                <TextField name="name" label="Name" value=name error=faults.at("name") />
                {unit}
                <div class="row">
                    <Button kind=Kind::Main value="next" text="Make the team" />
                    <LinkButton kind=Kind::Plain href=routes::TEAMS text="Back to the teams" />
                </div>
            </form>
        </div>
    };
    Page::new(faults.title("New team"), body)
}
