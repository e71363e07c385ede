//! One publication after another.

use domain::instrument::Instrument;
use domain::privacy::{Publication, Refused, publish};
use domain::round::{Mode, RoundState};
use domain::scoring::{Detail, Status};

use super::rounds::{Person, SMALL, person, published, sealed};

fn team(n: usize) -> Vec<Person> {
    (0..n).map(|key| person(key, None, &["3"; 10])).collect()
}

fn again(before: &Publication, people: &[Person]) -> Result<Publication, Refused> {
    publish(&SMALL, &sealed(&SMALL, Mode::Confidential { k: 5 }, RoundState::Closed, people), Some(before), 1)
}

fn index(publication: &Publication, construct: usize) -> Option<f64> {
    publication.published().scores.constructs[construct].index
}

#[test]
fn a_round_is_published_again_after_k_new_or_changed_responses() {
    let first = published(&SMALL, 5, &team(12));
    assert_eq!(again(&first, &team(12)).err(), Some(Refused::TooFewChanged));
    assert_eq!(again(&first, &team(16)).err(), Some(Refused::TooFewChanged));
    assert_eq!(again(&first, &team(8)).err(), Some(Refused::TooFewChanged));
    assert!(again(&first, &team(17)).is_ok());
    let mut changed = team(14);
    changed[..3].iter_mut().for_each(|person| person.cells[0] = "5".to_owned());
    assert!(again(&first, &changed).is_ok());
}

#[test]
fn a_figure_of_which_too_few_have_changed_stays_as_it_was() {
    let first = published(&SMALL, 5, &team(12));
    let mut people = team(12);
    // Six change the first construct, one of them the second as well.
    people[..6].iter_mut().for_each(|person| person.cells[..3].fill("5".to_owned()));
    people[0].cells[3..6].fill("1".to_owned());
    let second = again(&first, &people).unwrap();
    assert_eq!((index(&first, 0), index(&second, 0)), (Some(50.0), Some(75.0)));
    assert_eq!(index(&second, 1), index(&first, 1));
    // What was held back comes out with enough other changes, counted from what is published.
    people[6..10].iter_mut().for_each(|person| person.cells[3..6].fill("1".to_owned()));
    people[10].cells[6] = "1".to_owned();
    let third = again(&second, &people).unwrap();
    assert_ne!(index(&third, 1), index(&first, 1));
}

#[test]
fn a_third_answer_to_a_question_is_told_from_the_second() {
    let first = published(&SMALL, 5, &team(12));
    let mut people = team(12);
    people[..6].iter_mut().for_each(|person| person.cells[3..6].fill("4".to_owned()));
    let second = again(&first, &people).unwrap();
    let told = |publication: &Publication| publication.published().scores.items[3].detail;
    assert_eq!((told(&second), second.published().scores.items[3].index), (Detail::Full, Some(62.5)));
    // One of them answers it once more, and the five others the next question.
    people[0].cells[3] = "5".to_owned();
    people[1..6].iter_mut().for_each(|person| person.cells[4] = "5".to_owned());
    let third = again(&second, &people).unwrap();
    assert_eq!(told(&third), Detail::Suppressed);
    assert!(index(&third, 1) > index(&second, 1), "the construct is told anew");
}

#[test]
fn so_does_a_metric_and_a_question_without_its_construct() {
    // Everybody answers one question of the first construct only; question and metric are 3 of six and 4 of six.
    let mut people = team(12);
    for (key, person) in people.iter_mut().enumerate() {
        let answer = if key < 6 { "3" } else { "4" };
        person.cells[..3].clone_from_slice(&[answer, "", ""].map(str::to_owned));
        person.cells[9] = answer.to_owned();
    }
    let told = |publication: &Publication| {
        let scores = &publication.published().scores;
        (scores.items[0].mean, scores.constructs[0].status, scores.delivery.metrics[0].median)
    };
    let first = published(&SMALL, 5, &people);
    assert_eq!(told(&first), (Some(3.5), Status::Suppressed, Some(3.0)));
    // Five answer the second construct anew, one of them these two as well.
    people[..5].iter_mut().for_each(|person| person.cells[3..6].fill("1".to_owned()));
    people[0].cells[0] = "4".to_owned();
    people[0].cells[9] = "4".to_owned();
    let second = again(&first, &people).unwrap();
    assert_eq!(told(&second), told(&first));
    assert_ne!(index(&second, 1), index(&first, 1));
}

#[test]
fn that_one_person_changes_from_unknown_to_not_applicable_is_hidden_where_such_answers_are_counted() {
    // So many give a value to the challenge's first question, four more do not know; k is 3.
    let detail = |values: usize| {
        let mut people = team(values + 4);
        people[values..].iter_mut().for_each(|person| person.cells[3] = "DK".to_owned());
        let first = published(&SMALL, 3, &people);
        assert_ne!(first.published().scores.items[3].detail, Detail::Suppressed);
        // One of the four changes, and beside it three people's answers to the next question.
        people[values].cells[3] = "NA".to_owned();
        people[..3].iter_mut().for_each(|person| person.cells[4] = "5".to_owned());
        let answers = sealed(&SMALL, Mode::Confidential { k: 3 }, RoundState::Closed, &people);
        let second = publish(&SMALL, &answers, Some(&first), 1).unwrap();
        let [before, now] = [&first, &second].map(|one| one.published().scores.items[4].index);
        assert!(now > before, "the next question is told anew");
        second.published().scores.items[3].detail
    };
    // Only with ten values it is told how many did not know.
    assert_eq!([6, 9, 10, 12].map(detail), [Detail::Coarse, Detail::Coarse, Detail::Suppressed, Detail::Suppressed]);
}

#[test]
fn nobody_is_counted_twice_for_changing_back() {
    let first = published(&SMALL, 5, &team(12));
    let mut people = team(12);
    people[..6].iter_mut().for_each(|person| person.cells[..3].fill("5".to_owned()));
    let second = again(&first, &people).unwrap();
    assert_eq!(again(&second, &people).err(), Some(Refused::TooFewChanged));
}

#[test]
fn changes_that_were_held_back_do_not_count_towards_the_next_publication() {
    let first = published(&SMALL, 5, &team(12));
    let mut people = team(12);
    people[..6].iter_mut().for_each(|person| person.cells[..3].fill("5".to_owned()));
    // Four change the second construct, which stays as it was.
    people[6..10].iter_mut().for_each(|person| person.cells[3..6].fill("1".to_owned()));
    let second = again(&first, &people).unwrap();
    assert_eq!(index(&second, 1), index(&first, 1));
    let mut elsewhere = people.clone();
    elsewhere[10].cells[6] = "1".to_owned();
    assert_eq!(again(&second, &elsewhere).err(), Some(Refused::TooFewChanged));
    // A fifth would make enough for the construct; since the second publication it is still a single change.
    people[10].cells[3..6].fill("1".to_owned());
    assert_eq!(again(&second, &people).err(), Some(Refused::TooFewChanged));
    people[..4].iter_mut().for_each(|person| person.cells[6] = "1".to_owned());
    // Five scores of 7/3, the third question being reversed, and seven of 3.
    let third = again(&second, &people).unwrap();
    assert_eq!(index(&third, 1).map(f64::round), Some(43.0));
}

#[test]
fn a_block_of_which_nothing_can_be_told_any_more_stays_as_it_was() {
    let first = published(&SMALL, 5, &team(12));
    let mut people = team(12);
    people[..10].iter_mut().for_each(|person| person.cells[..3].fill("DK".to_owned()));
    people[..10].iter_mut().for_each(|person| person.cells[3..6].fill("5".to_owned()));
    let second = again(&first, &people).unwrap();
    assert_eq!((index(&first, 0), index(&second, 0)), (Some(50.0), Some(50.0)));
    assert_ne!(index(&second, 1), index(&first, 1));
}

#[test]
fn the_range_of_the_index_goes_where_a_practice_stays_as_it_was() {
    let instrument = Instrument::builtin();
    let full = vec!["3"; instrument.items.len() + instrument.metrics.len()];
    let team: Vec<Person> = (0..12).map(|key| person(key, None, &full)).collect();
    let first = published(instrument, 5, &team);
    let range = |people: &[Person]| {
        let answers = sealed(instrument, Mode::Confidential { k: 5 }, RoundState::Closed, people);
        let second = publish(instrument, &answers, Some(&first), 1).unwrap();
        second.published().scores.maturity.ci95
    };
    let mut people = team.clone();
    people[..6].iter_mut().for_each(|person| person.cells[..3].fill("5".to_owned()));
    assert!(range(&people).is_some());
    people[0].cells[3] = "5".to_owned();
    assert_eq!(range(&people), None);
}
