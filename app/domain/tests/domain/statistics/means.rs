//! Differences of means, and how large they are.

use domain::statistics::{Magnitude, Summary, detectable_difference, hedges_g, paired, welch};

use super::{close, ends};

/// Hours of sleep won with each of two drugs (Cushny & Peebles 1905), in R as `sleep`.
const FIRST: [f64; 10] = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const SECOND: [f64; 10] = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

fn summary(values: &[f64]) -> Summary {
    Summary::of(values).unwrap()
}

#[test]
fn two_sides_are_compared_as_welch_does() {
    let test = welch(&summary(&FIRST), &summary(&SECOND)).unwrap();
    close(test.difference, -1.58, 1e-12);
    close(test.t, -1.860_813, 5e-7);
    close(test.degrees, 17.776_474, 5e-7);
    close(test.p, 0.079_394_1, 5e-8);
    ends(Some(test.interval), -3.365_483, 0.205_483, 5e-7);
}

#[test]
fn the_same_people_twice_are_compared_in_pairs() {
    let pairs: Vec<(f64, f64)> = FIRST.into_iter().zip(SECOND).collect();
    let test = paired(&pairs).unwrap();
    close(test.t, -4.062_128, 5e-7);
    close(test.degrees, 9.0, 0.0);
    close(test.p, 0.002_832_9, 5e-8);
    ends(Some(test.interval), -2.459_886, -0.700_114, 5e-7);
}

#[test]
fn the_difference_is_measured_by_hedges_g() {
    let g = hedges_g(&summary(&FIRST), &summary(&SECOND)).unwrap();
    close(g, -0.797_018_5, 5e-8);
    assert_eq!(Magnitude::of_difference(g), Magnitude::Medium);
    close(hedges_g(&summary(&SECOND), &summary(&FIRST)).unwrap(), -g, 0.0);
}

#[test]
fn the_words_of_g_begin_at_their_bounds() {
    use Magnitude::{Large, Medium, Negligible, Small};
    let words = [0.0, 0.199, 0.2, 0.499, 0.5, 0.799, 0.8, 7.0].map(Magnitude::of_difference);
    assert_eq!(words, [Negligible, Negligible, Small, Small, Medium, Medium, Large, Large]);
    assert_eq!(Magnitude::of_difference(-0.5), Medium);
}

#[test]
fn without_spread_there_is_no_test() {
    // Three times a tenth, added up, is not 0.3: the mean of equal values must not become another value.
    let equal = summary(&[0.1, 0.1, 0.1]);
    close(equal.sd(), 0.0, 0.0);
    close(equal.mean(), 0.1, 0.0);
    let higher = summary(&[0.4, 0.4, 0.4]);
    assert_eq!((welch(&equal, &higher), hedges_g(&equal, &higher)), (None, None));
    assert_eq!(paired(&[(0.4, 0.1), (0.4, 0.1), (0.4, 0.1)]), None);
    assert!(welch(&equal, &summary(&[0.4, 0.5])).is_some());
}

#[test]
fn one_value_is_no_side() {
    assert_eq!((Summary::of(&[]), Summary::of(&[1.0]), paired(&[(1.0, 2.0)])), (None, None, None));
    assert_eq!((Summary::new(1, 3.0, 1.0), Summary::new(2, f64::NAN, 1.0)), (None, None));
    assert_eq!((Summary::new(2, 3.0, -1.0), Summary::of(&[1.0, f64::INFINITY])), (None, None));
}

#[test]
fn what_can_be_detected_is_never_too_hopeful() {
    let rows = [(5, 2.02), (8, 1.51), (10, 1.33), (15, 1.06), (20, 0.91), (30, 0.74), (64, 0.50)];
    for (people, difference) in rows {
        assert_eq!(detectable_difference(people), Some(difference));
    }
    assert_eq!([0, 4].map(detectable_difference), [None, None]);
    assert_eq!([7, 9, 14, 63, 500].map(detectable_difference), [2.02, 1.51, 1.33, 0.74, 0.50].map(Some));
}
