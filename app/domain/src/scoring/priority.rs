//! What to do next: practices by what closing their gap would bring for the effort. Links, efforts and weights are a
//! judgement (ours).

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::construct::ConstructScore;
use super::level::LevelScore;
use super::ratio::Ratio;
use crate::instrument::{ConstructIndex, Instrument, Practice};
use crate::statistics::mean;

/// How much a practice deserves to come next: G x (S/2 + B/2) / E.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PriorityScore {
    /// The practice construct.
    pub practice: String,
    /// G: how far it is from the target, 0 to 1.
    pub gap_fraction: f64,
    /// S: mean severity of the challenges it eases, 0 to 1; 0.5 where none has a score.
    pub severity_fraction: f64,
    /// B: mean shortfall of the benefits it brings, 0 to 1; 0.5 where none has a score.
    pub shortfall_fraction: f64,
    /// E: 1 (weeks) to 3 (quarters).
    pub effort: u8,
    /// The priority itself.
    pub priority: f64,
    /// Whether it holds an item that blocks the next level: these come first.
    pub blocks_next_level: bool,
}

/// G x (S/2 + B/2) / E.
#[must_use]
pub fn priority(gap: f64, severity: f64, shortfall: f64, effort: u8) -> f64 {
    gap * f64::midpoint(severity, shortfall) / f64::from(effort.max(1))
}

/// How far a mean on 1 to 5 is from the target: max(0, (target - now) / 4).
#[must_use]
pub fn gap(target: f64, now: f64) -> f64 {
    ((target - now) / 4.0).max(0.0)
}

impl PriorityScore {
    /// The scored practices, those that block the next level first, then by priority; ties keep the instrument's order.
    pub(super) fn all(instrument: &Instrument, constructs: &[ConstructScore], level: &LevelScore) -> Vec<Self> {
        let mut rows: Vec<(Self, Option<Ratio>)> = instrument
            .practices
            .list
            .iter()
            .filter_map(|practice| {
                let row = Self::of(instrument, constructs, level, practice)?;
                Some((row, exact(instrument, constructs, practice)))
            })
            .collect();
        // One way of comparing for all rows, or the order would not be one.
        let fits = rows.iter().all(|(_, exact)| exact.is_some());
        rows.sort_by(|(a, exact_a), (b, exact_b)| {
            let by_priority = if fits { exact_b.cmp(exact_a) } else { b.priority.total_cmp(&a.priority) };
            b.blocks_next_level.cmp(&a.blocks_next_level).then(by_priority)
        });
        rows.into_iter().map(|(row, _)| row).collect()
    }

    fn of(
        instrument: &Instrument,
        constructs: &[ConstructScore],
        level: &LevelScore,
        practice: &Practice,
    ) -> Option<Self> {
        let now = constructs[practice.construct.get()].mean?;
        let fractions = |linked: &[ConstructIndex]| -> Vec<f64> {
            linked.iter().filter_map(|place| constructs[place.get()].mean).map(|mean| (mean - 1.0) / 4.0).collect()
        };
        let gap_fraction = gap(f64::from(instrument.practices.target), now);
        let severity_fraction = mean(&fractions(&practice.challenges)).unwrap_or(0.5);
        let shortfall_fraction = 1.0 - mean(&fractions(&practice.benefits)).unwrap_or(0.5);
        let items = instrument[practice.construct].items;
        Some(Self {
            practice: instrument[practice.construct].id.clone(),
            gap_fraction,
            severity_fraction,
            shortfall_fraction,
            effort: practice.effort,
            priority: priority(gap_fraction, severity_fraction, shortfall_fraction, practice.effort),
            blocks_next_level: items.iter().any(|item| level.blocking.contains(&instrument[*item].id)),
        })
    }
}

/// The priority times 2, as a fraction; `None` where it does not fit.
fn exact(instrument: &Instrument, constructs: &[ConstructScore], practice: &Practice) -> Option<Ratio> {
    let one = Ratio::new(1, 1)?;
    let quarter = Ratio::new(1, 4)?;
    let linked = |places: &[ConstructIndex]| -> Option<Ratio> {
        let scored: Vec<&ConstructScore> =
            places.iter().map(|place| &constructs[place.get()]).filter(|score| score.n > 0).collect();
        if scored.is_empty() {
            return Ratio::new(1, 2);
        }
        let sum = scored.iter().try_fold(Ratio::ZERO, |sum, score| sum.plus(Ratio::mean(&score.tally.values)?))?;
        sum.times(Ratio::new(1, i128::try_from(scored.len()).ok()?)?)?.minus(one)?.times(quarter)
    };
    let now = Ratio::mean(&constructs[practice.construct.get()].tally.values)?;
    let gap = Ratio::new(i128::from(instrument.practices.target), 1)?.minus(now)?.times(quarter)?;
    let gap = if gap.cmp(&Ratio::ZERO) == Ordering::Less { Ratio::ZERO } else { gap };
    let wanted = linked(&practice.challenges)?.plus(one.minus(linked(&practice.benefits)?)?)?;
    gap.times(wanted)?.times(Ratio::new(1, i128::from(practice.effort.max(1)))?)
}
