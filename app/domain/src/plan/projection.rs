//! What a plan would bring.

use super::{Linked, Target};
use crate::figures::Figure;
use crate::instrument::Instrument;
use crate::report::words::whole;
use crate::scoring::{Detail, Plan, Scores, projected_index};

/// The maturity index now, and if every planned practice were at its target.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// Now, as it is published.
    pub now: Figure,
    /// Then, 0 to 100; `None` where there would be no index.
    pub then: Option<f64>,
    /// How many practices are planned.
    pub planned: usize,
    /// How many of them are at their target already.
    pub reached: usize,
}

impl Projection {
    /// Of published scores. Where several actions aim at one practice the highest target counts; what is no practice
    /// of the questionnaire is left out.
    #[must_use]
    pub fn of<'a>(
        instrument: &Instrument,
        scores: &Scores,
        aims: impl IntoIterator<Item = (&'a Linked, Target)>,
    ) -> Self {
        let mut highest: Vec<(&str, Target)> = Vec::new();
        for (linked, target) in aims {
            match highest.iter_mut().find(|(practice, _)| *practice == linked.practice()) {
                Some((_, before)) => *before = target.max(*before),
                None => highest.push((linked.practice(), target)),
            }
        }
        let (mut plan, mut planned, mut reached) = (Plan::new(), 0, 0);
        for (practice, target) in highest {
            let Some(place) = instrument.construct_index(practice) else { continue };
            planned += 1;
            let now = scores.constructs.get(place.get()).and_then(|score| score.mean);
            if now.is_some_and(|mean| target.is_reached(mean)) {
                reached += 1;
            } else {
                // It is a practice below its target, so nothing is refused but what is no practice at all.
                planned -= usize::from(plan.aim(instrument, scores, place, target.mean()).is_err());
            }
        }
        Self { now: Figure::index(scores), then: projected_index(instrument, scores, &plan), planned, reached }
    }

    /// In a sentence or two.
    #[must_use]
    pub fn words(&self) -> String {
        let Self { now, then, planned, reached } = self;
        let shown = |value: f64| match now.detail {
            Detail::Coarse => format!("about {}", whole(value)),
            Detail::Full | Detail::Suppressed => whole(value),
        };
        match (now.value, then) {
            _ if *planned == 0 => format!("{} now. Nothing is planned that would change it.", now.text()),
            (Some(value), Some(_)) if planned == reached => {
                format!("{} now. Every planned practice is at its target already.", shown(value))
            }
            (Some(value), Some(then)) => {
                format!("If every planned practice reaches its target: {} now, {} then.", shown(value), shown(*then))
            }
            (None, Some(then)) => format!(
                "{} now. If every planned practice reaches its target, the index is {}.",
                now.text(),
                shown(*then)
            ),
            (_, None) => "Too few practices have a score to tell what the plan would bring.".to_owned(),
        }
    }
}
