//! The delivery metrics.

use domain::instrument::{Metric, MetricKind};
use domain::scoring::MetricScore;

use super::ask::{full, metric, precision, status, told};
use crate::column::{Column, NEVER, NO_FIGURE, NOT_COARSE, PRECISION, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

struct Row<'r> {
    metric: &'r Metric,
    score: &'r MetricScore,
}

pub(super) fn table(export: &Export<'_>) -> Table {
    let all = export.instrument.metrics.iter().zip(&export.scores().delivery.metrics);
    let rows: Vec<Row<'_>> = all.map(|(metric, score)| Row { metric, score }).collect();
    fill("delivery", "Delivery", &columns(), &rows)
}

fn columns<'r>() -> [Col<'r>; 11] {
    [
        Col::text("id", "The metric.", |row| (&row.score.id).into()),
        Col::text("topic", "What it is about.", |row| (&row.metric.topic).into()),
        Col::text("question", "Its wording, as it was asked.", |row| (&row.metric.question).into()),
        Col::number("kind", "How it is answered.", "", "bands, percent", |row| {
            match row.metric.kind {
                MetricKind::Bands(_) => "bands",
                MetricKind::Percent => "percent",
            }
            .into()
        })
        .empty(NEVER),
        Col::number(
            "status",
            "Whether there is a figure. scored: there is. withheld: nobody gave a value. suppressed: not published, so that nobody's answers can be worked out.",
            "",
            "scored, withheld, suppressed",
            |row| status(metric(row.score)).into(),
        )
        .empty(NEVER),
        Col::number(
            "precision",
            "exact: unrounded. coarse: few people are behind it, so a percentage is rounded to a multiple of 5; a band is as it is.",
            "",
            PRECISION,
            |row| precision(row.score.detail, row.score.score.is_some()),
        )
        .empty(NO_FIGURE),
        Col::number("n", "How many gave a value.", "people", "0 and more", |row| full(row.score.detail, row.score.n))
            .empty(NOT_COARSE),
        Col::at_least(|row| told(row.score.detail, row.score.n)),
        Col::number(
            "median",
            "The lower median band, 1 the worst to 6 the best, or the median percentage.",
            "band or percent",
            "1 to 6, or 0 to 100",
            |row| row.score.median.into(),
        ),
        Col::text("answer", "The median band in words.", |row| band(row).into())
            .empty("The metric is a percentage, or there is no figure: see status."),
        Col::number("score", "What the median is worth; more is better.", "percent", "0 to 100", |row| {
            row.score.score.into()
        }),
    ]
}

fn band(row: &Row<'_>) -> Option<Cell> {
    let (MetricKind::Bands(bands), Some(median)) = (&row.metric.kind, row.score.median) else { return None };
    // Band 1 comes first.
    (1_u8..).zip(bands).find(|(band, _)| f64::from(*band) >= median).map(|(_, words)| words.into())
}
