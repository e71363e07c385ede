//! What a comparison of means needs to know of each side.

use super::{mean, sd};

/// Number, mean and standard deviation of the values of one side; at least two values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    n: u32,
    mean: f64,
    sd: f64,
}

impl Summary {
    /// From figures worked out before. `None` for fewer than two values, figures that are not finite, or a negative
    /// `sd`.
    #[must_use]
    pub fn new(n: u32, mean: f64, sd: f64) -> Option<Self> {
        (n >= 2 && mean.is_finite() && sd.is_finite() && sd >= 0.0).then_some(Self { n, mean, sd })
    }

    /// From the values; in whatever order they come, it is the same to the bit. `None` for fewer than two, and for
    /// values that are not finite.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        let first = *values.first()?;
        let n = u32::try_from(values.len()).ok()?;
        // Rounding of the mean would leave equal values with a hair of spread, and t with a huge value.
        if values.iter().all(|value| value.total_cmp(&first).is_eq()) {
            return Self::new(n, first, 0.0);
        }
        Self::new(n, mean(values)?, sd(values)?)
    }

    /// How many values, 2 or more.
    #[must_use]
    pub const fn n(&self) -> u32 {
        self.n
    }

    /// Their arithmetic mean.
    #[must_use]
    pub const fn mean(&self) -> f64 {
        self.mean
    }

    /// Standard deviation of the sample (divided by n - 1), 0 or more.
    #[must_use]
    pub const fn sd(&self) -> f64 {
        self.sd
    }

    /// Variance of the mean: the squared standard error.
    pub(super) fn variance_of_mean(&self) -> f64 {
        self.sd * self.sd / f64::from(self.n)
    }
}
