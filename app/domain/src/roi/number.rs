//! The numbers that a reckoning starts from, each as sure as whoever gives it: low, base and high.

use serde::Serialize;

use super::Case;

/// Most that an amount may be: beyond it a slip of the keyboard is likelier than a fact.
pub const MOST: f64 = 1e12;

/// Why a number cannot enter a reckoning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberFault {
    /// Infinite, or no number at all.
    #[error("Give a number.")]
    NotFinite,
    /// Below 0.
    #[error("Give 0 or more.")]
    Negative,
    /// An amount above [`MOST`].
    #[error("Give at most 1,000,000,000,000.")]
    TooLarge,
    /// A share above 1.
    #[error("Give a share from 0 to 1: 0.25 for 25 %.")]
    AboveOne,
}

/// The three values of a range are not in ascending order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Give low, base and high in ascending order; they may be the same.")]
pub struct OutOfOrder;

/// A number that is not negative: money, hours, days, or how often in a year. 0 to [`MOST`].
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Amount(f64);

/// A part of a whole, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Share(f64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);

    /// # Errors
    ///
    /// It is not finite, negative, or above [`MOST`].
    pub fn new(value: f64) -> Result<Self, NumberFault> {
        match not_negative(value)? {
            value if value > MOST => Err(NumberFault::TooLarge),
            value => Ok(Self(value)),
        }
    }
}

impl Share {
    /// Half of the whole.
    pub const HALF: Self = Self(0.5);
    /// Nothing of it.
    pub const NONE: Self = Self(0.0);

    /// # Errors
    ///
    /// It is not finite, negative, or above 1.
    pub fn new(value: f64) -> Result<Self, NumberFault> {
        match not_negative(value)? {
            value if value > 1.0 => Err(NumberFault::AboveOne),
            value => Ok(Self(value)),
        }
    }
}

fn not_negative(value: f64) -> Result<f64, NumberFault> {
    if !value.is_finite() {
        Err(NumberFault::NotFinite)
    } else if value < 0.0 {
        Err(NumberFault::Negative)
    } else {
        // Adding zero turns -0 into 0.
        Ok(value + 0.0)
    }
}

/// A number of an input.
pub trait Number: Copy + PartialOrd {
    /// As a plain number.
    fn get(self) -> f64;
}

impl Number for Amount {
    fn get(self) -> f64 {
        self.0
    }
}

impl Number for Share {
    fn get(self) -> f64 {
        self.0
    }
}

/// What is thought least, likeliest and most: low <= base <= high.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Range<T> {
    low: T,
    base: T,
    high: T,
}

impl<T: Number> Range<T> {
    /// # Errors
    ///
    /// The values are not in ascending order; equal ones are.
    pub fn new(low: T, base: T, high: T) -> Result<Self, OutOfOrder> {
        if low <= base && base <= high { Ok(Self { low, base, high }) } else { Err(OutOfOrder) }
    }

    /// A value that is known.
    pub const fn known(value: T) -> Self {
        Self { low: value, base: value, high: value }
    }

    /// What is thought least.
    pub const fn low(&self) -> T {
        self.low
    }

    /// What is thought likeliest.
    pub const fn base(&self) -> T {
        self.base
    }

    /// What is thought most.
    pub const fn high(&self) -> T {
        self.high
    }

    /// In a case, of something that speaks for the investment: the cautious case takes little of it.
    pub(super) fn for_it(&self, case: Case) -> f64 {
        match case {
            Case::Cautious => self.low.get(),
            Case::Base => self.base.get(),
            Case::Hopeful => self.high.get(),
        }
    }

    /// In a case, of something that speaks against the investment: the cautious case takes much of it.
    pub(super) fn against_it(&self, case: Case) -> f64 {
        match case {
            Case::Cautious => self.high.get(),
            Case::Base => self.base.get(),
            Case::Hopeful => self.low.get(),
        }
    }
}
