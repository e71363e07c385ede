//! Which practices stand out.

use super::{ConstructRow, ReportData};

/// Practices that stand out.
#[derive(Clone, Debug, PartialEq)]
pub struct Standouts<'r> {
    /// The highest, the highest first.
    pub high: Vec<&'r ConstructRow>,
    /// The lowest, the lowest first.
    pub low: Vec<&'r ConstructRow>,
}

impl ReportData {
    /// Up to `most` practices at either end, and never more than half of those with a figure, so that none is both. One is
    /// not named where another is as high (or as low) and would have to be left out.
    #[must_use]
    pub fn standouts(&self, most: usize) -> Standouts<'_> {
        let mut scored: Vec<(&ConstructRow, f64)> =
            self.practices.iter().filter_map(|row| Some((row, row.figure.value?))).collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1));
        let high = first_apart(&scored, most);
        scored.sort_by(|a, b| a.1.total_cmp(&b.1));
        Standouts { high, low: first_apart(&scored, most) }
    }
}

/// As many of the first as differ from the one that follows them: at most `most`, and at most half.
pub(super) fn first_apart<T: Copy>(sorted: &[(T, f64)], most: usize) -> Vec<T> {
    let apart = |n: &usize| sorted[n - 1].1.total_cmp(&sorted[*n].1).is_ne();
    let n = (1..=most.min(sorted.len() / 2)).rev().find(apart).unwrap_or(0);
    sorted.iter().take(n).map(|(one, _)| *one).collect()
}

#[cfg(test)]
mod tests {
    use crate::sample;

    /// The names that stand out if the first practices have these figures and the others none.
    fn named(values: &[f64]) -> (Vec<usize>, Vec<usize>) {
        let mut data = sample::report().clone();
        for (place, row) in data.practices.iter_mut().enumerate() {
            row.figure.value = values.get(place).copied();
            row.id = place.to_string();
        }
        let standouts = data.standouts(3);
        let ids = |rows: Vec<&super::ConstructRow>| rows.iter().filter_map(|row| row.id.parse().ok()).collect();
        (ids(standouts.high), ids(standouts.low))
    }

    #[test]
    fn three_at_either_end_and_none_at_both() {
        assert_eq!(named(&[50.0, 70.0, 10.0, 60.0, 20.0, 30.0, 40.0]), (vec![1, 3, 0], vec![2, 4, 5]));
        assert_eq!(named(&[50.0, 70.0, 10.0]), (vec![1], vec![2]));
        assert_eq!(named(&[50.0]), (vec![], vec![]));
        assert_eq!(named(&[]), (vec![], vec![]));
    }

    #[test]
    fn of_equals_all_are_named_or_none() {
        assert_eq!(named(&[70.0, 60.0, 60.0, 60.0, 20.0, 10.0, 30.0]), (vec![0], vec![5, 4, 6]));
        assert_eq!(named(&[70.0, 60.0, 50.0, 10.0, 10.0, 10.0]), (vec![0, 1, 2], vec![3, 4, 5]));
        assert_eq!(named(&[50.0; 8]), (vec![], vec![]));
    }
}
