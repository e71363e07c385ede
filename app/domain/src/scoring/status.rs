//! Whether a number exists, and if not, why.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::statistics::Frequencies;

/// Whether a score exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// There is a score.
    Scored,
    /// It was asked of nobody, or does not apply to anybody.
    NotApplicable,
    /// Too little of what applies was answered.
    Withheld,
    /// It exists, and is not published because too few people are behind it.
    Suppressed,
}

impl Status {
    /// The word that is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Scored => "scored",
            Self::NotApplicable => "not_applicable",
            Self::Withheld => "withheld",
            Self::Suppressed => "suppressed",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let all = [Self::Scored, Self::NotApplicable, Self::Withheld, Self::Suppressed];
        all.into_iter().find(|status| status.word() == word)
    }
}

/// How much of a figure's answers is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// Everything.
    #[default]
    Full,
    /// The index as a whole number, an interval in steps of five, agreement in a word; `n` is the least it can be.
    Coarse,
    /// Nothing, for too few people are behind it, or what is published beside it would give them away.
    Suppressed,
}

impl Detail {
    /// Whether everything is told: what a result says nothing about.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        matches!(self, Self::Full)
    }

    /// How much is told of what is made of several figures: as much as of the one of which least is. `told` says whether
    /// it is told at all.
    #[must_use]
    pub fn together<'d>(details: impl Iterator<Item = &'d Self>, told: bool) -> Self {
        let (mut coarse, mut suppressed) = (false, false);
        for detail in details {
            coarse |= *detail == Self::Coarse;
            suppressed |= *detail == Self::Suppressed;
        }
        match (told, coarse, suppressed) {
            (false, _, true) => Self::Suppressed,
            (true, true, _) => Self::Coarse,
            _ => Self::Full,
        }
    }

    /// The word that is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Coarse => "coarse",
            Self::Suppressed => "suppressed",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Full, Self::Coarse, Self::Suppressed].into_iter().find(|detail| detail.word() == word)
    }
}

/// What an index from 0 to 100 is called, for severity and realisation (ours).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Below 25.
    Low,
    /// 25 to below 50.
    Moderate,
    /// 50 to below 75.
    High,
    /// 75 and above.
    VeryHigh,
}

impl Band {
    /// The band in words.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::VeryHigh => "very high",
        }
    }

    /// The band of the highest limit that `reaches` (25, 50, 75) says yes to.
    pub(super) fn by(reaches: impl Fn(u8) -> bool) -> Self {
        if reaches(75) {
            Self::VeryHigh
        } else if reaches(50) {
            Self::High
        } else if reaches(25) {
            Self::Moderate
        } else {
            Self::Low
        }
    }
}

impl Serialize for Band {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'de> Deserialize<'de> for Band {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        let all = [Self::Low, Self::Moderate, Self::High, Self::VeryHigh];
        all.into_iter().find(|band| band.word() == word).ok_or_else(|| D::Error::custom("an unknown band"))
    }
}

/// Answers to an item, 1 to 5, reversed ones turned.
pub type ItemValues = Frequencies<5, 1, 1>;

/// Respondents' construct scores in sixths, 6 to 30: a mean of two or three answers is always a multiple of 1/6.
pub type ConstructValues = Frequencies<25, 6, 6>;

/// The index of a mean on 1 to 5: percent of the maximum possible (Cohen et al. 1999).
#[must_use]
pub fn index(mean: f64) -> f64 {
    (mean - 1.0) * 25.0
}

/// Whether the index of the values' mean is at least `limit`, decided on whole numbers; no, if there are none.
pub(super) fn index_reaches(values: &ConstructValues, limit: u8) -> bool {
    let n = u64::from(values.n());
    // (S / 6n - 1) x 25 >= limit, S being the sum in sixths.
    n > 0 && 25 * values.sum() >= 6 * n * (25 + u64::from(limit))
}
