//! One team in two rounds.

use domain::comparison::{Basis, Compared, Evidence, LinkedScores, P, change_apart, change_linked, compare_constructs};
use domain::statistics::paired;

use super::{found, of, same, team};

/// Ten people, earlier and later.
const PAIRS: [(f64, f64); 10] = [
    (1.0, 2.0),
    (2.0, 2.5),
    (2.5, 3.0),
    (3.0, 3.0),
    (3.5, 4.5),
    (2.0, 3.0),
    (1.5, 2.0),
    (4.0, 4.0),
    (3.0, 4.0),
    (2.0, 2.5),
];

fn linked(id: &'static str, pairs: &[(f64, f64)]) -> LinkedScores<'static> {
    LinkedScores { id, pairs: pairs.to_vec() }
}

#[test]
fn linked_answers_are_compared_in_pairs() {
    let change = change_linked(&same(), &[linked("TE1", &PAIRS), linked("TE2", &PAIRS)]);
    assert_eq!((change.basis, change.basis.caution()), (Basis::Linked, None));
    let difference = found(&change.constructs, "TE1");
    let test = paired(&PAIRS.map(|(earlier, later)| (later, earlier))).unwrap();
    assert!((difference.difference - 0.6).abs() < 1e-12);
    assert_eq!(difference.interval, Some(test.interval));
    assert_eq!(difference.evidence, Evidence::Tested(P { alone: test.p, adjusted: 2.0 * test.p }));
}

#[test]
fn of_few_linked_answers_it_is_not_known_what_could_be_found() {
    let change = change_linked(&same(), &[linked("TE1", &PAIRS[..9]), linked("TE2", &PAIRS[..1])]);
    assert_eq!(found(&change.constructs, "TE1").evidence, Evidence::TooFew(None));
    assert_eq!(of(&change.constructs, "TE2"), &Compared::Unknown);
}

#[test]
fn answers_that_cannot_be_linked_are_compared_as_of_two_teams_with_a_caution() {
    let (earlier, later) = (team(&[1, 2, 2, 3, 3]), team(&[2, 3, 3, 4, 4]));
    let change = change_apart(&same(), &later.constructs, &earlier.constructs);
    assert_eq!(change.basis, Basis::Apart);
    assert!(change.basis.caution().unwrap().contains("cannot be linked"));
    assert_eq!(change.constructs, compare_constructs(&same(), &later.constructs, &earlier.constructs));
    assert!((found(&change.constructs, "TE1").difference - 1.0).abs() < 1e-12);
    assert_eq!(found(&change.constructs, "TE1").evidence, Evidence::TooFew(Some(2.02)));
}
