//! How large a difference is, whatever the number of people.

use serde::Serialize;

use super::Summary;

/// The size of an effect in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Magnitude {
    /// Too small to matter.
    Negligible,
    /// Small.
    Small,
    /// Medium.
    Medium,
    /// Large.
    Large,
}

impl Magnitude {
    /// The word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Negligible => "negligible",
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    /// The word for a standardised difference such as Hedges' g: below 0.2, 0.5 and 0.8 either way negligible, small
    /// and medium (Cohen 1988).
    #[must_use]
    pub fn of_difference(g: f64) -> Self {
        match g.abs() {
            size if size < 0.2 => Self::Negligible,
            size if size < 0.5 => Self::Small,
            size if size < 0.8 => Self::Medium,
            _ => Self::Large,
        }
    }
}

/// Hedges' g (1981): the first mean less the second, in pooled standard deviations, times J = 1 - 3/(4N - 9), N being
/// the number of both sides together; without J a few people would exaggerate it. `None` where no side has any spread.
#[must_use]
pub fn hedges_g(one: &Summary, other: &Summary) -> Option<f64> {
    let people = f64::from(one.n()) + f64::from(other.n());
    let pooled = pooled_sd(one, other);
    let shrink = 1.0 - 3.0 / (4.0 * people - 9.0);
    (pooled > 0.0).then(|| shrink * (one.mean() - other.mean()) / pooled)
}

/// The standard deviation that both sides have in common: each side's variance weighs by its degrees of freedom.
#[must_use]
pub fn pooled_sd(one: &Summary, other: &Summary) -> f64 {
    let squares = |side: &Summary| f64::from(side.n() - 1) * side.sd() * side.sd();
    ((squares(one) + squares(other)) / (f64::from(one.n()) + f64::from(other.n()) - 2.0)).sqrt()
}
