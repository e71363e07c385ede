//! What would move a number the way it should go.

use super::parts::Subject;
use crate::instrument::Feeds;

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// Up.
    Higher,
    /// Down: severity of challenges.
    Lower,
    /// Neither: a priority says what to do next.
    Neither,
}

/// Something that would move a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// What has to change.
    pub what: Subject,
    /// How.
    pub need: Need,
}

/// What is needed of something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Need {
    /// Answers: it has none, or too few.
    Answers,
    /// To be met at this stage: at least two thirds of the answers are there or above.
    Met(u8),
    /// The same, of a gate, which cannot be made up for by others.
    Gate(u8),
    /// An index of at least this.
    Index(u8),
    /// A mean of this, 1 to 5.
    Mean(f64),
    /// To go on the way that is good.
    Move {
        /// What one step brings, in points of the number explained: one stage more (or less, where that is good) on one
        /// question for everybody who answered it and its two mates; one band or one percent of a metric.
        step: f64,
        /// What going all the way would bring, in the same points.
        room: f64,
    },
}

impl Better {
    /// High is good, but for challenges.
    pub(super) const fn of(feeds: Feeds) -> Self {
        match feeds {
            Feeds::Severity => Self::Lower,
            Feeds::Maturity | Feeds::Realisation | Feeds::Delivery => Self::Higher,
        }
    }

    /// How far something from `least` to `most` still has to go.
    pub(super) fn distance(self, now: f64, least: f64, most: f64) -> f64 {
        match self {
            Self::Higher => most - now,
            Self::Lower => now - least,
            Self::Neither => 0.0,
        }
    }
}

impl Need {
    /// How far it can go, if it can at all.
    pub(super) fn room(&self) -> f64 {
        match self {
            Self::Move { room, .. } => *room,
            _ => 0.0,
        }
    }
}

/// Levers that still have somewhere to go, the longest way first; ties keep the instrument's order.
pub(super) fn longest_first(levers: impl Iterator<Item = Lever>) -> Vec<Lever> {
    let mut levers: Vec<Lever> = levers.filter(|lever| lever.need.room() > 0.0).collect();
    levers.sort_by(|a, b| b.need.room().total_cmp(&a.need.room()));
    levers
}
