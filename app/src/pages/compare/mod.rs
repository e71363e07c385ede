//! `/compare`: rounds side by side, and choosing them.

mod choice;
mod drawn;
mod table;

pub use choice::page as choose;
pub use table::about;

use domain::ids::TeamId;
use leptos::prelude::*;
use usecases::compare::{Choice, Column, Compared};

use crate::components::disclosure::Disclosure;
use crate::components::form::Faults;
use crate::components::notice::Notice;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// The comparison, with others to choose behind one step.
pub fn page(compared: &Compared, choice: Choice) -> Page {
    let Compared { columns, comparison } = compared;
    let title = title(columns);
    let caution = comparison.caution.map(|text| view! { <Notice><p>{text}</p></Notice> });
    let body = view! {
        <div class="results">
            <div>
                <p class="over">{counted(columns)}</p>
                <h1>{title.clone()}</h1>
            </div>
            {caution}
            {drawn::first(columns, comparison)}
            {table::table(columns, comparison)}
            <p><a href=routes::comparison_pdf(columns.iter().map(|column| column.id)) download>"Take this out as PDF"</a></p>
            {reading(columns)}
            {drawn::after(columns, comparison)}
            <Disclosure summary="Compare other rounds">{choice::form(choice, &Faults::default())}</Disclosure>
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new(title, body) }
}

/// The teams, each once, in the order of their columns.
fn teams(columns: &[Column]) -> Vec<(TeamId, &str)> {
    let mut teams: Vec<(TeamId, &str)> =
        columns.iter().map(|column| (column.team, column.team_name.as_str())).collect();
    teams.dedup_by_key(|(id, _)| *id);
    teams
}

/// What the comparison is called: "Fraud and Growth side by side".
pub fn title(columns: &[Column]) -> String {
    match teams(columns).as_slice() {
        [(_, team)] => format!("{team} from round to round"),
        [(_, one), (_, other)] => format!("{one} and {other} side by side"),
        teams => format!("{} teams side by side", teams.len()),
    }
}

fn counted(columns: &[Column]) -> String {
    let teams = match teams(columns).len() {
        1 => "one team".to_owned(),
        n => format!("{n} teams"),
    };
    format!("Comparison · {} rounds of {teams}", columns.len())
}

/// What the words in the table mean.
fn reading(columns: &[Column]) -> Rendered {
    let difference = if columns.len() == 2 {
        view! {
            <li><strong>"Difference. "</strong>"The round on the right less the one on the left, on 0 to 100, with the range it likely lies in."</li>
            <li><strong>"Size. "</strong>"Hedges’ g: the difference in standard deviations of people’s scores. Below 0.2 negligible, below 0.5 small, below 0.8 medium, else large."</li>
        }
        .rendered()
    } else {
        view! {
            <li><strong>"Change. "</strong>"Under a figure: what it is more or less than in the team’s round before, on 0 to 100."</li>
        }
        .rendered()
    };
    view! {
        <Disclosure aside=true summary="How to read this">
            <ul class="plain measure">
                <li><strong>"Dot and band. "</strong>"The team’s figure on 0 to 100, and the range if the same kind of people were asked again."</li>
                {difference}
                <li><strong>"More than chance. "</strong>"Told where ten people or more are behind both figures: Welch’s test, with p corrected by Holm for all rows. Below .05 we call it more than chance. With fewer people it says from which difference on one would mostly show."</li>
                <li><strong>"Maturity index. "</strong>"A mean of many practices, which no test of two groups fits: look whether the ranges overlap."</li>
                <li><strong>"Not shown, about. "</strong>"Of a confidential round a figure of too few people is not shown, and one of fewer than ten is rounded: then only the ranges can be compared."</li>
                <li><strong>"Asked in another way. "</strong>"The questions were worded differently, so the two figures are not compared."</li>
            </ul>
        </Disclosure>
    }
    .rendered()
}
