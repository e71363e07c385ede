//! Which of two sides gives the higher answers, where only their order counts.

use super::Magnitude;

/// All pairs of a value of one side and a value of the other, by which is higher. There is at least one pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dominance {
    higher: u64,
    lower: u64,
    pairs: u64,
}

impl Dominance {
    /// Compares every value of `one` with every value of `other`; `None` if either is empty.
    #[must_use]
    pub fn of<T: Ord>(one: &[T], other: &[T]) -> Option<Self> {
        let mut sorted: Vec<&T> = other.iter().collect();
        sorted.sort_unstable();
        let below = |value: &T| sorted.partition_point(|against| *against < value) as u64;
        let up_to = |value: &T| sorted.partition_point(|against| *against <= value) as u64;
        let pairs = one.len() as u64 * other.len() as u64;
        let higher = one.iter().map(below).sum();
        let lower = pairs - one.iter().map(up_to).sum::<u64>();
        (pairs > 0).then_some(Self { higher, lower, pairs })
    }

    /// In how many pairs each side is higher, the first and the second, and how many pairs there are.
    pub(super) const fn counts(&self) -> [u64; 3] {
        [self.higher, self.lower, self.pairs]
    }

    /// Mann and Whitney's U of the first side: the pairs in which it is higher, and half of those that are equal.
    #[must_use]
    pub fn u(&self) -> f64 {
        (self.higher + self.pairs - self.lower) as f64 / 2.0
    }

    /// Cliff's delta (1993), 2U/(n1 n2) - 1: from -1 (the second side is always higher) to 1 (the first is).
    #[must_use]
    pub fn delta(&self) -> f64 {
        let size = self.higher.abs_diff(self.lower) as f64 / self.pairs as f64;
        if self.higher < self.lower { -size } else { size }
    }

    /// Cliff's delta in a word: below 0.147, 0.33 and 0.474 either way negligible, small and medium (Romano, Kromrey,
    /// Coraggio & Skowronek 2006). Decided on whole numbers.
    #[must_use]
    pub fn magnitude(&self) -> Magnitude {
        let size = u128::from(self.higher.abs_diff(self.lower)) * 1_000;
        let bounds = [(147, Magnitude::Negligible), (330, Magnitude::Small), (474, Magnitude::Medium)];
        let first = bounds.iter().find(|(bound, _)| size < u128::from(self.pairs) * bound);
        first.map_or(Magnitude::Large, |(_, word)| *word)
    }
}
