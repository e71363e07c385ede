//! What a comparison of so few people could find at all.

/// People of each team, and the standardised difference (Cohen's d) that a two-sided t test at 5 % finds with 80 %
/// power.
const TABLE: [(u32, f64); 7] = [(5, 2.02), (8, 1.51), (10, 1.33), (15, 1.06), (20, 0.91), (30, 0.74), (64, 0.50)];

/// The smallest standardised difference that two teams of `n` people each would show in four of five cases. Between two
/// rows of the table the smaller n counts, so that it is never too hopeful; for teams of different size give the
/// smaller. `None` below 5.
#[must_use]
pub fn detectable_difference(n: u32) -> Option<f64> {
    TABLE.iter().rev().find(|(people, _)| *people <= n).map(|(_, difference)| *difference)
}
