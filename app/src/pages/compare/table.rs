//! A table that happens to have dots and bands in its cells.

use domain::comparison::{Cell, Comparison, Contrast, Group, Row};
use domain::figures::{Figure, LEVEL};
use leptos::prelude::*;
use usecases::compare::{Column, Made};

use crate::components::chart;
use crate::components::table::Scrolls;
use crate::components::when::day;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// The table.
pub fn table(columns: &[Column], comparison: &Comparison) -> Rendered {
    let heads = columns.iter().map(head).collect_view();
    let contrasts = contrast_heads(columns);
    let width = 1 + columns.len() + contrasts.len();
    let contrasts = contrasts.into_iter().map(|title| view! { <th scope="col">{title}</th> }).collect_view();
    let groups = [Group::Maturity, Group::Practices, Group::Challenges, Group::Benefits].map(|group| {
        let own = comparison.rows.iter().filter(|row| row.group == group);
        let rows = own.map(|row| view_row(row, columns)).collect_view();
        let heading = heading(group).map(|title| {
            view! { <tr class="group"><th scope="rowgroup" colspan=width.to_string()><span>{title}</span></th></tr> }
        });
        view! { <tbody>{heading}{rows}</tbody> }
    });
    view! {
        <Scrolls id="comparison">
            <table class="table compare">
                <caption id="comparison"><span>"Dot: the figure, from 0 to 100. Band: the range if the same kind of people were asked again."</span></caption>
                <thead><tr><th scope="col">"Figure"</th>{heads}{contrasts}</tr></thead>
                {groups.into_iter().collect_view()}
            </table>
        </Scrolls>
    }
    .rendered()
}

fn heading(group: Group) -> Option<&'static str> {
    match group {
        Group::Maturity => None,
        Group::Practices => Some("Practices"),
        Group::Challenges => Some("Challenges: how much each weighs, high is bad"),
        Group::Benefits => Some("Benefits: how far each has come about"),
    }
}

/// The heads of what is said of exactly two rounds.
fn contrast_heads(columns: &[Column]) -> Vec<&'static str> {
    match columns {
        [one, other] if one.team == other.team => vec!["Change", "Size", "More than chance?"],
        [_, _] => vec!["Difference", "Size", "More than chance?"],
        _ => Vec::new(),
    }
}

/// When what is shown was made, and of how many people it is: "23 November 2026, 8 people".
pub fn about(column: &Column) -> String {
    let made = match column.made {
        Made::Closed(at) => day(at),
        Made::Now => "still open, as of now".to_owned(),
        Made::Not => "not published yet".to_owned(),
    };
    let people = match column.respondents {
        None => String::new(),
        Some(1) => ", 1 person".to_owned(),
        Some(n) => format!(", {n} people"),
    };
    format!("{made}{people}")
}

fn head(column: &Column) -> Rendered {
    view! {
        <th scope="col">
            <strong>{column.team_name.clone()}</strong>
            <a href=routes::round_results(column.id)>{column.name.clone()}</a>
            <span class="small">{about(column)}</span>
        </th>
    }
    .rendered()
}

fn view_row(row: &Row, columns: &[Column]) -> Rendered {
    let cells = row.cells.iter().zip(columns).map(|(cell, column)| view_cell(cell, column)).collect_view();
    view! { <tr><th scope="row">{row.name.clone()}</th>{cells}{row.contrast.as_ref().map(contrast)}</tr> }.rendered()
}

fn view_cell(cell: &Cell, column: &Column) -> Rendered {
    let figure = match (&cell.figure, column.made) {
        (Some(figure), _) => shown(figure),
        (None, Made::Not) => view! { <span class="soft">"Not published yet"</span> }.rendered(),
        (None, _) => view! { <span class="soft">"Not part of this version"</span> }.rendered(),
    };
    // Of what is not there it has been said already.
    let there = cell.figure.as_ref().is_some_and(|figure| figure.value.is_some());
    let change = cell.change.as_ref().filter(|change| there || change.is_break()).map(|change| {
        // A break is seen as well as read.
        let class = if change.is_break() { "change break" } else { "change" };
        view! { <span class=class><span class="visually-hidden">"Change: "</span>{change.short()}</span> }
    });
    view! { <td>{figure}{change}</td> }.rendered()
}

fn shown(figure: &Figure) -> Rendered {
    if figure.value.is_none() {
        return view! { <span class="soft">{figure.text()}</span> }.rendered();
    }
    if figure.id == LEVEL {
        return view! { <span class="value">{format!("Level {}", figure.text())}</span> }.rendered();
    }
    view! {
        {chart::band(figure)}
        <span class="value">{figure.text()}</span>
        " "
        <span class="soft small">{figure.range_text()}</span>
    }
    .rendered()
}

fn contrast(contrast: &Contrast) -> Rendered {
    let Contrast { difference, range, size, chance } = contrast;
    if contrast.is_break() {
        return view! { <td colspan="3" class="break">{difference.clone()}</td> }.rendered();
    }
    let class = if contrast.is_number() { "value" } else { "soft" };
    view! {
        <td><span class=class>{difference.clone()}</span> " " <span class="soft small">{range.clone()}</span></td>
        {words(size)}
        {words(chance)}
    }
    .rendered()
}

/// An empty cell looks forgotten.
fn words(text: &str) -> Rendered {
    if text.is_empty() {
        return view! { <td class="soft">"\u{2013}"</td> }.rendered();
    }
    view! { <td>{text.to_owned()}</td> }.rendered()
}
