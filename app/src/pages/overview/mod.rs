//! `/teams/overview`: every team and practice on one page, to see at once who is where.

mod filter;
mod table;

pub use filter::{Filter, Sort, column_words};

use domain::statistics::{MIN_FOR_PERCENTILES, MIN_FOR_QUARTERS};
use leptos::prelude::*;
use usecases::overview::Look;

use crate::components::button::LinkButton;
use crate::components::empty::Empty;
use crate::components::notice::Notice;
use crate::components::when::day;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// The page. `filter` is what the address says.
pub fn page(look: Look, filter: &Filter) -> Page {
    let Look { teams, units, voters, to_come, at } = look;
    let (page, pages, total) = (teams.wanted.page, teams.pages(), teams.total);
    let coming = (to_come > 0).then(|| {
        let text = match to_come {
            1 => "1 round is still being worked out. Look again in a moment.".to_owned(),
            n => format!("{n} rounds are still being worked out. Look again in a moment."),
        };
        view! { <Notice><p>{text}</p></Notice> }
    });
    let table = if teams.entries.is_empty() {
        let text = "Choose another unit, or go back to the first page.";
        view! { <Empty title="No team is here." text=text /> }.rendered()
    } else {
        view! { {table::table(teams.entries, filter, total)} {table::legend()} {placed(voters, &day(at))} }.rendered()
    };
    let body = view! {
        <div class="results">
            <div class="between">
                <div>
                    <p class="over">"Each team’s newest closed round with answers"</p>
                    <h1>"Teams and practices"</h1>
                </div>
                <div class="row no-print">
                    <LinkButton href=routes::TEAMS text="List of teams" />
                    <LinkButton href=routes::COMPARE text="Compare rounds" />
                </div>
            </div>
            {filter::form(filter, &units)}
            {coming}
            {table}
            {filter::pages(filter, page, pages)}
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new("Teams and practices", body) }
}

/// Among how many teams the places are, and when; or why there are none.
fn placed(voters: usize, day: &str) -> Rendered {
    let teams = if voters == 1 { "1 team has".to_owned() } else { format!("{voters} teams have") };
    let enough = u32::try_from(voters).unwrap_or(u32::MAX);
    let text = if enough >= MIN_FOR_PERCENTILES {
        format!(
            "Place: percentile of the index among the {voters} teams of your organisation that have one, on {day}. Each team has one vote; 50 is the middle."
        )
    } else if enough >= MIN_FOR_QUARTERS {
        format!(
            "Place: quarter among the {voters} teams of your organisation that have an index, on {day}. Each team has one vote; percentiles come from {MIN_FOR_PERCENTILES} teams on."
        )
    } else {
        format!(
            "A team’s place among the others is shown once {MIN_FOR_QUARTERS} teams have an index; among fewer it would say little. On {day} {teams} one."
        )
    };
    view! { <p class="soft small">{text}</p> }.rendered()
}
