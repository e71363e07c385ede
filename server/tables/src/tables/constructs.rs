//! The constructs: practices, challenges, benefits.

use domain::instrument::{Construct, Instrument};
use domain::scoring::ConstructScore;

use super::ask::{FEEDS, feeds, full, precision, status, told};
use crate::column::{Column, NEVER, NOT_COARSE, fill};
use crate::{Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

struct Row<'r> {
    instrument: &'r Instrument,
    construct: &'r Construct,
    score: &'r ConstructScore,
}

pub(super) fn table(export: &Export<'_>) -> Table {
    let instrument = export.instrument;
    let all = instrument.constructs.iter().zip(&export.scores().constructs);
    let rows: Vec<Row<'_>> = all.map(|(construct, score)| Row { instrument, construct, score }).collect();
    fill("constructs", "Constructs", &columns(), &rows)
}

fn columns<'r>() -> [Col<'r>; 18] {
    [
        Col::text("id", "The construct.", |row| (&row.score.id).into()),
        Col::text("name", "Its name.", |row| (&row.construct.name).into()),
        Col::text("dimension", "The dimension that it belongs to.", |row| {
            (&row.instrument[row.construct.dimension].id).into()
        }),
        Col::number("feeds", "What it counts towards. Of severity a high figure is bad.", "", FEEDS, |row| {
            feeds(row.construct.feeds).into()
        })
        .empty(NEVER),
        Col::status(|row| status(row.score.status).into()),
        Col::precision(|row| precision(row.score.detail, row.score.mean.is_some())),
        Col::number("n", "How many respondents have a score.", "people", "0 and more", |row| {
            full(row.score.detail, row.score.n)
        })
        .empty(NOT_COARSE),
        Col::at_least(|row| told(row.score.detail, row.score.n)),
        Col::number(
            "mean",
            "Mean of the respondents' scores; of a coarse row the mean that its index stands for.",
            "points",
            "1 to 5",
            |row| row.score.mean.into(),
        ),
        Col::number("mean_low", "Lower end of the 95 % range of the mean.", "points", "1 to 5", |row| {
            row.score.ci95.map(|range| range.low).into()
        }),
        Col::number("mean_high", "Upper end of the 95 % range of the mean.", "points", "1 to 5", |row| {
            row.score.ci95.map(|range| range.high).into()
        }),
        Col::number("index", "The mean as percent of the maximum possible.", "percent", "0 to 100", |row| {
            row.score.index.into()
        }),
        Col::number("index_low", "Lower end of the 95 % range of the index.", "percent", "0 to 100", |row| {
            row.score.index_ci95.map(|range| range.low).into()
        }),
        Col::number("index_high", "Upper end of the 95 % range of the index.", "percent", "0 to 100", |row| {
            row.score.index_ci95.map(|range| range.high).into()
        }),
        Col::number("median", "Median of the respondents' scores.", "points", "1 to 5", |row| row.score.median.into())
            .empty(NOT_COARSE),
        Col::number("sd", "Standard deviation of the respondents' scores.", "points", "0 to 2.9", |row| {
            row.score.sd.into()
        })
        .empty(NOT_COARSE),
        Col::number(
            "role_balanced_mean",
            "Mean over job roles of their means, as these are told: how much the mix of roles matters.",
            "points",
            "1 to 5",
            |row| row.score.role_balanced_mean.into(),
        )
        .empty("Not published, because not every role is, or it does not exist: see status."),
        Col::text("items", "Its questions.", |row| {
            crate::Cell::list(row.construct.items.iter().map(|item| &row.instrument[*item].id))
        }),
    ]
}
