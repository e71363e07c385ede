//! The order in which people answer shows in no figure, not even in its last digit.

use domain::statistics::{MIN_POOLED, Pooled, Summary, hedges_g, mann_whitney, paired, welch};
use proptest::prelude::*;

/// Values as construct scores are: sixths from 1 to 5.
fn sixths() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(6_u8..=30, 2..40)
}

fn shuffled<T: Clone + std::fmt::Debug + 'static>(values: Vec<T>) -> impl Strategy<Value = (Vec<T>, Vec<T>)> {
    (Just(values.clone()), Just(values).prop_shuffle())
}

fn summary(values: &[u8]) -> Summary {
    let means: Vec<f64> = values.iter().map(|value| f64::from(*value) / 6.0).collect();
    Summary::of(&means).unwrap()
}

fn pairs(values: &[(u8, u8)]) -> Vec<(f64, f64)> {
    values.iter().map(|(one, other)| (f64::from(*one) / 6.0, f64::from(*other) / 6.0)).collect()
}

proptest! {
    #[test]
    fn two_sides((one, turned) in sixths().prop_flat_map(shuffled), other in sixths()) {
        let other_summary = summary(&other);
        prop_assert_eq!(welch(&summary(&one), &other_summary), welch(&summary(&turned), &other_summary));
        prop_assert_eq!(hedges_g(&other_summary, &summary(&one)), hedges_g(&other_summary, &summary(&turned)));
        prop_assert_eq!(mann_whitney(&one, &other), mann_whitney(&turned, &other));
    }

    #[test]
    fn the_same_people_twice(
        (one, turned) in prop::collection::vec((6_u8..=30, 6_u8..=30), 2..40).prop_flat_map(shuffled),
    ) {
        prop_assert_eq!(paired(&pairs(&one)), paired(&pairs(&turned)));
    }

    #[test]
    fn pooled_answers(
        (one, turned) in prop::collection::vec([1_u8..=5, 1..=5, 1..=5], MIN_POOLED..40).prop_flat_map(shuffled),
    ) {
        prop_assert_eq!(Pooled::of(&one), Pooled::of(&turned));
    }

    #[test]
    fn two_sides_turned_round_differ_only_in_sign(one in sixths(), other in sixths()) {
        let (first, second) = (summary(&one), summary(&other));
        if let (Some(test), Some(turned)) = (welch(&first, &second), welch(&second, &first)) {
            prop_assert_eq!((test.t, test.p, test.degrees), (-turned.t, turned.p, turned.degrees));
        }
        let (test, turned) = (mann_whitney(&one, &other).unwrap(), mann_whitney(&other, &one).unwrap());
        prop_assert_eq!((test.dominance.delta(), test.p), (-turned.dominance.delta(), turned.p));
    }
}
