//! 95 % intervals: the range if the same kind of people were asked again.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::t95;

/// The normal distribution's quantile at 0.975.
pub const Z95: f64 = 1.959_963_984_540_054;

/// An interval. Written as a list of its two ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// `centre` - `reach` to `centre` + `reach`.
    #[must_use]
    pub const fn around(centre: f64, reach: f64) -> Self {
        Self { low: centre - reach, high: centre + reach }
    }

    /// The part between `least` and `most`.
    #[must_use]
    pub const fn clipped(self, least: f64, most: f64) -> Self {
        Self { low: self.low.clamp(least, most), high: self.high.clamp(least, most) }
    }

    /// Both ends sent through a rising function.
    #[must_use]
    pub fn map(self, rising: impl Fn(f64) -> f64) -> Self {
        Self { low: rising(self.low), high: rising(self.high) }
    }
}

impl Serialize for Interval {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.low, self.high].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Interval {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <[f64; 2]>::deserialize(deserializer).map(|[low, high]| Self { low, high })
    }
}

/// The t interval of a mean (Student 1908): mean +- t(n - 1) sd / sqrt(n). `None` of fewer than two values.
#[must_use]
pub fn t_interval(n: u32, mean: f64, sd: f64) -> Option<Interval> {
    let t = t95(n.checked_sub(1)?)?;
    Some(Interval::around(mean, t * sd / f64::from(n).sqrt()))
}

/// The score interval of a proportion of `hits` in `n` (Wilson 1927), from 0 to 1. `None` of nothing.
#[must_use]
pub fn wilson(hits: u32, n: u32) -> Option<Interval> {
    if n == 0 || hits > n {
        return None;
    }
    let (count, share) = (f64::from(n), f64::from(hits) / f64::from(n));
    let shrink = 1.0 + Z95 * Z95 / count;
    let centre = (share + Z95 * Z95 / (2.0 * count)) / shrink;
    let reach = Z95 / shrink * (share * (1.0 - share) / count + Z95 * Z95 / (4.0 * count * count)).sqrt();
    let open = Interval::around(centre, reach).clipped(0.0, 1.0);
    // At none and at all the formula's end is exactly 0 or 1, which rounding may miss by a hair.
    let low = if hits == 0 { 0.0 } else { open.low };
    let high = if hits == n { 1.0 } else { open.high };
    Some(Interval { low, high })
}
