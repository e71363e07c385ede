//! Figures of one item.

use serde::{Deserialize, Serialize};

use super::status::{Detail, index};
use super::tally::ItemTally;
use crate::instrument::{Feeds, Instrument, ItemIndex};
use crate::statistics::{Agreement, Interval, rwg, wilson};

/// Figures of one item, over given values, reversed ones turned.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ItemScore {
    /// The item.
    pub id: String,
    /// How much is told.
    #[serde(default, skip_serializing_if = "Detail::is_full")]
    pub detail: Detail,
    /// How many values were given; of a coarse figure the least number it can be.
    pub n: u32,
    /// Their mean, 1 to 5.
    pub mean: Option<f64>,
    /// The mean as an index, 0 to 100.
    pub index: Option<f64>,
    /// Their median, 1 to 5.
    pub median: Option<f64>,
    /// The lower of their two middle values.
    pub lower_median: Option<u8>,
    /// Their standard deviation; from two values on.
    pub sd: Option<f64>,
    /// Their mean absolute deviation from the mean.
    pub ad: Option<f64>,
    /// Within-group agreement; from two values on.
    pub rwg: Option<f64>,
    /// How often each of 1 to 5 was given.
    pub counts: [u32; 5],
    /// How many said "don't know".
    pub dont_know: u32,
    /// How many said "not applicable".
    pub not_applicable: u32,
    /// Agreement in a word; from two values on.
    pub agreement: Option<Agreement>,
    /// What these figures were made of.
    #[serde(skip)]
    pub tally: ItemTally,
}

impl ItemScore {
    pub(super) fn of(id: &str, tally: &ItemTally) -> Self {
        let values = &tally.values;
        Self {
            id: id.to_owned(),
            detail: Detail::Full,
            n: values.n(),
            mean: values.mean(),
            index: values.mean().map(index),
            median: values.median(),
            lower_median: values.lower_median(),
            sd: values.sd(),
            ad: values.average_deviation(),
            rwg: values.variance().map(rwg),
            counts: *values.counts(),
            dont_know: tally.dont_know,
            not_applicable: tally.not_applicable,
            agreement: values.agreement(),
            tally: *tally,
        }
    }

    /// How many values are below a stage; 0 where that is not told.
    #[must_use]
    pub fn below(&self, stage: u8) -> u32 {
        self.tally.values.n() - self.tally.values.at_least(stage)
    }

    /// How many were asked and gave no value, "not applicable" left aside.
    #[must_use]
    pub const fn missing(&self) -> u32 {
        self.tally.asked.saturating_sub(self.n).saturating_sub(self.not_applicable)
    }

    /// The share of values of 4 or 5 with its Wilson interval: how many agree. `None` without values, and where counts
    /// are not told.
    #[must_use]
    pub fn share_agree(&self) -> Option<(f64, Interval)> {
        if !self.detail.is_full() {
            return None;
        }
        let agree = self.tally.values.at_least(4);
        let interval = wilson(agree, self.n)?;
        Some((f64::from(agree) / f64::from(self.n), interval))
    }
}

/// Whether the item is one of a challenge or benefit, of which the share that agrees is shown.
#[must_use]
pub fn is_perception(instrument: &Instrument, item: ItemIndex) -> bool {
    matches!(instrument[instrument[item].construct].feeds, Feeds::Severity | Feeds::Realisation)
}
