//! What a round knows already: deployment frequency, fail rate and recovery time, from its delivery metrics.
//!
//! The metrics are answered in bands. Which numbers stand for a band is our choice: its two limits for low and high,
//! and for base their geometric mean, as the bands grow by factors. A band that begins at 0 has the middle for base. Of
//! a band without an end nothing but its limit is known, so that is taken for all three. Recovery is counted in hours
//! of the clock, a month being a twelfth of 8,760 hours.

use super::input::Inputs;
use super::number::{Amount, Range, Share};
use crate::instrument::Instrument;
use crate::scoring::DeliveryScore;

/// The metrics of the built-in questionnaire that say it, and what their bands stand for.
const FREQUENCY: &str = "PM1";
const RECOVERY: &str = "PM3";
const FAIL_RATE: &str = "PM4";

/// Releases a year: less than one in 6 months, to monthly, to weekly, to daily, to hourly, more often.
const RELEASES: [(f64, f64); 6] =
    [(0.0, 2.0), (2.0, 12.0), (12.0, 52.0), (52.0, 365.0), (365.0, 8_760.0), (8_760.0, 8_760.0)];

/// Hours to recover: more than 6 months, months, weeks, days, hours, less than one.
const HOURS: [(f64, f64); 6] =
    [(4_380.0, 4_380.0), (730.0, 4_380.0), (168.0, 730.0), (24.0, 168.0), (1.0, 24.0), (0.0, 1.0)];

/// What a round knows of how often releases are made and fail. It speaks of the one model or service that the round
/// names.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Known {
    /// Releases a year.
    pub releases: Option<Range<Amount>>,
    /// Share of the releases that needed an urgent fix.
    pub fail_rate: Option<Range<Share>>,
    /// Hours to recover.
    pub recovery_hours: Option<Range<Amount>>,
}

impl Known {
    /// Reads published scores; nothing is known of another questionnaire than the built-in one.
    #[must_use]
    pub fn of(instrument: &Instrument, delivery: &DeliveryScore) -> Self {
        if instrument.id != Instrument::builtin().id {
            return Self::default();
        }
        let median = |id: &str| delivery.metrics.iter().find(|metric| metric.id == id)?.median;
        let percent = |percent: f64| Share::new(percent / 100.0).ok().map(Range::known);
        Self {
            releases: median(FREQUENCY).and_then(|band| band_range(&RELEASES, band)),
            fail_rate: median(FAIL_RATE).and_then(percent),
            recovery_hours: median(RECOVERY).and_then(|band| band_range(&HOURS, band)),
        }
    }
}

fn band_range(bands: &[(f64, f64); 6], band: f64) -> Option<Range<Amount>> {
    let (_, (low, high)) = (1_u8..).zip(bands).find(|(place, _)| f64::from(*place) >= band)?;
    let base = if *low > 0.0 { (low * high).sqrt() } else { high / 2.0 };
    // The mean of equal limits may miss them by a hair.
    let base = base.clamp(*low, *high);
    Range::new(Amount::new(*low).ok()?, Amount::new(base).ok()?, Amount::new(*high).ok()?).ok()
}

impl Inputs {
    /// Fills in what a round knows of how things are; what the team gave stays.
    #[must_use]
    pub fn filled_in(mut self, known: &Known) -> Self {
        let before = &mut self.reliability.before;
        self.labour.releases.fill(known.releases);
        before.releases.fill(known.releases);
        before.fail_rate.fill(known.fail_rate);
        before.recovery_hours.fill(known.recovery_hours);
        self
    }
}
