//! The table: a row a team, a column a practice, five steps of colour under the numbers.

use domain::figures::{Figure, INDEX, LEVEL, STEPS};
use domain::instrument::{ConstructIndex, Feeds, Instrument};
use domain::statistics::{Place, Standing};
use leptos::prelude::*;
use store::RoundFigures;
use usecases::overview::Line;

use super::filter::{Filter, Sort};
use crate::components::table::Scrolls;
use crate::components::when::day;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// Ids and names of the practices.
fn practices() -> Vec<(&'static str, &'static str)> {
    let instrument = Instrument::builtin();
    let practice = |place: ConstructIndex| {
        let construct = &instrument[place];
        (construct.id.as_str(), construct.short.as_str())
    };
    instrument.constructs_feeding(Feeds::Maturity).map(practice).collect()
}

/// The table of this page's teams, of so many in all.
pub(super) fn table(lines: Vec<Line>, filter: &Filter, total: i64) -> Rendered {
    let caption = match total {
        1 => "One team".to_owned(),
        n => format!("{n} teams"),
    };
    let practices = practices();
    let upright =
        [("team", "Team", ""), ("unit", "Unit", "beside")].map(|(word, title, class)| head(filter, word, title, class));
    let numbers = [("closed", "Closed", ""), ("people", "People", "number beside"), (INDEX, "Index", "number")];
    let numbers = numbers.map(|(word, title, class)| head(filter, word, title, class));
    // The place follows the index, so it is no order of its own. Among few teams nobody has one.
    let places = lines.iter().any(|line| line.standing.is_some());
    let place = places.then(|| view! { <th scope="col" class="number">"Place"</th> });
    let level = head(filter, LEVEL, "Level", "number");
    let columns = practices.iter().map(|(id, name)| head(filter, id, name, "tall")).collect_view();
    let rows = lines.into_iter().map(|line| row(line, places, &practices, filter)).collect_view();
    view! {
        <Scrolls id="overview">
            <table class="table overview">
                <caption id="overview">{caption}</caption>
                <thead>
                    <tr>{upright.into_iter().collect_view()}{numbers.into_iter().collect_view()}{place}{level}{columns}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scrolls>
    }
    .rendered()
}

/// The head of a column, which sorts by it: names rise at first, numbers fall; once more turns it round.
fn head(filter: &Filter, column: &str, title: &str, class: &'static str) -> Rendered {
    let current = filter.sort.column == column;
    let named = matches!(column, "team" | "unit");
    let descending = if current { !filter.sort.descending } else { !named };
    let sorted = current.then_some(if filter.sort.descending { "descending" } else { "ascending" });
    let arrow = match sorted {
        Some("descending") => "\u{2193}",
        Some(_) => "\u{2191}",
        None => "",
    };
    let href = filter.address(&Sort { column: column.to_owned(), descending }, 1);
    view! {
        <th scope="col" class=class aria-sort=sorted><a href=href>{title.to_owned()}<span aria-hidden="true">{arrow}</span></a></th>
    }
    .rendered()
}

fn row(line: Line, places: bool, practices: &[(&str, &str)], filter: &Filter) -> Rendered {
    let Line { team, standing } = line;
    let cells = team.round.as_ref().map_or_else(
        // Date, people, index, place, level, and the practices.
        || nothing(4 + usize::from(places) + practices.len(), filter),
        |round| cells(round, places.then(|| place(standing)), practices),
    );
    view! {
        <tr>
            <th scope="row"><a href=routes::team(team.id)>{team.name}</a></th>
            <td class="soft small beside">{team.unit}</td>
            {cells}
        </tr>
    }
    .rendered()
}

/// Of a team that has published nothing, or nothing that is asked for.
fn nothing(width: usize, filter: &Filter) -> Rendered {
    let why = if filter.since.is_empty() { "No published round yet" } else { "No round published since that day" };
    view! { <td class="soft" colspan=width.to_string()>{why}</td> }.rendered()
}

/// A team's place in words; empty where it has none.
fn place(standing: Option<Standing<i64>>) -> String {
    standing.map_or_else(String::new, |standing| match standing.place {
        Place::Percentile(percent) => format!("{percent:.0}"),
        Place::Quarter(quarter) => quarter.word().to_owned(),
    })
}

/// `place` is what stands in the column of places, if there is one.
fn cells(round: &RoundFigures, place: Option<String>, practices: &[(&str, &str)]) -> Rendered {
    let figure = |id: &str| round.figures.get(id);
    let people = figure(INDEX).map_or(0, |index| index.n);
    let place = place.map(|place| view! { <td class="number small">{place}</td> });
    let practices = practices.iter().map(|(id, _)| cell(figure(id))).collect_view();
    view! {
        <td class="small"><a href=routes::round_results(round.id)>{day(round.closed_at)}</a></td>
        <td class="number beside">{people}</td>
        {cell(figure(INDEX))}
        {place}
        {cell(figure(LEVEL))}
        {practices}
    }
    .rendered()
}

/// A figure on the ground of its step. Its number or words say all that the colour says.
fn cell(figure: Option<&Figure>) -> Rendered {
    let Some(figure) = figure else { return view! { <td class="heat none">"not asked"</td> }.rendered() };
    let Some(step) = figure.step() else {
        return view! { <td class="heat none">{figure.brief()}</td> }.rendered();
    };
    view! { <td class=format!("heat heat-{step}")>{figure.brief()}</td> }.rendered()
}

/// What the grounds stand for.
pub(super) fn legend() -> Rendered {
    let steps = STEPS
        .into_iter()
        .zip(1..)
        .map(|(text, step)| view! { <li class=format!("heat heat-{step}")>{text}</li> })
        .collect_view();
    view! {
        <div class="legend">
            <ul class="steps-of-colour">{steps}</ul>
            <p class="soft small">"Index and practices are on 0 to 100; levels 1 to 5 have a step each. ~ is rounded: a confidential figure of fewer than ten people. Not shown: too few people are behind it, or it would give somebody away."</p>
        </div>
    }
    .rendered()
}
