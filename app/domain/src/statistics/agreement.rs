//! Whether people who describe the same thing agree.

use serde::{Deserialize, Serialize};

/// Agreement in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Agreement {
    /// AD below 1/2.
    Agree,
    /// In between.
    Differ,
    /// AD of 5/6 or more, the practical bound for five options of Burke & Dunlap (2002).
    Disagree,
}

impl Agreement {
    /// As it is said to people.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Differ => "differ",
            Self::Disagree => "disagree: talk first",
        }
    }

    /// Decides AD = `deviations` / `whole`, without dividing.
    pub(super) const fn decide(deviations: u64, whole: u64) -> Self {
        if 2 * deviations < whole {
            Self::Agree
        } else if 6 * deviations >= 5 * whole {
            Self::Disagree
        } else {
            Self::Differ
        }
    }
}

/// Within-group agreement on a scale of five options, against the uniform distribution, whose variance is 2
/// (James, Demaree & Wolf 1984): 1 - s2/2, at least 0. `variance` is that of the sample (n - 1).
#[must_use]
pub fn rwg(variance: f64) -> f64 {
    (1.0 - variance / 2.0).max(0.0)
}
