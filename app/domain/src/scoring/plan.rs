//! What a plan would bring.

use super::Scores;
use super::composite::{self, Part};
use crate::instrument::{ConstructIndex, Instrument};

/// The maturity index if each planned construct were at its target stage (1 to 5) and all else stayed as it is. A
/// construct that is above its target already stays where it is. `None` where there would be no index.
#[must_use]
pub fn projected_index(instrument: &Instrument, scores: &Scores, plan: &[(ConstructIndex, f64)]) -> Option<f64> {
    let part = |place: usize| {
        let now = &scores.constructs[place];
        let target = plan.iter().find(|(construct, _)| construct.get() == place).map(|(_, target)| *target);
        match (target, now.mean) {
            (Some(target), Some(mean)) => Part::Mean(mean.max(target)),
            (Some(target), None) => Part::Mean(target),
            (None, mean) => Part::of(now.status, mean),
        }
    };
    composite::maturity(instrument, part).map(|maturity| maturity.index)
}
