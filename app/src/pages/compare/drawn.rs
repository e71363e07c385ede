//! What a comparison looks like: one team from round to round, or several side by side.

use charts::{Break, Chart, Heatmap, Reading, SlopeRow, Trend, TrendSeries, Width, heatmap, slope, trend};
use domain::comparison::{Cell, Comparison, Contrast, Group, Row};
use domain::figures::INDEX;
use leptos::prelude::*;
use usecases::compare::Column;

use super::teams;
use crate::components::drawing::drawing;
use crate::rendered::{IntoRendered, Rendered};

/// Of one team, the trend of its maturity index: what a lead looks for first.
pub fn first(columns: &[Column], comparison: &Comparison) -> Option<Rendered> {
    (teams(columns).len() == 1)
        .then(|| {
            let index = drawing("trend", |width| index_trend(columns, comparison, width));
            part("Maturity index from round to round", index)
        })
        .flatten()
}

/// The practices: of one team between two rounds how each moved, otherwise all of them as a map.
pub fn after(columns: &[Column], comparison: &Comparison) -> Option<Rendered> {
    match (teams(columns).len(), columns) {
        (1, [_, _]) => {
            let slopes = drawing("slopes", |width| slopes(columns, comparison, width));
            part("Practices from round to round", slopes)
        }
        (1, _) => {
            let map = drawing("rounds-map", |width| map(columns, comparison, width));
            part("Practices from round to round", map)
        }
        _ => part("Practices side by side", drawing("teams-map", |width| map(columns, comparison, width))),
    }
}

fn part(title: &'static str, drawn: Option<Rendered>) -> Option<Rendered> {
    drawn.map(|drawn| view! { <section class="stack"><h2>{title}</h2>{drawn}</section> }.rendered())
}

/// The trend of the index. Where a practice was asked in another way in between, the line is broken.
fn index_trend(columns: &[Column], comparison: &Comparison, width: Width) -> Option<Chart> {
    let row = comparison.rows.iter().find(|row| row.id == INDEX)?;
    let readings = readings(row)?;
    // Of two rounds the contrast stands in the row, of more in the cell of the later one.
    let since = |place: usize, cell: &Cell| {
        if place == 1 {
            is_break(row.contrast.as_ref()) || is_break(cell.change.as_ref())
        } else {
            is_break(cell.change.as_ref())
        }
    };
    let breaks = row.cells.iter().enumerate().filter(|(place, cell)| since(*place, cell));
    let breaks =
        breaks.map(|(before, _)| Break { before, words: "Asked in another way from here on".to_owned() }).collect();
    let series = vec![TrendSeries { name: row.name.clone(), readings }];
    let trend_of = Trend::new(columns.iter().map(|column| column.name.clone()).collect(), series, breaks).ok()?;
    Some(trend("Maturity index from round to round", &trend_of, width))
}

fn slopes(columns: &[Column], comparison: &Comparison, width: Width) -> Option<Chart> {
    let [earlier, later] = columns else { return None };
    let rows: Vec<SlopeRow> = practices(comparison)
        .filter_map(|row| {
            let [earlier, later] = readings(row)?.try_into().ok()?;
            let link = if is_break(row.contrast.as_ref()) { charts::Link::Reworded } else { charts::Link::Same };
            Some(SlopeRow { name: row.name.clone(), earlier, later, link })
        })
        .collect();
    any(rows.iter().map(|row| row.later))
        .then(|| slope("Practices from round to round", [&earlier.name, &later.name], &rows, width))
}

fn is_break(contrast: Option<&Contrast>) -> bool {
    contrast.is_some_and(Contrast::is_break)
}

/// A row a round, a column a practice.
fn map(columns: &[Column], comparison: &Comparison, width: Width) -> Option<Chart> {
    let practices: Vec<(&Row, Vec<Reading>)> =
        practices(comparison).filter_map(|row| Some((row, readings(row)?))).collect();
    let several = teams(columns).len() > 1;
    let rows = columns.iter().enumerate().map(|(place, column)| {
        let name = if several { format!("{}, {}", column.team_name, column.name) } else { column.name.clone() };
        (name, practices.iter().map(|(_, readings)| readings[place]).collect::<Vec<Reading>>())
    });
    let rows: Vec<_> = rows.collect();
    let told = any(rows.iter().flat_map(|(_, readings)| readings.iter().copied()));
    let names = practices.iter().map(|(row, _)| row.name.clone()).collect();
    let map = Heatmap::new(names, rows).ok()?;
    told.then(|| heatmap("Practices by round", &map, width))
}

fn practices(comparison: &Comparison) -> impl Iterator<Item = &Row> {
    comparison.rows.iter().filter(|row| row.group == Group::Practices)
}

/// A reading a round; `None` where a round was not asked this, or shows nothing yet.
fn readings(row: &Row) -> Option<Vec<Reading>> {
    row.cells.iter().map(|cell| cell.figure.as_ref().map(Reading::from)).collect()
}

fn any(mut readings: impl Iterator<Item = Reading>) -> bool {
    readings.any(|reading| reading.index().is_some())
}
