//! The questions with a score.

use domain::instrument::{Instrument, Item, Scale};
use domain::scoring::{ItemScore, Scores, Status};
use domain::statistics::Agreement;

use super::ask::{full, item, precision, status, told};
use crate::column::{Column, NOT_COARSE, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

struct Row<'r> {
    instrument: &'r Instrument,
    scores: &'r Scores,
    item: &'r Item,
    score: &'r ItemScore,
}

impl Row<'_> {
    /// How many gave `value`, 1 to 5.
    fn count(&self, value: usize) -> Cell {
        full(self.score.detail, self.score.counts[value - 1])
    }
}

pub(super) fn table(export: &Export<'_>) -> Table {
    let (instrument, scores) = (export.instrument, export.scores());
    let all = instrument.items.iter().zip(&scores.items);
    let rows: Vec<Row<'_>> = all.map(|(item, score)| Row { instrument, scores, item, score }).collect();
    fill("items", "Items", &[what(), figures()].into_iter().flatten().collect::<Vec<_>>(), &rows)
}

fn what<'r>() -> Vec<Col<'r>> {
    vec![
        Col::text("id", "The question.", |row| (&row.score.id).into()),
        Col::text("topic", "What it is about.", |row| (&row.item.topic).into()),
        Col::text("question", "Its wording, as it was asked.", |row| (&row.item.question).into()),
        Col::text("construct", "The construct that it belongs to.", |row| {
            (&row.instrument[row.item.construct].id).into()
        }),
        Col::status(|row| status(item(row.score)).into()),
        Col::precision(|row| precision(row.score.detail, row.score.mean.is_some())),
    ]
}

fn figures<'r>() -> Vec<Col<'r>> {
    vec![
        Col::number("n", "How many gave a value.", "people", "0 and more", |row| full(row.score.detail, row.score.n))
            .empty(NOT_COARSE),
        Col::at_least(|row| told(row.score.detail, row.score.n)),
        Col::number(
            "mean",
            "Mean of the values, reversed ones turned; of a coarse row the mean that its index stands for.",
            "points",
            "1 to 5",
            |row| row.score.mean.into(),
        ),
        Col::number("index", "The mean as percent of the maximum possible.", "percent", "0 to 100", |row| {
            row.score.index.into()
        }),
        Col::number("median", "Median of the values.", "points", "1 to 5", |row| row.score.median.into())
            .empty(NOT_COARSE),
        Col::number("lower_median", "The lower of the two middle values.", "points", "1 to 5", |row| {
            row.score.lower_median.into()
        })
        .empty(NOT_COARSE),
        Col::number("sd", "Standard deviation of the values.", "points", "0 to 2.9", |row| row.score.sd.into())
            .empty(NOT_COARSE),
        Col::number("ad", "Mean absolute deviation from the mean.", "points", "0 to 2", |row| row.score.ad.into())
            .empty(NOT_COARSE),
        Col::number("rwg", "Within-group agreement against an even spread.", "", "0 to 1", |row| row.score.rwg.into())
            .empty(NOT_COARSE),
        Col::number("agreement", "Whether people agree.", "", "agree, differ, disagree", |row| {
            row.score.agreement.map(agreement).into()
        })
        .empty("It needs two values. Else see status."),
        count("count_1", "How many gave 1.", |row| row.count(1)),
        count("count_2", "How many gave 2.", |row| row.count(2)),
        count("count_3", "How many gave 3.", |row| row.count(3)),
        count("count_4", "How many gave 4.", |row| row.count(4)),
        count("count_5", "How many gave 5.", |row| row.count(5)),
        count("dont_know", "How many said that they do not know.", |row| full(row.score.detail, row.score.dont_know)),
        count("not_applicable", "How many said that it does not apply.", |row| {
            full(row.score.detail, row.score.not_applicable)
        }),
        Col::number("blocks_next_level", "Whether it keeps the team from the next level.", "", "yes, no", blocks)
            .empty("The question is no practice, or no level is published."),
    ]
}

/// A number of people; of reversed questions after turning them round.
const fn count<'r>(name: &'static str, meaning: &'static str, cell: fn(&Row<'r>) -> Cell) -> Col<'r> {
    Col::number(name, meaning, "people", "0 and more", cell).empty(NOT_COARSE)
}

fn blocks(row: &Row<'_>) -> Cell {
    let level = &row.scores.maturity.level;
    let says = row.item.scale == Scale::M5 && level.level_status == Status::Scored;
    if says { Cell::yes(level.blocking.contains(&row.item.id)) } else { Cell::Empty }
}

const fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Agree => "agree",
        Agreement::Differ => "differ",
        Agreement::Disagree => "disagree",
    }
}
