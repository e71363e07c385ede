//! What one respondent says about one construct.

use crate::answer::{AnswerSheet, Cell, RespondentAnswers};
use crate::instrument::{ConstructIndex, Instrument};

/// A respondent's score of a construct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The mean of the answered items, in sixths: 6 to 30 stand for 1 to 5.
    Scored(u8),
    /// At least two items apply, but too few of them are answered.
    Withheld,
    /// Fewer than two items were asked and apply.
    NotApplicable,
}

impl Standing {
    /// The score on 1 to 5.
    #[must_use]
    pub fn score(self) -> Option<f64> {
        match self {
            Self::Scored(sixths) => Some(f64::from(sixths) / 6.0),
            Self::Withheld | Self::NotApplicable => None,
        }
    }
}

/// The value that a given one counts as.
#[must_use]
pub const fn turned(value: u8, reversed: bool) -> u8 {
    if reversed { 6 - value } else { value }
}

/// Scores a construct for one respondent: the mean of the answered items, if at least two of those asked apply and at
/// least two thirds of these, and never fewer than two, are answered.
#[must_use]
pub fn standing(
    instrument: &Instrument,
    sheet: &AnswerSheet,
    respondent: &RespondentAnswers,
    construct: ConstructIndex,
) -> Standing {
    let (mut applicable, mut answered, mut sum) = (0_u8, 0_u8, 0_u8);
    for item in instrument[construct].items {
        let cell = respondent.item(item);
        if !sheet.asked(instrument, respondent, item) || cell == Cell::NotApplicable {
            continue;
        }
        applicable += 1;
        if let Cell::Value(value) = cell {
            answered += 1;
            sum += turned(value, instrument[item].reversed);
        }
    }
    if applicable < 2 {
        return Standing::NotApplicable;
    }
    // Of two or three items two thirds, rounded up, are two.
    match answered {
        2 | 3 => Standing::Scored(sum * 6 / answered),
        _ => Standing::Withheld,
    }
}
