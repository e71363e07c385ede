//! From the values of a result to the values of a chart.

use domain::comparison::Compared;
use domain::report::{ConstructRow, Figure};
use domain::scoring::{ConstructScore, Detail, ItemScore, Status};

use crate::{Absence, Answers, Fives, Index, Interval, Link, Mark, Reading, Whole};

impl From<&Figure> for Mark {
    fn from(figure: &Figure) -> Self {
        Self::new(figure.value, figure.range)
    }
}

impl From<&ConstructRow> for Mark {
    fn from(row: &ConstructRow) -> Self {
        Self::from(&row.figure).attention(row.attention)
    }
}

/// As far as a published score is told.
impl From<&ConstructScore> for Reading {
    fn from(score: &ConstructScore) -> Self {
        let found = match score.detail {
            Detail::Full => full(score),
            Detail::Coarse => coarse(score),
            Detail::Suppressed => None,
        };
        found.unwrap_or(Self::Absent(match (score.detail, score.status) {
            (Detail::Suppressed, _) | (_, Status::Suppressed) => Absence::NotShown,
            (_, Status::NotApplicable) => Absence::NotAsked,
            (_, Status::Scored | Status::Withheld) => Absence::TooFew,
        }))
    }
}

/// The counts of a published item, where they are told.
impl From<&ItemScore> for Answers {
    fn from(score: &ItemScore) -> Self {
        match score.detail {
            Detail::Full => Self::Counts { values: score.counts, dont_know: score.dont_know },
            // The counts are all 0 then, which is not what was answered.
            Detail::Coarse | Detail::Suppressed => Self::Absent(Absence::NotShown),
        }
    }
}

/// Whether the two sides of a comparison were asked in the same way.
impl<T> From<&Compared<T>> for Link {
    fn from(compared: &Compared<T>) -> Self {
        match compared {
            Compared::Reworded => Self::Reworded,
            Compared::Unknown | Compared::Found(_) => Self::Same,
        }
    }
}

fn full(score: &ConstructScore) -> Option<Reading> {
    let interval = score.index_ci95.and_then(|range| Interval::new(range.low.max(0.0), range.high.min(100.0)));
    Some(Reading::Full { index: Index::new(score.index?)?, interval })
}

fn coarse(score: &ConstructScore) -> Option<Reading> {
    let whole = |value: f64| Index::new(value).map(Index::whole);
    let interval = score.index_ci95.and_then(|range| Fives::new(whole(range.low)?, whole(range.high)?));
    Some(Reading::Coarse { index: Whole::new(whole(score.index?)?)?, interval })
}
