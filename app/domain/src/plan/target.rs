//! What a practice is to reach.

use crate::answer::FieldError;
use crate::instrument::Instrument;
use crate::scoring::index;

/// The index that a practice is to reach: a whole number from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target(u8);

/// It is no whole number from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Give a whole number from 0 to 100.")]
pub struct TargetFault;

impl Target {
    /// # Errors
    ///
    /// It is not from 0 to 100.
    pub fn new(value: i64) -> Result<Self, TargetFault> {
        u8::try_from(value).ok().filter(|value| *value <= 100).map(Self).ok_or(TargetFault)
    }

    /// Reads what was typed into `field`.
    ///
    /// # Errors
    ///
    /// It is no whole number from 0 to 100.
    pub fn parse(field: &str, text: &str) -> Result<Self, FieldError> {
        let number = text.trim().parse().map_err(|_| TargetFault).and_then(Self::new);
        number.map_err(|fault| FieldError { field: field.to_owned(), message: fault.to_string() })
    }

    /// What the questionnaire's priorities aim at: stage 4 of 5 is 75.
    #[must_use]
    pub fn usual(instrument: &Instrument) -> Self {
        // A stage from 1 to 5 is an index from 0 to 100 in steps of 25.
        Self(instrument.practices.target.clamp(1, 5).saturating_sub(1) * 25)
    }

    /// The index, 0 to 100.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// The mean on 1 to 5 whose index it is.
    #[must_use]
    pub fn mean(self) -> f64 {
        1.0 + f64::from(self.0) / 25.0
    }

    /// Whether a mean on 1 to 5 has come so far.
    #[must_use]
    pub fn is_reached(self, mean: f64) -> bool {
        index(mean) >= f64::from(self.0)
    }
}
