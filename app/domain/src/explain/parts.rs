//! What an explanation consists of.

use super::levers::{Better, Lever};
use crate::instrument::{ConstructIndex, DimensionIndex, ItemIndex, MetricIndex};
use crate::scoring::Status;

/// A number that can be explained, or that enters another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The mean of an item, 1 to 5.
    Item(ItemIndex),
    /// The index of a construct, 0 to 100.
    Construct(ConstructIndex),
    /// The index of a dimension, 0 to 100: also severity of challenges and realisation of benefits.
    Dimension(DimensionIndex),
    /// The maturity index, 0 to 100.
    Maturity,
    /// The secured level, 1 to 5.
    Level,
    /// The index of delivery performance, 0 to 100.
    Delivery,
    /// The score of a delivery metric, 0 to 100.
    Metric(MetricIndex),
    /// The level on a published model: its place in the crosswalk.
    Ladder(usize),
    /// The share of a framework that is covered, 0 to 100: its place in the crosswalk.
    Coverage(usize),
    /// The priority of a practice.
    Priority(ConstructIndex),
}

/// Why a number is what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Which number.
    pub subject: Subject,
    /// Whether there is one, and if not, why.
    pub status: Status,
    /// The number, unrounded.
    pub value: Option<f64>,
    /// What entered.
    pub entered: Vec<Entered>,
    /// What did not, and why; nothing that is 0.
    pub left_out: Vec<LeftOut>,
    /// What it consists of, as far as it is published, in the instrument's order.
    pub parts: Vec<Part>,
    /// Which way is good.
    pub better: Better,
    /// What would move it that way, or bring it about where there is none. Where levers have a room, the longest first.
    pub levers: Vec<Lever>,
    /// How many of the levers suffice for the next level; `None` where the number is no level, or the highest.
    pub enough: Option<u32>,
}

/// So many of what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entered {
    /// Of what.
    pub unit: Unit,
    /// How many.
    pub count: u32,
    /// Of how many there are; `None` where that is not known.
    pub of: Option<u32>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Answers to a question.
    Answers,
    /// Respondents.
    People,
    /// Items.
    Questions,
    /// Constructs.
    Constructs,
    /// Delivery metrics.
    Metrics,
}

/// What did not enter, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// How many.
    pub count: u32,
}

/// Why something did not enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Answers that are "don't know".
    DontKnow,
    /// Answers that are "not applicable".
    NotApplicable,
    /// Questions that were left blank.
    Blank,
    /// People who answered fewer than two of the questions that apply.
    TooFewAnswered,
    /// People who were not asked, or said that it does not apply.
    NotAsked,
    /// Constructs or metrics that apply and have too few answers; questions without an answer.
    NoScore,
    /// Constructs or questions that do not apply to the team.
    DoesNotApply,
    /// Questions that apply, have no answer, and count as not met.
    CountsAsNotMet,
    /// Constructs, metrics or questions that are not published; whether they have answers is not told.
    NotPublished,
}

/// A part of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub what: Subject,
    /// What it has: a mean for an item, an index for a construct, and for a level or a model the highest stage at which
    /// an item is met; of a coarse figure the least that it can be.
    pub value: f64,
    /// How much of the number it makes up, 0 to 1; `None` where all have to hold and none weighs anything.
    pub weight: Option<f64>,
}

impl Entered {
    pub(super) const fn new(unit: Unit, count: u32) -> Self {
        Self { unit, count, of: None }
    }

    pub(super) fn among(unit: Unit, count: usize, of: usize) -> Self {
        Self { unit, count: small(count), of: Some(small(of)) }
    }
}

/// A count as it is kept: there are never so many.
pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Explanation {
    /// Nothing but that there is a number which is not published.
    pub(super) const fn suppressed(subject: Subject, better: Better) -> Self {
        Self {
            subject,
            status: Status::Suppressed,
            value: None,
            entered: Vec::new(),
            left_out: Vec::new(),
            parts: Vec::new(),
            better,
            levers: Vec::new(),
            enough: None,
        }
    }

    /// How many of a unit entered.
    #[must_use]
    pub fn count(&self, unit: Unit) -> usize {
        self.entered.iter().find(|entered| entered.unit == unit).map_or(0, |entered| entered.count as usize)
    }

    /// How many of a unit there are.
    #[must_use]
    pub fn total(&self, unit: Unit) -> usize {
        let found = self.entered.iter().find(|entered| entered.unit == unit).and_then(|entered| entered.of);
        found.map_or(0, |of| of as usize)
    }

    /// How many were left out for a reason.
    #[must_use]
    pub fn left_out(&self, reason: Reason) -> usize {
        self.left_out.iter().find(|left| left.reason == reason).map_or(0, |left| left.count as usize)
    }

    /// What counts for something only: nothing is left out none times.
    pub(super) fn counted<const N: usize>(counts: [(Reason, u32); N]) -> Vec<LeftOut> {
        let some = counts.into_iter().filter(|(_, count)| *count > 0);
        some.map(|(reason, count)| LeftOut { reason, count }).collect()
    }
}
