//! What a team says about itself, with where each number comes from.

use serde::Serialize;

use super::number::{Amount, Number, Range, Share};

/// Where a number comes from. It is shown beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The team gave it.
    Given,
    /// The answers to the delivery metrics of a round say so.
    FromRound,
    /// Nobody said anything: what stands there until somebody does (ours).
    Default,
}

impl Origin {
    /// As it stands beside the number.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Given => "given by the team",
            Self::FromRound => "from the round’s delivery metrics",
            Self::Default => "not given yet",
        }
    }
}

/// One input.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Input<T> {
    /// Low, base and high.
    pub range: Range<T>,
    /// Where they come from.
    pub origin: Origin,
}

impl<T: Number> Input<T> {
    /// What the team gave.
    pub const fn given(range: Range<T>) -> Self {
        Self { range, origin: Origin::Given }
    }

    /// What stands there until something is given.
    pub(super) const fn default(value: T) -> Self {
        Self { range: Range::known(value), origin: Origin::Default }
    }

    /// Takes what a round knows, unless the team gave something itself.
    pub(super) fn fill(&mut self, known: Option<Range<T>>) {
        if let (Some(range), Origin::Default | Origin::FromRound) = (known, self.origin) {
            *self = Self { range, origin: Origin::FromRound };
        }
    }
}

/// An input that is an amount.
pub type AmountInput = Input<Amount>;
/// An input that is a share.
pub type ShareInput = Input<Share>;

/// All inputs. Money is in one currency of the team's choice, times are a year's, all of them of the first year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Inputs {
    /// What an hour of work costs; for labour and compliance.
    pub hourly_rate: AmountInput,
    /// Work that a release no longer needs.
    pub labour: Labour,
    /// Models that are of use sooner.
    pub speed: Speed,
    /// Releases that fail less often, or for a shorter time.
    pub reliability: Reliability,
    /// Machines and services that are no longer paid.
    pub infrastructure: Infrastructure,
    /// Work that an audit no longer needs.
    pub compliance: Compliance,
    /// Revenue that is thought to come of it, a year. There is none unless the team adds it: what brings in money has
    /// many causes, and the answers say nothing of it.
    pub revenue: Option<AmountInput>,
    /// What it costs.
    pub costs: Costs,
}

/// Releases x hours saved x rate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Labour {
    /// Releases a year.
    pub releases: AmountInput,
    /// Hours of work that each needs less.
    pub hours_saved: AmountInput,
}

/// New models x days saved / 365 x value per model-year x realisation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Speed {
    /// New models a year.
    pub new_models: AmountInput,
    /// Days by which each is in use sooner.
    pub days_saved: AmountInput,
    /// What a model in use is worth, a year.
    pub value_per_model_year: AmountInput,
    /// How much of that comes true.
    pub realisation: ShareInput,
}

/// (R0 CFR0 h0 - R1 CFR1 h1) x cost per hour.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reliability {
    /// As it is: R0, CFR0, h0.
    pub before: Failures,
    /// As it is expected to be: R1, CFR1, h1.
    pub after: Expected,
    /// What an hour costs in which users are affected.
    pub cost_per_hour: AmountInput,
}

/// How many hours a year users are affected by failed releases: releases x fail rate x hours to recover.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Failures {
    /// R: releases a year.
    pub releases: AmountInput,
    /// CFR: share of the releases that fail.
    pub fail_rate: ShareInput,
    /// h: hours until a failed release is recovered from.
    pub recovery_hours: AmountInput,
}

/// What of [`Failures`] is expected to change. What is `None` stays as it is, so that no improvement is claimed by
/// itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Expected {
    /// R: releases a year.
    pub releases: Option<AmountInput>,
    /// CFR: share of the releases that fail.
    pub fail_rate: Option<ShareInput>,
    /// h: hours until a failed release is recovered from.
    pub recovery_hours: Option<AmountInput>,
}

/// Share saved x spend.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Infrastructure {
    /// What is spent a year.
    pub spend: AmountInput,
    /// How much of it is saved.
    pub share_saved: ShareInput,
}

/// Audits x hours saved x rate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Compliance {
    /// Audits a year.
    pub audits: AmountInput,
    /// Hours of work that each needs less.
    pub hours_saved: AmountInput,
}

/// What it costs, by what for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Costs {
    /// Licences.
    pub licences: Cost,
    /// Machines and services.
    pub infrastructure: Cost,
    /// People's work.
    pub people: Cost,
    /// Training.
    pub training: Cost,
    /// Work that is done more slowly while the new way is learnt.
    pub dip: Cost,
}

/// A cost: what is paid once, and what is paid every year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Cost {
    /// Once.
    pub one_off: AmountInput,
    /// Every year.
    pub running: AmountInput,
}

impl Default for Inputs {
    /// Nothing is saved and nothing costs anything; of the value of speed half comes true.
    fn default() -> Self {
        let none = Input::default(Amount::ZERO);
        let nothing = Input::default(Share::NONE);
        let failures = Failures { releases: none, fail_rate: nothing, recovery_hours: none };
        let cost = Cost { one_off: none, running: none };
        Self {
            hourly_rate: none,
            labour: Labour { releases: none, hours_saved: none },
            speed: Speed {
                new_models: none,
                days_saved: none,
                value_per_model_year: none,
                realisation: Input::default(Share::HALF),
            },
            reliability: Reliability { before: failures, after: Expected::default(), cost_per_hour: none },
            infrastructure: Infrastructure { spend: none, share_saved: nothing },
            compliance: Compliance { audits: none, hours_saved: none },
            revenue: None,
            costs: Costs { licences: cost, infrastructure: cost, people: cost, training: cost, dip: cost },
        }
    }
}
