//! Whether two means differ.

use super::student::{t95_between, two_sided};
use super::{Interval, Summary};

/// A difference of two means and what Student's t says of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TTest {
    /// The first mean less the second.
    pub difference: f64,
    /// The difference in standard errors.
    pub t: f64,
    /// Degrees of freedom, above 0; of Welch's test seldom whole.
    pub degrees: f64,
    /// How likely a difference at least as large would be by chance, either way: 0 to 1.
    pub p: f64,
    /// The 95 % interval of the difference.
    pub interval: Interval,
}

impl TTest {
    /// `None` where the difference has no spread: t does not exist then.
    fn of(difference: f64, error: f64, degrees: f64) -> Option<Self> {
        if error <= 0.0 {
            return None;
        }
        let t = difference / error;
        let interval = Interval::around(difference, t95_between(degrees)? * error);
        Some(Self { difference, t, degrees, p: two_sided(t, degrees)?, interval })
    }
}

/// Two sides of different people, whose spread may differ (Welch 1947). `None` where all values of both sides are equal
/// to those of their side.
#[must_use]
pub fn welch(one: &Summary, other: &Summary) -> Option<TTest> {
    let (first, second) = (one.variance_of_mean(), other.variance_of_mean());
    let both = first + second;
    // Satterthwaite (1946), written in shares of the whole, so that tiny variances cannot vanish when squared.
    let (first, second) = (first / both, second / both);
    let degrees = 1.0 / (first * first / f64::from(one.n() - 1) + second * second / f64::from(other.n() - 1));
    TTest::of(one.mean() - other.mean(), both.sqrt(), degrees)
}

/// The same people twice (Student 1908): the first value of each pair less the second. `None` for fewer than two pairs,
/// and where all differences are equal.
#[must_use]
pub fn paired(pairs: &[(f64, f64)]) -> Option<TTest> {
    let differences: Vec<f64> = pairs.iter().map(|(one, other)| one - other).collect();
    let summary = Summary::of(&differences)?;
    TTest::of(summary.mean(), summary.variance_of_mean().sqrt(), f64::from(summary.n() - 1))
}
