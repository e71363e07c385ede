//! Fractions, for what has to be decided exactly. Team means are fractions of whole numbers, so two plans or an index
//! and a limit can be compared without rounding.

use std::cmp::Ordering;

use super::status::ConstructValues;

/// A fraction in lowest terms. Arithmetic gives `None` where 128 bits do not suffice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ratio {
    over: i128,
    /// Above 0.
    under: i128,
}

impl Ratio {
    pub(super) const ZERO: Self = Self { over: 0, under: 1 };

    /// `None` unless `under` is above 0.
    pub(super) fn new(over: i128, under: i128) -> Option<Self> {
        let divisor = gcd(over.checked_abs()?, under);
        (under > 0).then(|| Self { over: over / divisor, under: under / divisor })
    }

    /// The mean of construct scores, 1 to 5; `None` of nothing.
    pub(super) fn mean(values: &ConstructValues) -> Option<Self> {
        Self::new(i128::from(values.sum()), 6 * i128::from(values.n()))
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let common = self.under / gcd(self.under, other.under);
        let left = self.over.checked_mul(other.under / gcd(self.under, other.under))?;
        let right = other.over.checked_mul(common)?;
        Self::new(left.checked_add(right)?, common.checked_mul(other.under)?)
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { over: other.over.checked_neg()?, under: other.under })
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        let first = Self::new(self.over, other.under)?;
        let second = Self::new(other.over, self.under)?;
        Self::new(first.over.checked_mul(second.over)?, first.under.checked_mul(second.under)?)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Compares by continued fractions, which cannot overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (*self, *other);
        let mut turned = false;
        loop {
            let whole = a.over.div_euclid(a.under).cmp(&b.over.div_euclid(b.under));
            let (rest_a, rest_b) = (a.over.rem_euclid(a.under), b.over.rem_euclid(b.under));
            let decided = match (whole, rest_a, rest_b) {
                (Ordering::Equal, 0, 0) => Some(Ordering::Equal),
                (Ordering::Equal, 0, _) => Some(Ordering::Less),
                (Ordering::Equal, _, 0) => Some(Ordering::Greater),
                (Ordering::Equal, ..) => None,
                (unequal, ..) => Some(unequal),
            };
            if let Some(order) = decided {
                return if turned { order.reverse() } else { order };
            }
            a = Self { over: a.under, under: rest_a };
            b = Self { over: b.under, under: rest_b };
            turned = !turned;
        }
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}
