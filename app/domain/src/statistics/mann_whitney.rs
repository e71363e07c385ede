//! Whether one of two sides gives higher answers than the other, where only their order counts.

use statrs::function::erf::erfc;

use super::Dominance;

/// The smaller side of the exact distribution has this many values at most; beyond it the normal one is close enough.
const EXACT_SIDE: usize = 8;

/// The larger side of the exact distribution has this many at most: the counts of arrangements stay below 2^127.
const EXACT_OTHER: usize = 200_000;

/// Where the p of a rank test comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distribution {
    /// All arrangements of the values are counted.
    Exact,
    /// The normal distribution, corrected for ties and for continuity.
    Normal,
}

/// Mann and Whitney's test of two sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankTest {
    /// What it is about: U and Cliff's delta.
    pub dominance: Dominance,
    /// How likely a U at least as far from the middle would be by chance, either way: 0 to 1.
    pub p: f64,
    /// Where p comes from.
    pub distribution: Distribution,
}

/// Mann & Whitney (1947), two-sided. The distribution is exact where no two values are equal and the smaller side has
/// eight or fewer, and otherwise normal, with the variance corrected for ties (Lehmann 1975) and half a step for
/// continuity. `None` if a side is empty.
#[must_use]
pub fn mann_whitney<T: Ord>(one: &[T], other: &[T]) -> Option<RankTest> {
    let dominance = Dominance::of(one, other)?;
    let (small, large) = (one.len().min(other.len()), one.len().max(other.len()));
    let ties = ties(one, other);
    let [higher, lower, pairs] = dominance.counts();
    if ties == 0 && small <= EXACT_SIDE && large <= EXACT_OTHER {
        let p = (2.0 * exact_tail(small, large, higher.min(lower))).min(1.0);
        return Some(RankTest { dominance, p, distribution: Distribution::Exact });
    }
    let n = (small + large) as f64;
    let variance = pairs as f64 / 12.0 * ((n + 1.0) - ties as f64 / (n * (n - 1.0)));
    let beyond = (higher.abs_diff(lower) as f64 - 1.0) / 2.0;
    // Where all values are equal there is no variance, and nothing speaks for a difference.
    let p = if variance > 0.0 { erfc(beyond / (2.0 * variance).sqrt()).min(1.0) } else { 1.0 };
    Some(RankTest { dominance, p, distribution: Distribution::Normal })
}

/// Sum of t3 - t over the groups of equal values, t being the size of a group: 0 without ties.
fn ties<T: Ord>(one: &[T], other: &[T]) -> u128 {
    let mut all: Vec<&T> = one.iter().chain(other).collect();
    all.sort_unstable();
    let sizes = all.chunk_by(|a, b| a == b).map(|group| group.len() as u128);
    sizes.map(|size| size * size * size - size).sum()
}

/// The share of all arrangements of `small` and `large` different values whose U is at most `most`.
///
/// The numbers of arrangements by U are the coefficients of the Gaussian binomial, the product over i from 1 to `small`
/// of (1 - q^(large + i))/(1 - q^i) (Mann & Whitney 1947): multiplied out, with whole numbers, as far as `most`.
fn exact_tail(small: usize, large: usize, most: u64) -> f64 {
    // U is at most the number of pairs, which is in memory as values already.
    let length = usize::try_from(most).unwrap_or(usize::MAX).saturating_add(1);
    let mut arrangements = vec![0_i128; length];
    arrangements[0] = 1;
    let mut all = 1.0;
    for i in 1..=small {
        for u in (large + i..length).rev() {
            arrangements[u] -= arrangements[u - large - i];
        }
        for u in i..length {
            arrangements[u] += arrangements[u - i];
        }
        all *= (large + i) as f64 / i as f64;
    }
    arrangements.iter().map(|count| *count as f64).sum::<f64>() / all
}
