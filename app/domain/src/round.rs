//! What a round is: who may see whose answers, and whether it still takes any.

/// What a team is called when nobody gave it a name.
pub const UNNAMED_TEAM: &str = "Our team";

/// What somebody is called who gave no name, by the order of joining.
#[must_use]
pub fn numbered(number: i64) -> String {
    format!("Person {number}")
}

/// How answers are given and seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One answer for the team, filled in together.
    OneAnswer,
    /// The team sees who answered what.
    Named,
    /// Nobody sees single answers; every published cell has at least `k` of them.
    Confidential {
        /// Smallest number of respondents behind a published cell, 3 to 10.
        k: u8,
    },
}

impl Mode {
    /// The word that is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::OneAnswer => "one_answer",
            Self::Named => "named",
            Self::Confidential { .. } => "confidential",
        }
    }

    /// Reads what is stored; `None` for an unknown word or a threshold outside 3 to 10.
    #[must_use]
    pub fn from_stored(word: &str, k: Option<i64>) -> Option<Self> {
        match (word, k) {
            ("one_answer", None) => Some(Self::OneAnswer),
            ("named", None) => Some(Self::Named),
            ("confidential", Some(k @ 3..=10)) => Some(Self::Confidential { k: u8::try_from(k).ok()? }),
            _ => None,
        }
    }

    /// The threshold of a confidential round.
    #[must_use]
    pub const fn k(self) -> Option<u8> {
        match self {
            Self::Confidential { k } => Some(k),
            Self::OneAnswer | Self::Named => None,
        }
    }
}

/// Where a round is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundState {
    /// Being prepared; takes no answers.
    Draft,
    /// Takes answers.
    Open,
    /// Takes no more answers.
    Closed,
    /// Closed, and its result is released.
    Published,
}

impl RoundState {
    /// The word that is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Published => "published",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Draft, Self::Open, Self::Closed, Self::Published].into_iter().find(|state| state.word() == word)
    }
}

/// Where a response is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseState {
    /// Being answered.
    Open,
    /// Handed in; changes only after it is reopened.
    Submitted,
}

impl ResponseState {
    /// The word that is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Submitted => "submitted",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Open, Self::Submitted].into_iter().find(|state| state.word() == word)
    }
}
