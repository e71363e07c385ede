//! A figure as far as it may be told, or why there is none.

use std::fmt;

use super::{Index, Interval};

/// A whole figure, 0 to 100: what a small confidential group is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Whole(u8);

impl Whole {
    /// `None` above 100.
    pub const fn new(value: u8) -> Option<Self> {
        if value <= 100 { Some(Self(value)) } else { None }
    }

    /// The number, 0 to 100.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// A range whose ends are multiples of five, 0 to 100, its lower end first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fives {
    low: u8,
    high: u8,
}

impl Fives {
    /// `None` if an end is no multiple of five up to 100, or the lower end is above the upper one.
    pub const fn new(low: u8, high: u8) -> Option<Self> {
        if low <= high && high <= 100 && low.is_multiple_of(5) && high.is_multiple_of(5) {
            Some(Self { low, high })
        } else {
            None
        }
    }
}

/// Why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// Too little was answered.
    TooFew,
    /// There is one, and it is not published, to protect a small group.
    NotShown,
    /// Nobody was asked, or it does not apply.
    NotAsked,
}

impl Absence {
    /// As it is shown in a figure's place, in the words of a result.
    pub const fn words(self) -> &'static str {
        match self {
            Self::TooFew => "Too few to tell",
            Self::NotShown => "Not shown",
            Self::NotAsked => "Not asked",
        }
    }
}

/// A figure as far as it may be told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// In full.
    Full {
        /// The figure.
        index: Index,
        /// Its 95 % range, where one can be worked out.
        interval: Option<Interval>,
    },
    /// Rounded, so that nobody's answer can be worked out.
    Coarse {
        /// The figure, whole.
        index: Whole,
        /// Its 95 % range, widened to multiples of five.
        interval: Option<Fives>,
    },
    /// Not at all.
    Absent(Absence),
}

impl Reading {
    /// Where the figure lies, unrounded if it is told in full.
    pub fn index(self) -> Option<Index> {
        match self {
            Self::Full { index, .. } => Some(index),
            Self::Coarse { index, .. } => Index::new(f64::from(index.0)),
            Self::Absent(_) => None,
        }
    }

    /// Its 95 % range.
    pub fn interval(self) -> Option<Interval> {
        match self {
            Self::Full { interval, .. } => interval,
            Self::Coarse { interval, .. } => {
                interval.and_then(|fives| Interval::new(f64::from(fives.low), f64::from(fives.high)))
            }
            Self::Absent(_) => None,
        }
    }

    /// Why there is none.
    pub const fn absence(self) -> Option<Absence> {
        match self {
            Self::Absent(absence) => Some(absence),
            Self::Full { .. } | Self::Coarse { .. } => None,
        }
    }

    /// Whether it is rounded.
    pub const fn is_coarse(self) -> bool {
        matches!(self, Self::Coarse { .. })
    }

    /// The figure where there is little room: "47", "~45" if rounded, "–" if there is none.
    pub(crate) fn short(self) -> String {
        match self {
            Self::Full { index, .. } => index.to_string(),
            Self::Coarse { index, .. } => format!("~{}", index.0),
            Self::Absent(_) => "–".to_owned(),
        }
    }

    /// Its range where there is little room: "29–65"; empty if there is none.
    pub(crate) fn short_range(self) -> String {
        self.interval().map_or(String::new(), |range| format!("{}–{}", range.low(), range.high()))
    }

    /// The range in a table: "29 to 65"; "–" if there is none.
    pub(crate) fn range_words(self) -> String {
        self.interval().map_or_else(|| "–".to_owned(), |range| range.to_string())
    }

    /// With its range: "47 (29 to 65)".
    pub(crate) fn with_range(self) -> String {
        self.interval().map_or_else(|| self.to_string(), |range| format!("{self} ({range})"))
    }
}

/// In words: "47", "about 45", "Not shown".
impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full { index, .. } => index.fmt(f),
            Self::Coarse { index, .. } => write!(f, "about {}", index.0),
            Self::Absent(absence) => f.write_str(absence.words()),
        }
    }
}

/// How much a row or point calls for a look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Emphasis {
    /// As all others.
    #[default]
    Usual,
    /// It needs attention: another colour, and bold or another shape beside it.
    Attention,
}
