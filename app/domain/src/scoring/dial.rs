//! Severity of each challenge and realisation of each benefit.

use serde::{Deserialize, Serialize};

use super::construct::ConstructScore;
use super::status::Band;
use crate::instrument::{Feeds, Instrument};
use crate::statistics::{Interval, wilson};

/// How severe a challenge is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChallengeScore {
    /// The challenge construct.
    pub id: String,
    /// Its index, 0 to 100; high is bad.
    pub severity: Option<f64>,
    /// What that is called.
    pub band: Option<Band>,
    /// Share of respondents whose score is at least 4, 0 to 1.
    pub share_agree: Option<f64>,
    /// 95 % Wilson interval of that share.
    pub share_ci95: Option<Interval>,
}

/// How far a benefit is realised.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BenefitScore {
    /// The benefit construct.
    pub id: String,
    /// Its index, 0 to 100.
    pub realisation: Option<f64>,
    /// What that is called.
    pub band: Option<Band>,
    /// Share of respondents whose score is at least 4, 0 to 1.
    pub share_agree: Option<f64>,
    /// 95 % Wilson interval of that share.
    pub share_ci95: Option<Interval>,
}

/// Of four in sixths: a construct score that agrees.
const AGREES: u8 = 24;

impl ChallengeScore {
    pub(super) fn all(instrument: &Instrument, constructs: &[ConstructScore]) -> Vec<Self> {
        let own = instrument.constructs_feeding(Feeds::Severity).map(|place| &constructs[place.get()]);
        own.map(|score| Self {
            id: score.id.clone(),
            severity: score.index,
            band: score.band(),
            share_agree: score.share_agree(),
            share_ci95: score.share_interval(),
        })
        .collect()
    }
}

impl BenefitScore {
    pub(super) fn all(instrument: &Instrument, constructs: &[ConstructScore]) -> Vec<Self> {
        let own = instrument.constructs_feeding(Feeds::Realisation).map(|place| &constructs[place.get()]);
        own.map(|score| Self {
            id: score.id.clone(),
            realisation: score.index,
            band: score.band(),
            share_agree: score.share_agree(),
            share_ci95: score.share_interval(),
        })
        .collect()
    }
}

impl ConstructScore {
    fn band(&self) -> Option<Band> {
        (self.n > 0).then(|| Band::by(|limit| self.reaches(limit)))
    }

    fn share_agree(&self) -> Option<f64> {
        (self.detail.is_full() && self.n > 0).then(|| f64::from(self.tally.values.at_least(AGREES)) / f64::from(self.n))
    }

    fn share_interval(&self) -> Option<Interval> {
        wilson(self.tally.values.at_least(AGREES), self.n).filter(|_| self.detail.is_full())
    }
}
