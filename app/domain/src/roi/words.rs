//! What has to be said beside the numbers.

use super::{CostPart, Roi, ValuePart};
use crate::report::words::whole;

/// Said wherever a return on investment is shown.
pub const FREED_TIME: &str = "Freed time is capacity, not cash: it is worth money only where it is used for something else, or no longer paid for.";

impl Roi {
    /// How much of the value is freed time, and that this is capacity and not cash. The share is that of the base
    /// case, left out where there is no value.
    #[must_use]
    pub fn freed_time_in_words(&self) -> String {
        let (freed, value) = (self.freed_time.base, self.value.base);
        if freed > 0.0 && value > freed {
            format!("{} % of this value is people’s time. {FREED_TIME}", whole(100.0 * freed / value))
        } else if freed > 0.0 {
            format!("This value is people’s time, and nothing else adds to it. {FREED_TIME}")
        } else {
            FREED_TIME.to_owned()
        }
    }
}

impl ValuePart {
    /// As it stands in a list.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Labour => "Work that releases no longer need",
            Self::Speed => "Models in use sooner",
            Self::Reliability => "Fewer and shorter failures",
            Self::Infrastructure => "Infrastructure no longer paid",
            Self::Compliance => "Work that audits no longer need",
            Self::Revenue => "Revenue, as the team puts it",
        }
    }

    /// How it is worked out.
    #[must_use]
    pub const fn formula(self) -> &'static str {
        match self {
            Self::Labour => "releases × hours saved × hourly rate",
            Self::Speed => "new models × days saved ÷ 365 × value of a model in a year × share that comes true",
            Self::Reliability => {
                "(releases × share that fails × hours to recover, now − then) × cost of an hour in which users are affected"
            }
            Self::Infrastructure => "share saved × spend",
            Self::Compliance => "audits × hours saved × hourly rate",
            Self::Revenue => "given as an amount; nothing in the answers speaks of it",
        }
    }
}

impl CostPart {
    /// As it stands in a list.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Licences => "Licences",
            Self::Infrastructure => "Infrastructure",
            Self::People => "People’s work",
            Self::Training => "Training",
            Self::Dip => "Slower work at first",
        }
    }
}
