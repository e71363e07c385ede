//! Student's t distribution (Student 1908) for any degrees of freedom above 0: Welch's are seldom whole.

use statrs::distribution::{ContinuousCDF, StudentsT};
use statrs::function::beta::checked_beta_reg;

use super::Z95;

/// Degrees of freedom from which on the expansion of t is the more exact way: its error is below 1e-11 there, while the
/// inversion of the distribution loses digits with every degree.
const MANY_DEGREES: f64 = 200.0;

/// Student's t at 0.975 for `degrees` of freedom; `None` for none.
#[must_use]
pub fn t95(degrees: u32) -> Option<f64> {
    t95_between(f64::from(degrees))
}

/// Student's t at 0.975 for `degrees` of freedom that need not be whole; `None` unless they are above 0.
pub(super) fn t95_between(degrees: f64) -> Option<f64> {
    if degrees >= MANY_DEGREES {
        return Some(t95_of_many(degrees));
    }
    let distribution = StudentsT::new(0.0, 1.0, degrees).ok()?;
    Some(distribution.inverse_cdf(0.975))
}

/// Expansion of t around the normal quantile (Abramowitz & Stegun 1964, 26.7.5).
fn t95_of_many(degrees: f64) -> f64 {
    let square = Z95 * Z95;
    let terms = [
        (square + 1.0) / 4.0,
        ((5.0 * square + 16.0) * square + 3.0) / 96.0,
        (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) / 384.0,
        ((((79.0 * square + 776.0) * square + 1482.0) * square - 1920.0) * square - 945.0) / 92_160.0,
    ];
    Z95 * (1.0 + terms.iter().rev().fold(0.0, |sum, term| (sum + term) / degrees))
}

/// How likely a value at least as far from 0 as `t` is, either way: 0 to 1. `None` unless `degrees` are above 0.
///
/// With x = v/(v + t2) it is the regularised incomplete beta function `I_x`(v/2, 1/2) (Abramowitz & Stegun 1964,
/// 26.7.1), or 1 - `I_(1-x)`(1/2, v/2). Where x is close to 1 the second is taken: 1 - x, worked out from x, would have
/// few digits left.
#[must_use]
pub fn two_sided(t: f64, degrees: f64) -> Option<f64> {
    let (half, square) = (degrees / 2.0, t * t);
    let within = square / (degrees + square);
    if within <= 1.5 / (half + 2.5) {
        checked_beta_reg(0.5, half, within).ok().map(|inside| 1.0 - inside)
    } else {
        checked_beta_reg(half, 0.5, degrees / (degrees + square)).ok()
    }
}
