//! The dimensions.

use domain::instrument::{Dimension, Instrument};
use domain::scoring::{Detail, DimensionScore, Scores};

use super::ask::{FEEDS, feeds, precision, status};
use crate::column::{Column, NEVER, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

struct Row<'r> {
    instrument: &'r Instrument,
    dimension: &'r Dimension,
    detail: Detail,
    score: &'r DimensionScore,
}

pub(super) fn table(export: &Export<'_>) -> Table {
    let instrument = export.instrument;
    let scores = export.scores().dimensions.iter();
    let known = scores.filter_map(|score| Some((instrument.dimension(&score.id)?, score)));
    let rows: Vec<Row<'_>> = known
        .map(|(dimension, score)| Row {
            instrument,
            dimension,
            detail: detail(export.scores(), dimension, score),
            score,
        })
        .collect();
    fill("dimensions", "Dimensions", &columns(), &rows)
}

/// How much is told of a dimension: it follows from its constructs as they are told.
pub(super) fn detail(scores: &Scores, dimension: &Dimension, score: &DimensionScore) -> Detail {
    let own = dimension.constructs.iter().map(|construct| &scores.constructs[construct.get()].detail);
    Detail::together(own, score.index.is_some())
}

fn columns<'r>() -> [Col<'r>; 8] {
    [
        Col::text("id", "The dimension.", |row| (&row.score.id).into()),
        Col::text("name", "Its name.", |row| (&row.dimension.name).into()),
        Col::number("feeds", "What it counts towards. Of severity a high figure is bad.", "", FEEDS, |row| {
            feeds(row.dimension.feeds).into()
        })
        .empty(NEVER),
        Col::status(|row| status(row.score.status).into()),
        Col::precision(|row| precision(row.detail, row.score.index.is_some())),
        Col::number("index", "Mean of the indices of its constructs.", "percent", "0 to 100", |row| {
            row.score.index.into()
        }),
        Col::number("band", "What the index is called.", "", "low, moderate, high, very high", |row| {
            row.score.band.into()
        })
        .empty("Practices have no bands. Else see status."),
        Col::text("constructs", "Its constructs.", |row| {
            Cell::list(row.dimension.constructs.iter().map(|construct| &row.instrument[*construct].id))
        }),
    ]
}
