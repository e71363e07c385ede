//! Parts of a whole.

use std::fmt;

/// A share of people: 0 (nobody) to 1 (all).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Share(f64);

impl Share {
    /// `None` of what is no number or lies outside 0 to 1.
    pub fn new(value: f64) -> Option<Self> {
        // Adding zero turns -0 into 0.
        (0.0..=1.0).contains(&value).then_some(Self(value + 0.0))
    }

    /// The number, 0 to 1.
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// In whole per cent: "43 %".
impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0} %", (self.0 * 100.0).round())
    }
}
