//! Severity of the challenges and realisation of the benefits: two tables of the same shape.

use domain::privacy::Importance;
use domain::scoring::{Band, ConstructScore, Detail, Status};
use domain::statistics::Interval;

use super::ask::{precision, status};
use crate::column::{Column, NOT_COARSE, fill};
use crate::{Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

const NOT_CHOSEN: &str = "Nobody named any, or fewer than ten people did in a confidential round.";

struct Row<'r> {
    id: &'r str,
    name: &'r str,
    status: Status,
    detail: Detail,
    index: Option<f64>,
    band: Option<Band>,
    share: Option<f64>,
    range: Option<Interval>,
    importance: Option<&'r Importance>,
}

pub(super) fn challenges(export: &Export<'_>) -> Table {
    let own = export.scores().challenges.iter();
    let rows: Vec<Row<'_>> = own
        .filter_map(|one| {
            let construct = construct(export, &one.id)?;
            let importance = importance(export, &one.id);
            Some(Row { importance, ..row(construct, one.severity, one.band, (one.share_agree, one.share_ci95)) })
        })
        .collect();
    let index =
        Col::number("severity", "How severe it is; high is bad.", "percent", "0 to 100", |row| row.index.into());
    fill("challenges", "Challenges", &columns(index), &rows)
}

pub(super) fn benefits(export: &Export<'_>) -> Table {
    let own = export.scores().benefits.iter();
    let rows: Vec<Row<'_>> = own
        .filter_map(|one| {
            let construct = construct(export, &one.id)?;
            let importance = importance(export, &one.id);
            Some(Row { importance, ..row(construct, one.realisation, one.band, (one.share_agree, one.share_ci95)) })
        })
        .collect();
    let index = Col::number("realisation", "How far it is realised.", "percent", "0 to 100", |row| row.index.into());
    fill("benefits", "Benefits", &columns(index), &rows)
}

/// A construct's name and score.
fn construct<'e>(export: &Export<'e>, id: &str) -> Option<(&'e str, &'e ConstructScore)> {
    let place = export.instrument.construct_index(id)?;
    Some((&export.instrument[place].name, export.scores().constructs.get(place.get())?))
}

/// How many named it among their three, where that is told.
fn importance<'e>(export: &Export<'e>, id: &str) -> Option<&'e Importance> {
    export.published.importance.iter().find(|one| one.id == id && one.n > 0)
}

fn row<'r>(
    (name, score): (&'r str, &'r ConstructScore),
    index: Option<f64>,
    band: Option<Band>,
    (share, range): (Option<f64>, Option<Interval>),
) -> Row<'r> {
    Row { id: &score.id, name, status: score.status, detail: score.detail, index, band, share, range, importance: None }
}

fn columns(index: Col<'_>) -> [Col<'_>; 11] {
    [
        Col::text("id", "The construct.", |row| row.id.into()),
        Col::text("name", "Its name.", |row| row.name.into()),
        Col::status(|row| status(row.status).into()),
        Col::precision(|row| precision(row.detail, row.index.is_some())),
        index,
        Col::number("band", "What that is called.", "", "low, moderate, high, very high", |row| row.band.into()),
        Col::number("share_agree", "Share of respondents whose score is at least 4.", "", "0 to 1", |row| {
            row.share.into()
        })
        .empty(NOT_COARSE),
        Col::number("share_low", "Lower end of the 95 % range of that share.", "", "0 to 1", |row| {
            row.range.map(|range| range.low).into()
        })
        .empty(NOT_COARSE),
        Col::number("share_high", "Upper end of the 95 % range of that share.", "", "0 to 1", |row| {
            row.range.map(|range| range.high).into()
        })
        .empty(NOT_COARSE),
        Col::number("named", "How many named it among the three that matter most.", "people", "0 and more", |row| {
            row.importance.map(|one| one.named).into()
        })
        .empty(NOT_CHOSEN),
        Col::number("named_of", "How many named any.", "people", "1 and more", |row| {
            row.importance.map(|one| one.n).into()
        })
        .empty(NOT_CHOSEN),
    ]
}
