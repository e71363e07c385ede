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
        told(score.detail, score.status, score.index, score.index_ci95)
    }
}

/// The same of a figure of a table.
impl From<&domain::figures::Figure> for Reading {
    fn from(figure: &domain::figures::Figure) -> Self {
        told(figure.detail, figure.status, figure.value, figure.interval)
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

fn told(detail: Detail, status: Status, index: Option<f64>, range: Option<domain::statistics::Interval>) -> Reading {
    let found = match detail {
        Detail::Full => full(index, range),
        Detail::Coarse => coarse(index, range),
        Detail::Suppressed => None,
    };
    found.unwrap_or(Reading::Absent(match (detail, status) {
        (Detail::Suppressed, _) | (_, Status::Suppressed) => Absence::NotShown,
        (_, Status::NotApplicable) => Absence::NotAsked,
        (_, Status::Scored | Status::Withheld) => Absence::TooFew,
    }))
}

fn full(index: Option<f64>, range: Option<domain::statistics::Interval>) -> Option<Reading> {
    let interval = range.and_then(|range| Interval::new(range.low.max(0.0), range.high.min(100.0)));
    Some(Reading::Full { index: Index::new(index?)?, interval })
}

fn coarse(index: Option<f64>, range: Option<domain::statistics::Interval>) -> Option<Reading> {
    let whole = |value: f64| Index::new(value).map(Index::whole);
    let interval = range.and_then(|range| Fives::new(whole(range.low)?, whole(range.high)?));
    Some(Reading::Coarse { index: Whole::new(whole(index?)?)?, interval })
}
