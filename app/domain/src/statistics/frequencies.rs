//! How often each of a few whole values was given. Everything follows from the counts exactly.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Agreement;

/// Counts of the whole numbers `FIRST`, `FIRST + 1`, ... of which `UNIT` make 1: answers of 1 to 5 are
/// `Frequencies<5, 1, 1>`, construct scores in sixths from 6/6 to 30/6 are `Frequencies<25, 6, 6>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frequencies<const N: usize, const FIRST: u8, const UNIT: u8> {
    counts: [u32; N],
}

impl<const N: usize, const FIRST: u8, const UNIT: u8> Serialize for Frequencies<N, FIRST, UNIT> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.counts.as_slice().serialize(serializer)
    }
}

impl<'de, const N: usize, const FIRST: u8, const UNIT: u8> Deserialize<'de> for Frequencies<N, FIRST, UNIT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let counts = Vec::<u32>::deserialize(deserializer)?;
        let counts = counts.try_into().map_err(|_| D::Error::custom("counts of another scale"))?;
        Ok(Self { counts })
    }
}

impl<const N: usize, const FIRST: u8, const UNIT: u8> Default for Frequencies<N, FIRST, UNIT> {
    fn default() -> Self {
        Self { counts: [0; N] }
    }
}

impl<const N: usize, const FIRST: u8, const UNIT: u8> Frequencies<N, FIRST, UNIT> {
    /// Counts one more of `value`, in units; a value outside the range is not counted.
    pub fn add(&mut self, value: u8) {
        if let Some(count) = value.checked_sub(FIRST).and_then(|place| self.counts.get_mut(usize::from(place))) {
            *count += 1;
        }
    }

    /// Counts the values of a slice, in units.
    #[must_use]
    pub fn of(values: &[u8]) -> Self {
        let mut counted = Self::default();
        for value in values {
            counted.add(*value);
        }
        counted
    }

    /// How often each value was given, from `FIRST` up.
    #[must_use]
    pub const fn counts(&self) -> &[u32; N] {
        &self.counts
    }

    fn pairs(&self) -> impl Iterator<Item = (u64, u64)> + use<N, FIRST, UNIT> {
        (u64::from(FIRST)..).zip(self.counts.map(u64::from))
    }

    /// How many values there are.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// Sum of the values, in units.
    #[must_use]
    pub fn sum(&self) -> u64 {
        self.pairs().map(|(value, count)| value * count).sum()
    }

    /// How many values are at least `value`, in units.
    #[must_use]
    pub fn at_least(&self, value: u8) -> u32 {
        self.counts.iter().skip(usize::from(value.saturating_sub(FIRST))).sum()
    }

    /// Whether fewer than two different values were given.
    #[must_use]
    pub fn all_equal(&self) -> bool {
        self.counts.iter().filter(|count| **count > 0).count() < 2
    }

    /// Arithmetic mean; `None` of nothing.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let n = self.n();
        (n > 0).then(|| self.sum() as f64 / (f64::from(UNIT) * f64::from(n)))
    }

    /// The value at `place` of all values in ascending order, in units.
    fn nth(&self, place: u32) -> Option<u8> {
        let mut seen = 0;
        let value = (FIRST..=u8::MAX).zip(self.counts).find(|(_, count)| {
            seen += count;
            seen > place
        });
        value.map(|(value, _)| value)
    }

    /// Median: the middle value, or the mean of the two middle ones; `None` of nothing.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        let upper = self.nth(self.n() / 2)?;
        let lower = self.lower_median()?;
        Some((f64::from(lower) + f64::from(upper)) / (2.0 * f64::from(UNIT)))
    }

    /// The lower of the two middle values, in units; `None` of nothing.
    #[must_use]
    pub fn lower_median(&self) -> Option<u8> {
        self.nth(self.n().checked_sub(1)? / 2)
    }

    /// Variance of the sample (divided by n - 1); `None` of fewer than two values.
    #[must_use]
    pub fn variance(&self) -> Option<f64> {
        let n = u64::from(self.n());
        if n < 2 {
            return None;
        }
        let squares: u64 = self.pairs().map(|(value, count)| value * value * count).sum();
        // n times the sum of squares is at least the square of the sum (Cauchy and Schwarz), and for values of at most
        // 255 and a count of at most 2^24 it stays below 2^64.
        let above = u128::from(n) * u128::from(squares) - u128::from(self.sum()).pow(2);
        Some(above as f64 / (n * (n - 1)) as f64 / f64::from(UNIT).powi(2))
    }

    /// Standard deviation of the sample (divided by n - 1); `None` of fewer than two values.
    #[must_use]
    pub fn sd(&self) -> Option<f64> {
        self.variance().map(f64::sqrt)
    }

    /// Sum of |n x - S| over the values, S being their sum: n squared times the mean deviation, in units.
    fn deviations(&self) -> u64 {
        let (n, sum) = (u64::from(self.n()), self.sum());
        self.pairs().map(|(value, count)| (n * value).abs_diff(sum) * count).sum()
    }

    /// AD: the mean absolute deviation from the mean (Burke, Finkelstein & Dusig 1999); `None` of nothing.
    #[must_use]
    pub fn average_deviation(&self) -> Option<f64> {
        let n = f64::from(self.n());
        (n > 0.0).then(|| self.deviations() as f64 / (n * n * f64::from(UNIT)))
    }

    /// Agreement by AD, decided on whole numbers; `None` of fewer than two values.
    #[must_use]
    pub fn agreement(&self) -> Option<Agreement> {
        let n = u64::from(self.n());
        (n >= 2).then(|| Agreement::decide(self.deviations(), u64::from(UNIT) * n * n))
    }
}
