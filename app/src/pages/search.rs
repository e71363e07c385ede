//! `/search`

use leptos::prelude::*;
use usecases::search::Found;

use super::teams::{TeamTable, state_word};
use crate::components::empty::Empty;
use crate::components::pages::Search;
use crate::components::when::day;
use crate::routes;
use crate::shell::{Measure, Page};

/// The page.
pub fn page(found: Found) -> Page {
    let Found { wanted, teams, people, rounds, more } = found;
    let query = wanted.query;
    let nothing = teams.is_empty() && people.is_empty() && rounds.is_empty();
    let title = if query.is_empty() { "Search".to_owned() } else { format!("Search: {query}") };
    let none = (nothing && !query.is_empty()).then(|| {
        view! { <Empty title="Nothing of this name." text="A part of a name or address is enough; capitals do not matter." /> }
    });
    let teams = (!teams.is_empty()).then(|| {
        view! { <section class="stack" aria-labelledby="teams"><h2 id="teams">"Teams"</h2><TeamTable id="found-teams" caption="Teams of this name" teams=teams /></section> }
    });
    let rounds = (!rounds.is_empty()).then(|| {
        let rows = rounds
            .into_iter()
            .map(|round| {
                view! {
                    <li class="between">
                        <a href=routes::round(round.id)><strong>{round.team_name}</strong>{format!(", {}", round.name)}</a>
                        <span class="soft small">{format!("{}, made on {}", state_word(round.state), day(round.created_at))}</span>
                    </li>
                }
            })
            .collect_view();
        view! { <section class="stack" aria-labelledby="rounds"><h2 id="rounds">"Rounds"</h2><ul class="list">{rows}</ul></section> }
    });
    let people = (!people.is_empty()).then(|| {
        let rows = people
            .into_iter()
            .map(|person| {
                let name = if person.name.is_empty() { person.email.clone() } else { person.name };
                view! { <li class="between"><a href=routes::person(person.id)>{name}</a> <span class="soft small">{person.email}</span></li> }
            })
            .collect_view();
        view! { <section class="stack" aria-labelledby="people"><h2 id="people">"People"</h2><ul class="list">{rows}</ul></section> }
    });
    let body = view! {
        <div class="stack-wide">
            <h1>"Search"</h1>
            <Search address=routes::SEARCH label="A team, a round or a person" query=query.clone() />
            {none}
            {teams}
            {rounds}
            {people}
            {more.then(|| view! { <p class="soft">"There is more. Type more of the name."</p> })}
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new(title, body) }
}
