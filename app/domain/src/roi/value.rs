//! What an investment is worth in a year, part by part, and what it costs.

use serde::Serialize;

use super::Case;
use super::input::{Cost, Costs, Input, Inputs, Reliability};
use super::number::Number;

/// Days of a year, as the value of speed counts them.
const DAYS: f64 = 365.0;

/// A part of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ValuePart {
    /// Releases x hours saved x rate.
    Labour,
    /// New models x days saved / 365 x value per model-year x realisation.
    Speed,
    /// (R0 CFR0 h0 - R1 CFR1 h1) x cost per hour; below 0 where more is expected to fail.
    Reliability,
    /// Share saved x spend.
    Infrastructure,
    /// Audits x hours saved x rate.
    Compliance,
    /// As the team gave it; 0 unless it did.
    Revenue,
}

impl ValuePart {
    /// Every part, in the order in which they are shown.
    pub const ALL: [Self; 6] =
        [Self::Labour, Self::Speed, Self::Reliability, Self::Infrastructure, Self::Compliance, Self::Revenue];

    /// Whether it is people's time: capacity, not cash.
    #[must_use]
    pub const fn is_freed_time(self) -> bool {
        matches!(self, Self::Labour | Self::Compliance)
    }

    /// The part in a case.
    pub(super) fn of(self, inputs: &Inputs, case: Case) -> f64 {
        let rate = inputs.hourly_rate.range.for_it(case);
        match self {
            Self::Labour => {
                inputs.labour.releases.range.for_it(case) * inputs.labour.hours_saved.range.for_it(case) * rate
            }
            Self::Speed => {
                let speed = &inputs.speed;
                speed.new_models.range.for_it(case) * speed.days_saved.range.for_it(case) / DAYS
                    * speed.value_per_model_year.range.for_it(case)
                    * speed.realisation.range.for_it(case)
            }
            Self::Reliability => reliability(inputs, case),
            Self::Infrastructure => {
                inputs.infrastructure.share_saved.range.for_it(case) * inputs.infrastructure.spend.range.for_it(case)
            }
            Self::Compliance => {
                inputs.compliance.audits.range.for_it(case) * inputs.compliance.hours_saved.range.for_it(case) * rate
            }
            Self::Revenue => inputs.revenue.map_or(0.0, |revenue| revenue.range.for_it(case)),
        }
    }
}

fn reliability(inputs: &Inputs, case: Case) -> f64 {
    let Reliability { before, after, cost_per_hour } = &inputs.reliability;
    let factors = [
        Factor::of(&before.releases, after.releases.as_ref(), case),
        Factor::of(&before.fail_rate, after.fail_rate.as_ref(), case),
        Factor::of(&before.recovery_hours, after.recovery_hours.as_ref(), case),
    ];
    let hours = factors.iter().map(|factor| factor.before).product::<f64>()
        - factors.iter().map(|factor| factor.after).product::<f64>();
    // Where more fails than before, a dear hour speaks against the investment, and so does whatever makes more of them.
    if hours < 0.0 {
        hours * factors.iter().map(|factor| factor.against_it).product::<f64>() * cost_per_hour.range.against_it(case)
    } else {
        hours * factors.iter().map(|factor| factor.for_it).product::<f64>() * cost_per_hour.range.for_it(case)
    }
}

/// A factor of the hours in which users are affected. One that stays as it is multiplies the difference, so that it
/// has the same value before and after.
struct Factor {
    before: f64,
    after: f64,
    for_it: f64,
    against_it: f64,
}

impl Factor {
    fn of<T: Number>(before: &Input<T>, after: Option<&Input<T>>, case: Case) -> Self {
        let before = &before.range;
        match after {
            Some(after) => {
                Self { before: before.for_it(case), after: after.range.against_it(case), for_it: 1.0, against_it: 1.0 }
            }
            None => Self { before: 1.0, after: 1.0, for_it: before.for_it(case), against_it: before.against_it(case) },
        }
    }
}

/// A part of the costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CostPart {
    /// Licences.
    Licences,
    /// Machines and services.
    Infrastructure,
    /// People's work.
    People,
    /// Training.
    Training,
    /// Slower work at first.
    Dip,
}

impl CostPart {
    /// Every part, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Licences, Self::Infrastructure, Self::People, Self::Training, Self::Dip];

    const fn cost(self, costs: &Costs) -> &Cost {
        match self {
            Self::Licences => &costs.licences,
            Self::Infrastructure => &costs.infrastructure,
            Self::People => &costs.people,
            Self::Training => &costs.training,
            Self::Dip => &costs.dip,
        }
    }

    /// What is paid once, in a case.
    pub(super) fn one_off(self, inputs: &Inputs, case: Case) -> f64 {
        self.cost(&inputs.costs).one_off.range.against_it(case)
    }

    /// What is paid a year, in a case.
    pub(super) fn running(self, inputs: &Inputs, case: Case) -> f64 {
        self.cost(&inputs.costs).running.range.against_it(case)
    }
}
