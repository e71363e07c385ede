//! The figures that a result begins with.

use domain::instrument::{Feeds, Instrument};
use domain::scoring::{Detail, Scores, Status};
use domain::statistics::Interval;

use super::ask::{precision, status};
use crate::column::{Column, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

/// One figure.
struct Row<'r> {
    id: &'static str,
    name: &'static str,
    unit: &'static str,
    status: Status,
    detail: Detail,
    value: Cell,
    range: Option<Interval>,
    word: Option<&'r str>,
}

pub(super) fn table(export: &Export<'_>) -> Table {
    let (instrument, scores) = (export.instrument, export.scores());
    let mut rows = vec![respondents(scores)];
    rows.extend(maturity(instrument, scores));
    rows.extend(level(instrument, scores));
    rows.extend(dials(instrument, scores));
    rows.push(visibility(scores));
    fill("summary", "Summary", &columns(), &rows)
}

const fn row<'r>(id: &'static str, name: &'static str, unit: &'static str, status: Status, value: Cell) -> Row<'r> {
    Row { id, name, unit, status, detail: Detail::Full, value, range: None, word: None }
}

/// A figure that exists wherever there is a value.
fn if_any<'r>(id: &'static str, name: &'static str, unit: &'static str, status: Status, value: Option<f64>) -> Row<'r> {
    let status = if value.is_none() && status == Status::Scored { Status::NotApplicable } else { status };
    row(id, name, unit, status, value.into())
}

fn respondents<'r>(scores: &Scores) -> Row<'r> {
    row("respondents", "People who answered", "people", Status::Scored, scores.respondents.into())
}

fn maturity<'r>(instrument: &Instrument, scores: &Scores) -> [Row<'r>; 2] {
    let maturity = &scores.maturity;
    let own = instrument.constructs_feeding(Feeds::Maturity).map(|place| &scores.constructs[place.get()].detail);
    let detail = Detail::together(own, maturity.index.is_some());
    let figure =
        |id, name, value: Option<f64>| Row { detail, ..row(id, name, "percent", maturity.status, value.into()) };
    [
        Row { range: maturity.ci95, ..figure("maturity_index", "Maturity index", maturity.index) },
        figure(
            "equal_dimension_index",
            "Maturity index, each dimension counting the same",
            maturity.equal_dimension_index,
        ),
    ]
}

fn level<'r>(instrument: &'r Instrument, scores: &'r Scores) -> Vec<Row<'r>> {
    let level = &scores.maturity.level;
    let name = |level: u8| {
        let option = instrument.m5.options.get(usize::from(level).checked_sub(1)?)?;
        Some(option.label.as_str())
    };
    let figure = |id, what, value: Option<u8>| Row {
        word: value.and_then(name),
        ..row(id, what, "level", level.level_status, value.into())
    };
    let share = |stage: u8| level.attained.as_ref().and_then(|attained| attained.get(&stage).copied());
    let attained = |id, what, stage| if_any(id, what, "percent", level.level_status, share(stage));
    vec![
        figure("secured_level", "Secured level", level.secured_level),
        figure("strict_level", "Level at which every practice is met", level.strict_level),
        figure("iso33020_level", "Level by the rule of ISO 33020", level.iso33020_level),
        attained("attained_2", "Practices met at level 2", 2),
        attained("attained_3", "Practices met at level 3", 3),
        attained("attained_4", "Practices met at level 4", 4),
        attained("attained_5", "Practices met at level 5", 5),
        if_any(
            "items_needed",
            "Practices still to meet for the next level",
            "questions",
            level.level_status,
            level.items_needed.map(f64::from),
        ),
    ]
}

fn dials<'r>(instrument: &Instrument, scores: &Scores) -> Vec<Row<'r>> {
    let dials = [
        ("severity", "Challenge severity (high is bad)", Feeds::Severity),
        ("realisation", "Benefits realised", Feeds::Realisation),
    ];
    let mut rows: Vec<Row<'r>> = dials
        .into_iter()
        .filter_map(|(id, name, feeds)| {
            let dimension = instrument.dimensions.iter().find(|dimension| dimension.feeds == feeds)?;
            let score = scores.dimensions.iter().find(|score| score.id == dimension.id)?;
            Some(Row {
                detail: super::dimensions::detail(scores, dimension, score),
                word: score.band.map(domain::scoring::Band::word),
                ..row(id, name, "percent", score.status, score.index.into())
            })
        })
        .collect();
    let delivery = &scores.delivery;
    let own = delivery.metrics.iter().map(|metric| &metric.detail);
    rows.push(Row {
        detail: Detail::together(own, delivery.index.is_some()),
        ..row("delivery", "Delivery performance", "percent", delivery.status, delivery.index.into())
    });
    rows
}

/// Of the questions that are told in full: without one of them it is not told.
fn visibility<'r>(scores: &Scores) -> Row<'r> {
    let rate = scores.visibility.dont_know_rate;
    let hidden = scores.items.iter().any(|item| !item.detail.is_full());
    let status = match (rate, hidden) {
        (Some(_), _) => Status::Scored,
        (None, true) => Status::Suppressed,
        (None, false) => Status::NotApplicable,
    };
    row("dont_know_rate", "Share of \"don't know\" among what was asked", "share", status, rate.into())
}

fn columns<'r>() -> [Col<'r>; 9] {
    [
        Col::text("id", "The figure.", |row| row.id.into()),
        Col::text("name", "Its name.", |row| row.name.into()),
        Col::status(|row| status(row.status).into()),
        Col::precision(|row| precision(row.detail, row.value != Cell::Empty)),
        Col::number("value", "Its value.", "see unit", "0 to 100 percent, 1 to 5 levels, 0 to 1 of shares", |row| {
            row.value.clone()
        }),
        Col::text("unit", "The value's unit.", |row| row.unit.into()),
        Col::number("low", "Lower end of the 95 % range.", "see unit", "0 to 100", |row| {
            row.range.map(|range| range.low).into()
        })
        .empty("The figure has no range, or it is not published."),
        Col::number("high", "Upper end of the 95 % range.", "see unit", "0 to 100", |row| {
            row.range.map(|range| range.high).into()
        })
        .empty("The figure has no range, or it is not published."),
        Col::text("word", "What the value is called: a level's name or a band.", |row| row.word.into())
            .empty("It has no name, or there is no value: see status."),
    ]
}
