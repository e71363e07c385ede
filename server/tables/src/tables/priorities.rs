//! What to do next, best first.

use domain::instrument::{Construct, Practice};
use domain::scoring::{Detail, PriorityScore};

use super::ask::precision;
use crate::column::{Column, NEVER, PRECISION, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

struct Row<'r> {
    construct: &'r Construct,
    practice: &'r Practice,
    detail: Detail,
    score: &'r PriorityScore,
}

pub(super) fn table(export: &Export<'_>) -> Table {
    let (instrument, scores) = (export.instrument, export.scores());
    let placed = scores.priorities.iter().filter_map(|score| {
        let place = instrument.construct_index(&score.practice)?;
        let practice = instrument.practices.list.iter().find(|practice| practice.construct == place)?;
        let linked = [&[place][..], &practice.challenges, &practice.benefits].concat();
        let detail = Detail::together(linked.iter().map(|place| &scores.constructs[place.get()].detail), true);
        Some(Row { construct: &instrument[place], practice, detail, score })
    });
    let rows: Vec<Row<'_>> = placed.collect();
    fill("priorities", "Priorities", &columns(), &rows)
}

fn columns<'r>() -> [Col<'r>; 10] {
    [
        Col::text(
            "id",
            "The practice construct. Only those with a score are listed, the first to work on first.",
            |row| (&row.score.practice).into(),
        ),
        Col::text("name", "Its name.", |row| (&row.construct.name).into()),
        Col::text("action", "What to do next.", |row| (&row.practice.action).into()),
        Col::number(
            "precision",
            "coarse: a construct that it is made of is told as a whole number; the fractions follow from these.",
            "",
            PRECISION,
            |row| precision(row.detail, true),
        )
        .empty(NEVER),
        Col::number("gap_fraction", "G: how far it is from the target.", "", "0 to 1", |row| {
            row.score.gap_fraction.into()
        })
        .empty(NEVER),
        Col::number(
            "severity_fraction",
            "S: mean severity of the challenges it eases; 0.5 where none has a score.",
            "",
            "0 to 1",
            |row| row.score.severity_fraction.into(),
        )
        .empty(NEVER),
        Col::number(
            "shortfall_fraction",
            "B: mean shortfall of the benefits it brings; 0.5 where none has a score.",
            "",
            "0 to 1",
            |row| row.score.shortfall_fraction.into(),
        )
        .empty(NEVER),
        Col::number("effort", "E: from weeks to quarters.", "", "1 to 3", |row| row.score.effort.into()).empty(NEVER),
        Col::number("priority", "G x (S/2 + B/2) / E.", "", "0 to 1", |row| row.score.priority.into()).empty(NEVER),
        Col::number(
            "blocks_next_level",
            "Whether it holds a question that blocks the next level.",
            "",
            "yes, no",
            |row| Cell::yes(row.score.blocks_next_level),
        )
        .empty(NEVER),
    ]
}
