//! Who answered both of two rounds, and that only named rounds tell.

use std::collections::BTreeMap;

use domain::comparison::{Compared, LinkedScores, change_linked, compare_constructs};
use domain::instrument::Instrument;
use domain::privacy::{SealedAnswers, linked_scores, publish};
use domain::round::{Mode, RoundState};

use super::{found, of, same};

const CONFIDENTIAL: Mode = Mode::Confidential { k: 5 };

/// A closed round in which each key gives a value to all items of TE1, or leaves out all but one.
fn round(mode: Mode, people: &[(&str, &str, bool)]) -> SealedAnswers {
    let mut builder = SealedAnswers::builder(Instrument::builtin(), mode, RoundState::Closed);
    for (key, value, whole) in people {
        let mut person = builder.respondent(*key, *key);
        for item in if *whole { &["TE1-1", "TE1-2", "TE1-3"][..] } else { &["TE1-1"] } {
            person.answer(item, value).unwrap();
        }
    }
    builder.seal()
}

fn linked(later: &SealedAnswers, earlier: &SealedAnswers) -> Option<Vec<LinkedScores<'static>>> {
    let instrument = Instrument::builtin();
    let same = BTreeMap::from([("a2", "a1"), ("b2", "b1"), ("c2", "c1"), ("d2", "d1")]);
    linked_scores((instrument, later), (instrument, earlier), &same)
}

#[test]
fn those_who_have_a_score_in_both_named_rounds_are_linked() {
    // In another order; c1 answered too little, d2 did not answer, and e2 is new.
    let earlier = round(Mode::Named, &[("d1", "5", true), ("c1", "5", false), ("b1", "2", true), ("a1", "1", true)]);
    let later = round(Mode::Named, &[("a2", "3", true), ("b2", "3", true), ("c2", "1", true), ("e2", "5", true)]);
    let scores = linked(&later, &earlier).unwrap();
    let te1 = scores.iter().find(|scores| scores.id == "TE1").unwrap();
    assert_eq!(te1.pairs, [(1.0, 3.0), (2.0, 3.0)]);
    let change = change_linked(&same(), &scores);
    let difference = found(&change.constructs, "TE1");
    assert_eq!(difference.people, [2, 2]);
    assert!((difference.difference - 1.5).abs() < 1e-12);
    assert_eq!(of(&change.constructs, "TE2"), &Compared::Unknown);
}

#[test]
fn confidential_rounds_and_single_answers_are_never_linked() {
    let people = [("a1", "1", true), ("b1", "2", true), ("a2", "3", true), ("b2", "4", true)];
    let named = round(Mode::Named, &people);
    assert!(linked(&named, &named).is_some());
    for mode in [CONFIDENTIAL, Mode::OneAnswer] {
        assert_eq!(linked(&round(mode, &people), &named), None);
        assert_eq!(linked(&named, &round(mode, &people)), None);
    }
}

#[test]
fn of_a_confidential_round_only_what_is_told_in_full_is_compared() {
    let keys: Vec<String> = (0..10).map(|person| format!("p{person}")).collect();
    let people: Vec<(&str, &str, bool)> = keys
        .iter()
        .zip(["1", "2", "3", "2", "1"].iter().cycle())
        .map(|(key, value)| (key.as_str(), *value, true))
        .collect();
    let published = |mode: Mode, n: usize| {
        publish(Instrument::builtin(), &round(mode, &people[..n]), None, 7)
            .unwrap()
            .published()
            .scores
            .constructs
            .clone()
    };
    let whole = published(Mode::Named, 10);
    let te1 = |constructs: &[_]| of(&compare_constructs(&same(), constructs, &whole), "TE1").clone();
    assert!(matches!(te1(&published(CONFIDENTIAL, 10)), Compared::Found(_)));
    assert_eq!(te1(&published(CONFIDENTIAL, 9)), Compared::Unknown);
    assert_eq!(te1(&published(CONFIDENTIAL, 4)), Compared::Unknown);
    assert!(matches!(te1(&published(Mode::Named, 4)), Compared::Found(_)));
}
