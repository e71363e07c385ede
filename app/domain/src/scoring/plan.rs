//! What a plan would bring.

use super::Scores;
use super::composite::{self, Part};
use crate::instrument::{ConstructIndex, Feeds, Instrument};

/// Practices with the stage that each is to reach. Each stands in it once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    targets: Vec<(ConstructIndex, f64)>,
}

/// Why a practice cannot be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanFault {
    /// It is a challenge or a benefit: these follow from what is done.
    #[error("Only practices can be planned.")]
    NoPractice,
    /// The target is not a stage from 1 to 5.
    #[error("Give a stage from 1 to 5.")]
    NoStage,
    /// The team is above the target already.
    #[error("The team is above this stage already.")]
    BelowNow,
}

impl Plan {
    /// A plan of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { targets: Vec::new() }
    }

    /// Plans that a practice reaches `target`, a mean on 1 to 5, instead of what was planned for it before. One
    /// without a score may be planned too.
    ///
    /// # Errors
    ///
    /// It is no practice, the target is not on 1 to 5, or the team is above it by `scores`.
    pub fn aim(
        &mut self,
        instrument: &Instrument,
        scores: &Scores,
        practice: ConstructIndex,
        target: f64,
    ) -> Result<(), PlanFault> {
        if instrument[practice].feeds != Feeds::Maturity {
            return Err(PlanFault::NoPractice);
        }
        if !(1.0..=5.0).contains(&target) {
            return Err(PlanFault::NoStage);
        }
        if scores.constructs[practice.get()].mean.is_some_and(|now| now > target) {
            return Err(PlanFault::BelowNow);
        }
        self.targets.retain(|(planned, _)| *planned != practice);
        self.targets.push((practice, target));
        Ok(())
    }

    /// The stage that a practice is to reach.
    #[must_use]
    pub fn target(&self, practice: ConstructIndex) -> Option<f64> {
        self.targets.iter().find(|(planned, _)| *planned == practice).map(|(_, target)| *target)
    }
}

/// The maturity index if each planned construct were at its target and all else stayed as it is. One that has come to
/// be above its target since it was planned stays where it is. `None` where there would be no index.
#[must_use]
pub fn projected_index(instrument: &Instrument, scores: &Scores, plan: &Plan) -> Option<f64> {
    let part = |place: usize| {
        let now = &scores.constructs[place];
        match (plan.target(ConstructIndex::at(place)), now.mean) {
            (Some(target), Some(mean)) => Part::Mean(mean.max(target)),
            (Some(target), None) => Part::Mean(target),
            (None, mean) => Part::of(now.status, mean),
        }
    };
    composite::maturity(instrument, part).map(|maturity| maturity.index)
}
