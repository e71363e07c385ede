//! Why a published number is what it is, as a value: which answers entered, what was left out, what it consists of and
//! how much each part weighs, and what would move it the way it should go.
//!
//! Everything is read from scores and never from answers, so what is not published cannot show here. The sentences of
//! a report are made from these values.

mod composite;
mod construct;
mod delivery;
mod framework;
mod item;
mod level;
mod levers;
mod met;
mod parts;
mod priority;

pub use levers::{Better, Lever, Need};
pub use parts::{Entered, Explanation, LeftOut, Part, Reason, Subject, Unit};

use crate::instrument::Instrument;
use crate::scoring::Scores;

/// Explains the numbers of one result.
#[derive(Clone, Copy, Debug)]
pub struct Explainer<'s> {
    instrument: &'s Instrument,
    scores: &'s Scores,
}

impl<'s> Explainer<'s> {
    /// Of scores that were made for this instrument.
    #[must_use]
    pub const fn new(instrument: &'s Instrument, scores: &'s Scores) -> Self {
        Self { instrument, scores }
    }

    /// Explains a number; `None` for a model that is not in the crosswalk, and for the priority of what is no practice
    /// with a score.
    #[must_use]
    pub fn of(&self, subject: Subject) -> Option<Explanation> {
        match subject {
            Subject::Item(item) => Some(self.item(item)),
            Subject::Construct(construct) => Some(self.construct(construct)),
            Subject::Dimension(dimension) => Some(self.dimension(dimension)),
            Subject::Maturity => Some(self.maturity()),
            Subject::Level => Some(self.level()),
            Subject::Delivery => Some(self.delivery()),
            Subject::Metric(metric) => Some(self.metric(metric)),
            Subject::Ladder(place) => self.ladder(place),
            Subject::Coverage(place) => self.coverage(place),
            Subject::Priority(practice) => self.priority(practice),
        }
    }

    /// Every number there is, in the instrument's order.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> + use<'s> {
        let instrument = self.instrument;
        let crosswalk = &instrument.crosswalk;
        let whole = [Subject::Maturity, Subject::Level, Subject::Delivery];
        let priorities = self.scores.priorities.iter().filter_map(|row| instrument.construct_index(&row.practice));
        whole
            .into_iter()
            .chain(instrument.dimension_indices().map(Subject::Dimension))
            .chain(instrument.construct_indices().map(Subject::Construct))
            .chain(instrument.item_indices().map(Subject::Item))
            .chain(instrument.metric_indices().map(Subject::Metric))
            .chain((0..crosswalk.ladders.len()).map(Subject::Ladder))
            .chain((0..crosswalk.coverages.len()).map(Subject::Coverage))
            .chain(priorities.map(Subject::Priority))
    }
}
