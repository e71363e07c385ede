//! What weighs most and what is wanted most, as far as it is told.

use domain::instrument::Instrument;
use domain::privacy::{Importance, Publication, Published, Refused, SealedAnswers, publish, without_flagged};
use domain::round::{Mode, RoundState};
use domain::scoring::Detail;

use super::rounds::below;
use super::solver::{Sum, group};

const CONFIDENTIAL: Mode = Mode::Confidential { k: 5 };

/// People who answer one question and name these challenges.
fn round(mode: Mode, people: &[(&str, &str)]) -> SealedAnswers {
    let mut builder = SealedAnswers::builder(Instrument::builtin(), mode, RoundState::Closed);
    for (place, (answer, challenges)) in people.iter().enumerate() {
        let mut respondent = builder.respondent(format!("r{place}"), "");
        respondent.answer("TE1-1", answer).unwrap();
        respondent.answer("strategy.top-challenges", challenges).unwrap();
    }
    builder.seal()
}

fn first(mode: Mode, people: &[(&str, &str)]) -> Publication {
    publish(Instrument::builtin(), &round(mode, people), None, 1).unwrap()
}

fn again(people: &[(&str, &str)], before: &Publication) -> Result<Publication, Refused> {
    publish(Instrument::builtin(), &round(CONFIDENTIAL, people), Some(before), 1)
}

fn of<'p>(published: &'p Published, id: &str) -> &'p Importance {
    published.importance.iter().find(|one| one.id == id).unwrap()
}

/// So many people, of whom the first `named` name CH1 and all CH2.
fn people(n: usize, named: usize) -> Vec<(&'static str, &'static str)> {
    (0..n).map(|place| ("3", if place < named { "CH1;CH2" } else { "CH2" })).collect()
}

#[test]
fn a_named_round_tells_how_many_named_each() {
    let publication = first(Mode::Named, &[("3", "CH1;CH2"), ("3", "CH2"), ("3", "")]);
    let told = |id| (of(publication.published(), id).named, of(publication.published(), id).n);
    assert_eq!([told("CH1"), told("CH2"), told("CH3")], [(1, 2), (2, 2), (0, 2)]);
    assert_eq!(of(publication.published(), "CH1").share(), Some(0.5));
    assert_eq!(of(publication.published(), "BE1").share(), None, "nobody said which benefits they want");
}

#[test]
fn where_nobody_chose_nothing_is_told() {
    assert!(first(Mode::Named, &[("3", "")]).published().importance.is_empty());
}

#[test]
fn a_confidential_round_tells_it_from_ten_who_chose() {
    let mut nine = people(9, 4);
    nine.push(("3", ""));
    let publication = first(CONFIDENTIAL, &nine);
    let hidden = |one: &Importance| one.detail == Detail::Suppressed && one.n == 0 && one.named == 0;
    assert!(publication.published().importance.iter().all(hidden), "{:?}", publication.published().importance);
    let publication = first(CONFIDENTIAL, &people(10, 4));
    assert_eq!((of(publication.published(), "CH1").named, of(publication.published(), "CH1").n), (4, 10));
    assert!(hidden(of(publication.published(), "BE1")), "whether anybody chose is not told");
}

#[test]
fn it_stands_until_k_people_have_chosen_otherwise() {
    let before = first(CONFIDENTIAL, &people(12, 4));
    assert_eq!(again(&people(12, 8), &before).unwrap_err(), Refused::TooFewChanged);
    let after = again(&people(12, 9), &before).unwrap();
    assert_eq!(of(after.published(), "CH1").named, 9);
    // Five change their answer to a question, and one of them what they chose: that one would be told by subtracting.
    let mut changed = people(12, 5);
    changed.iter_mut().take(5).for_each(|one| one.0 = "4");
    let after = again(&changed, &before).unwrap();
    assert_eq!(of(after.published(), "CH1").named, 4);
}

/// Who chose what: the challenges as they are stored, by the person's number.
type Choices = Vec<(usize, &'static str)>;

/// The sum that each told count is, of a 1 for everybody who named the challenge and a 0 for who named others.
fn sums(published: &Published, choices: &Choices) -> Vec<Sum> {
    let told = published.importance.iter().enumerate().filter(|(_, one)| one.id.starts_with("CH") && one.n > 0);
    let version = |choice: &str| choice.bytes().fold(0, |code, byte| (31 * code + u32::from(byte)) % 1_000_003);
    told.map(|(option, _)| choices.iter().map(|(key, choice)| ((*key, option, version(choice)), 1)).collect()).collect()
}

#[test]
fn no_choice_of_fewer_than_k_follows_from_two_publications() {
    const ANSWERS: [&str; 5] = ["CH1", "CH2;CH3", "CH1;CH4", "CH3", ""];
    let (mut state, mut told, mut renewed) = (5, 0, 0);
    for _ in 0..1_500 {
        let n = 6 + below(&mut state, 14);
        let first: Vec<(&str, &str)> = (0..n).map(|_| ("3", ANSWERS[below(&mut state, 5)])).collect();
        let share = [4, 10, 40][below(&mut state, 3)];
        let mut later = first.clone();
        for one in &mut later {
            if below(&mut state, 100) < share {
                one.1 = ANSWERS[below(&mut state, 5)];
            }
            // Something else changes as well, so that the round as a whole may be published again.
            one.0 = ["3", "4"][below(&mut state, 2)];
        }
        let chosen = |people: &[(&str, &'static str)]| -> Choices {
            people.iter().enumerate().filter(|(_, one)| !one.1.is_empty()).map(|(key, one)| (key, one.1)).collect()
        };
        let before = self::first(CONFIDENTIAL, &first);
        let mut known = sums(before.published(), &chosen(&first));
        told += known.len();
        if let Ok(after) = again(&later, &before)
            && after.published().importance != before.published().importance
        {
            renewed += 1;
            known.extend(sums(after.published(), &chosen(&later)));
        }
        assert!(!group(5, &known), "{first:?} {later:?}");
    }
    assert!(told > 1_000 && renewed > 50, "{told} {renewed}");
}

#[test]
fn the_last_word_counts_and_a_choice_that_is_taken_back_does_not() {
    let mut builder = SealedAnswers::builder(Instrument::builtin(), Mode::Named, RoundState::Closed);
    let mut respondent = builder.respondent("r", "");
    respondent.answer("TE1-1", "3").unwrap().answer("strategy.top-benefits", "BE1").unwrap();
    respondent.answer("strategy.top-challenges", "CH1").unwrap().answer("strategy.top-challenges", "").unwrap();
    let publication = publish(Instrument::builtin(), &builder.seal(), None, 1).unwrap();
    assert_eq!((of(publication.published(), "CH1").n, of(publication.published(), "BE1").n), (0, 1));
}

#[test]
fn it_is_stored_and_read_again() {
    for publication in [first(Mode::Named, &people(3, 1)), first(CONFIDENTIAL, &people(12, 4))] {
        let kept = publication.kept();
        let read = Publication::restored(&kept.shown, kept.memory.as_deref()).unwrap();
        assert_eq!(read.published().importance, publication.published().importance);
        assert_eq!(read.kept().memory, kept.memory);
    }
}

#[test]
fn without_flagged_people_their_choices_are_left_out() {
    let mut builder = SealedAnswers::builder(Instrument::builtin(), Mode::Named, RoundState::Closed);
    for (key, fast, choice) in [("one", true, "CH1"), ("two", false, "CH2")] {
        let mut respondent = builder.respondent(key, key);
        respondent.answer("TE1-1", "3").unwrap().answer("strategy.top-challenges", choice).unwrap();
        respondent.fast(fast);
    }
    let (_, published) = without_flagged(Instrument::builtin(), &builder.seal()).unwrap();
    assert_eq!((of(&published, "CH1").named, of(&published, "CH2").named, of(&published, "CH2").n), (0, 1, 1));
}
