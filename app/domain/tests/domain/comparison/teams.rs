//! Constructs of two teams.

use domain::comparison::{Compared, Effect, Evidence, P, compare_constructs};
use domain::scoring::ConstructScore;
use domain::statistics::{Magnitude, Summary, hedges_g, holm, welch};

use super::{found, of, same, team};
use crate::support::scored;

const LOW: [u8; 10] = [1, 2, 2, 3, 1, 2, 3, 3, 2, 1];
const HIGH: [u8; 10] = [3, 4, 2, 4, 3, 3, 4, 2, 3, 4];

fn summary(scores: &[u8]) -> Summary {
    Summary::of(&scores.iter().map(|score| f64::from(*score)).collect::<Vec<_>>()).unwrap()
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12, "expected {expected}, found {found}");
}

#[test]
fn ten_people_a_side_are_tested() {
    let (low, high) = (team(&LOW), team(&HIGH));
    let difference = found(&compare_constructs(&same(), &high.constructs, &low.constructs), "TE1");
    let expected = welch(&summary(&HIGH), &summary(&LOW)).unwrap();
    assert_eq!(difference.people, [10, 10]);
    close(difference.difference, 1.2);
    close(difference.interval.unwrap().low, expected.interval.low);
    close(difference.interval.unwrap().high, expected.interval.high);
    let Some(Effect { g, word }) = difference.effect else { unreachable!("there is spread") };
    close(g, hedges_g(&summary(&HIGH), &summary(&LOW)).unwrap());
    assert_eq!(word, Magnitude::Large);
    let Evidence::Tested(P { alone, .. }) = difference.evidence else { unreachable!("ten are enough") };
    close(alone, expected.p);
}

#[test]
fn p_is_adjusted_for_all_constructs_that_are_shown() {
    let p = |shown: [&[ConstructScore]; 2]| -> Vec<P> {
        let comparisons = compare_constructs(&same(), shown[0], shown[1]);
        let tested = comparisons.iter().filter_map(|comparison| match comparison.compared {
            Compared::Found(difference) => Some(difference.evidence),
            _ => None,
        });
        tested.filter_map(|evidence| if let Evidence::Tested(p) = evidence { Some(p) } else { None }).collect()
    };
    let (low, high) = (team(&LOW), team(&HIGH));
    let both = p([&low.constructs, &high.constructs]);
    let adjusted = holm(&both.iter().map(|p| p.alone).collect::<Vec<_>>());
    assert_eq!(both.iter().map(|p| p.adjusted).collect::<Vec<_>>(), adjusted);
    close(both[0].adjusted, 2.0 * both[0].alone);
    // Constructs without answers are no tests, and one alone needs no adjusting.
    let te1: Vec<ConstructScore> = low.constructs.iter().filter(|score| score.id == "TE1").cloned().collect();
    let one = p([&te1, &high.constructs]);
    assert_eq!(one.len(), 1);
    close(one[0].adjusted, one[0].alone);
}

#[test]
fn fewer_people_have_an_interval_and_a_size_but_no_p() {
    let high = team(&HIGH);
    let evidence = |people: usize| {
        let few = team(&LOW[..people]);
        let difference = found(&compare_constructs(&same(), &high.constructs, &few.constructs), "TE1");
        assert!(difference.interval.is_some() && difference.effect.is_some());
        difference.evidence
    };
    assert!(matches!(evidence(10), Evidence::Tested(_)));
    assert_eq!(evidence(9), Evidence::TooFew(Some(1.51)));
    assert_eq!(evidence(5), Evidence::TooFew(Some(2.02)));
    assert_eq!(evidence(4), Evidence::TooFew(None));
}

#[test]
fn people_of_one_mind_have_no_spread() {
    let (twos, threes) = (team(&[2; 10]), team(&[3; 10]));
    let difference = found(&compare_constructs(&same(), &threes.constructs, &twos.constructs), "TE1");
    close(difference.difference, 1.0);
    assert_eq!((difference.interval, difference.effect), (None, None));
    assert_eq!(difference.evidence, Evidence::NoSpread);
}

#[test]
fn the_interval_stays_on_the_scale() {
    let difference = found(&compare_constructs(&same(), &team(&[1, 4]).constructs, &team(&[1, 4]).constructs), "TE1");
    let interval = difference.interval.unwrap();
    close(interval.low, -4.0);
    close(interval.high, 4.0);
}

#[test]
fn what_is_not_published_is_not_compared() {
    let high = team(&HIGH);
    assert_eq!(of(&compare_constructs(&same(), &high.constructs, &team(&[3]).constructs), "TE1"), &Compared::Unknown);
    // As of a construct whose spread is kept back, so that nobody's answer can be worked out.
    let mut low = team(&LOW);
    for construct in &mut low.constructs {
        construct.sd = None;
    }
    assert_eq!(of(&compare_constructs(&same(), &high.constructs, &low.constructs), "TE1"), &Compared::Unknown);
    let nothing = scored("TE3-1", &["DS,"]);
    assert_eq!(of(&compare_constructs(&same(), &high.constructs, &nothing.constructs), "TE1"), &Compared::Unknown);
}
