//! What published models would say.

use domain::scoring::{CoverageScore, LadderScore};

use super::ask::certainty;
use crate::column::{Column, NEVER, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

enum Row<'r> {
    Ladder(&'r domain::instrument::Ladder, &'r LadderScore),
    Coverage(&'r domain::instrument::Coverage, &'r CoverageScore),
}

impl Row<'_> {
    fn ladder<C: Into<Cell>>(&self, value: impl Fn(&LadderScore) -> C) -> Cell {
        match self {
            Self::Ladder(_, score) => value(score).into(),
            Self::Coverage(..) => Cell::Empty,
        }
    }

    fn coverage<C: Into<Cell>>(&self, value: impl Fn(&CoverageScore) -> C) -> Cell {
        match self {
            Self::Ladder(..) => Cell::Empty,
            Self::Coverage(_, score) => value(score).into(),
        }
    }

    fn level_name(&self) -> Cell {
        let Self::Ladder(ladder, score) = self else { return Cell::Empty };
        ladder.levels.iter().find(|level| level.level == score.level).map(|level| &level.name).into()
    }

    fn one(
        &self,
        ladder: impl Fn(&LadderScore, &domain::instrument::Ladder) -> Cell,
        coverage: impl Fn(&CoverageScore, &domain::instrument::Coverage) -> Cell,
    ) -> Cell {
        match self {
            Self::Ladder(of, score) => ladder(score, of),
            Self::Coverage(of, score) => coverage(score, of),
        }
    }
}

pub(super) fn table(export: &Export<'_>) -> Table {
    let (crosswalk, scores) = (&export.instrument.crosswalk, &export.scores().frameworks);
    let ladders = crosswalk.ladders.iter().zip(&scores.ladders).map(|(of, score)| Row::Ladder(of, score));
    let coverages = crosswalk.coverages.iter().zip(&scores.coverages).map(|(of, score)| Row::Coverage(of, score));
    fill("frameworks", "Frameworks", &columns(), &ladders.chain(coverages).collect::<Vec<_>>())
}

/// What an empty cell means where only models with levels have a value.
const LEVELS_ONLY: &str = "The framework has no levels, or there is nothing to name.";
/// What an empty cell means where only frameworks without levels have a value.
const COVERAGES_ONLY: &str = "The framework has levels, or the status is cannot_tell.";

fn columns<'r>() -> [Col<'r>; 12] {
    [
        Col::text("id", "The framework.", |row| row.one(|score, _| (&score.id).into(), |score, _| (&score.id).into())),
        Col::text("name", "Its name.", |row| row.one(|_, of| (&of.name).into(), |_, of| (&of.name).into())),
        Col::number("kind", "Whether it has levels, or a share of it is covered.", "", "levels, coverage", |row| {
            row.one(|_, _| "levels".into(), |_, _| "coverage".into())
        })
        .empty(NEVER),
        Col::number(
            "status",
            "known: the answers decide it. cannot_tell: a level may be higher, or nothing is known of a coverage.",
            "",
            "known, cannot_tell",
            |row| row.one(|score, _| certainty(score.status).into(), |score, _| certainty(score.status).into()),
        )
        .empty(NEVER),
        Col::number("level", "The highest level that is shown to be met.", "level", "0 and more", |row| {
            row.ladder(|score| score.level)
        })
        .empty(LEVELS_ONLY),
        Col::text("level_name", "That level's name.", Row::level_name).empty(LEVELS_ONLY),
        Col::number(
            "coverage",
            "Share of the tagged practice questions with a value that are met at stage 4.",
            "percent",
            "0 to 100",
            |row| row.coverage(|score| score.coverage),
        )
        .empty(COVERAGES_ONLY),
        Col::number("n_items", "How many tagged questions have a value.", "questions", "0 and more", |row| {
            row.coverage(|score| score.n_items)
        })
        .empty(COVERAGES_ONLY),
        Col::number("n_met", "How many of these are met at stage 4.", "questions", "0 and more", |row| {
            row.coverage(|score| score.n_met)
        })
        .empty(COVERAGES_ONLY),
        Col::text("decided_by", "Questions whose answers show the level to be met.", |row| {
            row.ladder(|score| Cell::list(&score.decided_by))
        })
        .empty(LEVELS_ONLY),
        Col::text("would_raise", "Questions that keep from the next level, or are not answered.", |row| {
            row.ladder(|score| Cell::list(&score.would_raise))
        })
        .empty(LEVELS_ONLY),
        Col::text(
            "source",
            "Where it was published, and when. The mapping is ours, not endorsed by its authors.",
            |row| row.one(|_, of| (&of.source).into(), |_, of| (&of.source).into()),
        ),
    ]
}
