//! `/dashboard`: what needs one now, and the teams at a glance.

use domain::rights::{Action, Reach, Right};
use domain::round::RoundState;
use leptos::prelude::*;
use store::{RoundLine, RoundToAnswer};
use usecases::dashboard::Dashboard;

use super::teams::TeamTable;
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::empty::Empty;
use crate::components::pages::{Pages, Search};
use crate::components::tag::{Look, Tag};
use crate::components::when::last_day;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// The page.
pub fn page(dashboard: Dashboard, right: Right, organisation: String) -> Page {
    let Dashboard { to_answer, open, drafts, teams, all_teams, people } = dashboard;
    let manages = right.reach(Action::ManageRounds) != Reach::Nothing;
    let owner = right.reach(Action::ManageOrganisation) == Reach::Organisation;
    let fresh = owner && all_teams == 0;
    let calm = to_answer.is_empty() && open.entries.is_empty() && drafts.is_empty();
    let (pages, page, total) = (open.pages(), open.wanted.page, open.total);
    let shown = i64::try_from(teams.len()).unwrap_or(i64::MAX);
    let first_steps = fresh.then(|| view! { <FirstSteps people=people.unwrap_or(1) /> });
    let nothing = (calm && !fresh).then(|| {
        let text = if manages {
            "No round is open. Start one, and its team is asked."
        } else {
            "No round is open for your teams. You see it here as soon as one is."
        };
        view! { <Empty title="Nothing needs you now." text=text /> }
    });
    let to_answer = (!to_answer.is_empty()).then(|| view! { <ToAnswer rounds=to_answer /> });
    let open = (!open.entries.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="open">
                <h2 id="open">{format!("Open rounds ({total})")}</h2>
                <Rounds rounds=open.entries />
                <Pages address=routes::DASHBOARD query="" page=page pages=pages />
            </section>
        }
    });
    let drafts = (!drafts.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="drafts">
                <h2 id="drafts">"Drafts"</h2>
                <Rounds rounds=drafts />
            </section>
        }
    });
    let teams = (!teams.is_empty()).then(|| {
        let all =
            (all_teams > shown).then(|| view! { <p><a href=routes::TEAMS>{format!("All {all_teams} teams")}</a></p> });
        view! {
            <section class="stack" aria-labelledby="teams">
                <div class="between">
                    <h2 id="teams">"Teams at a glance"</h2>
                    <div class="row no-print">
                        <LinkButton href=routes::OVERVIEW text="Teams and practices" />
                        <LinkButton href=routes::COMPARE text="Compare rounds" />
                    </div>
                </div>
                <TeamTable id="glance" caption="Each team with its newest round" teams=teams />
                {all}
            </section>
        }
    });
    let body = view! {
        <div class="stack-wide">
            <div class="between">
                <div>
                    <p class="over">{organisation}</p>
                    <h1>"Dashboard"</h1>
                </div>
                {(manages && !fresh).then(|| view! { <LinkButton kind=Kind::Main href=routes::NEW_ROUND text="New round" /> })}
            </div>
            {first_steps}
            {to_answer}
            {open}
            {drafts}
            {nothing}
            {teams}
            {(!fresh).then(|| view! { <Search address=routes::SEARCH label="Find a team, a round or a person" query="" /> })}
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new("Dashboard", body) }
}

/// What an owner of an empty organisation does first.
#[component]
fn FirstSteps(people: i64) -> Rendered {
    let invited =
        if people > 1 { format!("{people} people are here so far.") } else { "So far you are alone here.".to_owned() };
    view! {
        <section class="card stack" aria-labelledby="first">
            <h2 id="first">"Three steps to your first result"</h2>
            <ol class="how">
                <li><strong>"Make a team. "</strong>"A team is who answers together; units can group teams later."</li>
                <li><strong>"Invite its people. "</strong>{invited}</li>
                <li><strong>"Start a round. "</strong>"The team answers, and results appear with the first answers."</li>
            </ol>
            <div class="row">
                <LinkButton kind=Kind::Main href=routes::NEW_TEAM text="Make a team" />
                <LinkButton href=routes::NEW_PERSON text="Invite somebody" />
                <LinkButton href=routes::IMPORT text="Import people and teams" />
            </div>
        </section>
    }.rendered()
}

/// Rounds that one may answer oneself.
#[component]
fn ToAnswer(rounds: Vec<RoundToAnswer>) -> Rendered {
    let rows = rounds
        .into_iter()
        .map(|round| {
            let (look, state, go) = match (round.submitted, round.begun) {
                (true, _) => (Look::Deep, "submitted".to_owned(), "See it"),
                // Of a confidential round no more is known.
                (false, true) if round.answered == 0 => (Look::Quiet, "begun".to_owned(), "Go on answering"),
                (false, true) => (Look::Quiet, format!("{} answered", round.answered), "Go on answering"),
                (false, false) => (Look::Warn, "not begun".to_owned(), "Answer"),
            };
            // Whoever has not begun is told first who sees the answers.
            let go = if round.begun {
                view! {
                    <form method="post" action=routes::under(&routes::round(round.id), "answer")>
                        <Button value="next" text=go />
                    </form>
                }
                .rendered()
            } else {
                view! { <LinkButton href=routes::round(round.id) text=go /> }.rendered()
            };
            let until = round.closes_at.map(|at| format!("Until {}", last_day(at)));
            view! {
                <li class="between">
                    <div>
                        <p><a href=routes::round(round.id)><strong>{round.team_name}</strong>{format!(", {}", round.name)}</a></p>
                        <p class="soft small">{until}</p>
                    </div>
                    <div class="row">
                        <Tag look=look text=state />
                        {go}
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="yours">
            <h2 id="yours">"For you to answer"</h2>
            <ul class="list">{rows}</ul>
        </section>
    }
    .rendered()
}

/// Rounds with how far they have come.
#[component]
pub fn Rounds(
    /// The rounds.
    rounds: Vec<RoundLine>,
) -> Rendered {
    let rows = rounds
        .into_iter()
        .map(|round| {
            let far = match (round.respondents, round.submitted) {
                (0, _) => "nobody has answered yet".to_owned(),
                (n, submitted) => format!("{n} answered, {submitted} submitted"),
            };
            let of = if round.members > 0 { format!(", {} in the team", round.members) } else { String::new() };
            let runs = matches!(round.state, RoundState::Draft | RoundState::Open);
            let until = round.closes_at.filter(|_| runs).map(|at| format!(", until {}", last_day(at)));
            view! {
                <li class="between">
                    <a href=routes::round(round.id)><strong>{round.team_name}</strong>{format!(", {}", round.name)}</a>
                    <span class="soft small">{far}{of}{until}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="list">{rows}</ul> }.rendered()
}
