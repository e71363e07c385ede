//! Figures on 0 to 100 and their ranges.

use std::fmt;

/// A figure on 0 to 100: finite, unrounded.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Index(f64);

impl Index {
    /// `None` of what is no number or lies outside 0 to 100.
    pub fn new(value: f64) -> Option<Self> {
        // Adding zero turns -0 into 0.
        (0.0..=100.0).contains(&value).then_some(Self(value + 0.0))
    }

    /// The number, 0 to 100.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// As it is shown: whole, halves rounded up.
    pub fn whole(self) -> u8 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100 by construction")]
        let whole = self.0.round() as u8;
        whole
    }
}

impl fmt::Display for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.whole().fmt(f)
    }
}

/// A 95 % range on 0 to 100, its lower end first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    low: Index,
    high: Index,
}

impl Interval {
    /// `None` if the lower end is above the upper one, or an end is outside 0 to 100.
    pub fn new(low: f64, high: f64) -> Option<Self> {
        let (low, high) = (Index::new(low)?, Index::new(high)?);
        (low <= high).then_some(Self { low, high })
    }

    /// The lower end.
    pub const fn low(self) -> Index {
        self.low
    }

    /// The upper end.
    pub const fn high(self) -> Index {
        self.high
    }

    /// Whether the two have a point in common.
    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.low, self.high)
    }
}
