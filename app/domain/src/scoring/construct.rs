//! Team scores of constructs.

use serde::{Deserialize, Serialize};

use super::status::{Detail, Status, index, index_reaches};
use super::tally::ConstructTally;
use crate::statistics::{Interval, t_interval};

/// The team's score of a construct: the mean over respondents who have one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConstructScore {
    /// The construct.
    pub id: String,
    /// Whether there is a score.
    pub status: Status,
    /// How much is told.
    #[serde(default, skip_serializing_if = "Detail::is_full")]
    pub detail: Detail,
    /// How many respondents have a score; of a coarse figure the least number it can be.
    pub n: u32,
    /// Their mean, 1 to 5.
    pub mean: Option<f64>,
    /// Their median, 1 to 5.
    pub median: Option<f64>,
    /// Their standard deviation; from two respondents on.
    pub sd: Option<f64>,
    /// The mean as an index, 0 to 100.
    pub index: Option<f64>,
    /// 95 % t interval of the mean, clipped to 1 to 5; from two unequal scores on.
    pub ci95: Option<Interval>,
    /// The same as an index.
    pub index_ci95: Option<Interval>,
    /// Mean over job roles of their mean scores: how much the mix of roles matters.
    pub role_balanced_mean: Option<f64>,
    /// What these figures were made of.
    #[serde(skip)]
    pub tally: ConstructTally,
}

impl ConstructScore {
    pub(super) fn of(id: &str, tally: &ConstructTally) -> Self {
        let values = &tally.values;
        let (mean, sd) = (values.mean(), values.sd());
        let ci95 = match (mean, sd) {
            (Some(mean), Some(sd)) if !values.all_equal() => {
                t_interval(values.n(), mean, sd).map(|open| open.clipped(1.0, 5.0))
            }
            _ => None,
        };
        Self {
            id: id.to_owned(),
            status: tally.status(),
            detail: Detail::Full,
            n: values.n(),
            mean,
            median: values.median(),
            sd,
            index: mean.map(index),
            ci95,
            index_ci95: ci95.map(|interval| interval.map(index)),
            role_balanced_mean: tally.role_balanced_mean(),
            tally: *tally,
        }
    }

    /// Whether the index is at least `limit`: decided on whole numbers, those of a coarse figure being what is shown.
    pub(super) fn reaches(&self, limit: u8) -> bool {
        match self.detail {
            Detail::Full => index_reaches(&self.tally.values, limit),
            Detail::Coarse | Detail::Suppressed => self.index.is_some_and(|index| index >= f64::from(limit)),
        }
    }
}

impl ConstructTally {
    /// Whether there is a team score: with a single respondent's score there is. Otherwise it is withheld if anybody
    /// could have scored it.
    #[must_use]
    pub fn status(&self) -> Status {
        if self.values.n() > 0 {
            Status::Scored
        } else if self.withheld > 0 {
            Status::Withheld
        } else {
            Status::NotApplicable
        }
    }

    fn role_balanced_mean(&self) -> Option<f64> {
        let means: Vec<f64> = self
            .by_role
            .iter()
            .filter(|(_, n)| *n > 0)
            .map(|(sixths, n)| *sixths as f64 / (6.0 * f64::from(*n)))
            .collect();
        crate::statistics::mean(&means)
    }
}
