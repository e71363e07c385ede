//! Comparisons in which only the order of answers counts, and several tests at once.

use domain::statistics::{Distribution, Dominance, Magnitude, holm, mann_whitney};

use super::close;

#[test]
fn few_answers_without_ties_have_an_exact_p() {
    let test = mann_whitney(&[19, 22, 16, 29, 24], &[20, 11, 17, 12]).unwrap();
    close(test.dominance.u(), 17.0, 0.0);
    close(test.p, 1.0 / 9.0, 1e-15);
    assert_eq!(test.distribution, Distribution::Exact);
    let turned = mann_whitney(&[20, 11, 17, 12], &[19, 22, 16, 29, 24]).unwrap();
    close(turned.dominance.u(), 3.0, 0.0);
    close(turned.p, test.p, 0.0);
}

#[test]
fn ties_and_larger_sides_have_a_normal_p() {
    let nine: Vec<u8> = (0..9).collect();
    let above: Vec<u8> = (10..19).collect();
    assert_eq!(mann_whitney(&nine, &above).unwrap().distribution, Distribution::Normal);
    assert_eq!(mann_whitney(&nine[..8], &above).unwrap().distribution, Distribution::Exact);
    assert_eq!(mann_whitney(&[1, 2], &[2, 3]).unwrap().distribution, Distribution::Normal);
    let equal = mann_whitney(&[3, 3, 3], &[3, 3]).unwrap();
    close(equal.p, 1.0, 0.0);
    close(equal.dominance.delta(), 0.0, 0.0);
    assert!(equal.dominance.delta().is_sign_positive(), "it would be shown as -0");
}

#[test]
fn the_exact_tail_counts_every_arrangement() {
    // Of all C(16, 8) arrangements the most extreme is one, on either side.
    let low: Vec<u8> = (0..8).collect();
    let high: Vec<u8> = (10..18).collect();
    close(mann_whitney(&low, &high).unwrap().p, 2.0 / 12_870.0, 1e-18);
    close(mann_whitney(&[1], &[2]).unwrap().p, 1.0, 0.0);
    close(mann_whitney(&[5], &[1, 2, 3, 4, 6, 7, 8]).unwrap().p, 1.0, 0.0);
    // One against many: U is as likely to be any of 0 to 30,000.
    let many: Vec<u32> = (1..=30_000).collect();
    close(mann_whitney(&[0], &many).unwrap().p, 2.0 / 30_001.0, 1e-15);
}

#[test]
fn the_exact_tail_ends_with_two_hundred_thousand() {
    let many: Vec<u32> = (1..=200_001).collect();
    let exact = mann_whitney(&[0], &many[1..]).unwrap();
    assert_eq!(exact.distribution, Distribution::Exact);
    close(exact.p, 2.0 / 200_001.0, 1e-15);
    assert_eq!(mann_whitney(&many, &[0]).unwrap().distribution, Distribution::Normal);
}

#[test]
fn the_difference_in_order_is_cliffs_delta() {
    let one = [10, 10, 20, 20, 20, 30, 30, 30, 40, 50];
    let dominance = Dominance::of(&one, &[10, 20, 30, 40, 40, 50]).unwrap();
    close(dominance.delta(), -0.25, 0.0);
    assert_eq!(dominance.magnitude(), Magnitude::Small);
    close(2.0 * dominance.u() / 60.0 - 1.0, -0.25, 1e-15);
}

/// Cliff's delta of `higher` thousandths, in a word.
fn word(higher: u16) -> Magnitude {
    let many: Vec<u16> = (0..1_000).map(|place| if place < higher { 1 } else { 2 }).collect();
    Dominance::of(&[2], &many).unwrap().magnitude()
}

#[test]
fn the_words_of_delta_begin_at_their_bounds() {
    use Magnitude::{Large, Medium, Negligible, Small};
    let words = [0, 146, 147, 329, 330, 473, 474, 1_000].map(word);
    assert_eq!(words, [Negligible, Negligible, Small, Small, Medium, Medium, Large, Large]);
    assert_eq!(Dominance::of(&[1], &[2]).unwrap().magnitude(), Large);
}

#[test]
fn nobody_is_no_side() {
    assert_eq!((mann_whitney::<u8>(&[], &[1]), Dominance::of::<u8>(&[1], &[])), (None, None));
}

#[test]
fn several_tests_are_adjusted_by_holm() {
    for (found, expected) in holm(&[0.01, 0.02, 0.03, 0.04, 0.05]).into_iter().zip([0.05, 0.08, 0.09, 0.09, 0.09]) {
        close(found, expected, 1e-15);
    }
    for (found, expected) in holm(&[0.5, 0.001, 0.9]).into_iter().zip([1.0, 0.003, 1.0]) {
        close(found, expected, 1e-15);
    }
    assert!(holm(&[]).is_empty());
}
