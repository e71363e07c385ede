//! What stays when answers go: those of a whole round, of one person, or of those whose answers look odd.

use domain::instrument::Instrument;
use domain::privacy::{
    Published, Restored as _, lasting, lasting_text, memory_without, publish, without_flagged, without_texts,
};
use domain::round::{Mode, RoundState};

use super::rounds::{Person, SMALL, person, published, sealed};

/// Far from any number that stands in a memory.
const KEY: usize = 471_100;

/// So many people; what they answer goes up and down, so that nobody looks odd.
fn people(instrument: &Instrument, count: usize) -> Vec<Person> {
    let items = instrument.items.len();
    let cell = |place: usize, item: usize| ["2", "3", "4"][(place + item) % 3];
    let one = |place: usize| person(KEY + place, None, &(0..items).map(|item| cell(place, item)).collect::<Vec<_>>());
    (0..count).map(one).collect()
}

#[test]
fn figures_of_five_people_outlive_the_answers_of_a_named_round_and_of_fewer_do_not() {
    let instrument = Instrument::builtin();
    let kept =
        |mode, count| lasting(instrument, &sealed(instrument, mode, RoundState::Closed, &people(instrument, count)));
    assert!(kept(Mode::Named, 4).is_none());
    let five = kept(Mode::Named, 5).unwrap();
    let scores = &five.published().scores;
    assert_eq!((scores.respondents, scores.threshold), (5, Some(5)));
    assert!(scores.quality.is_empty() && five.published().comments.is_empty());
    // What was one answer for the team is nobody's alone.
    assert_eq!(kept(Mode::OneAnswer, 1).unwrap().published().scores.respondents, 1);
    assert!(kept(Mode::Confidential { k: 5 }, 12).is_none(), "what was published stays");
}

#[test]
fn who_takes_the_answers_back_goes_from_the_memory_and_is_still_counted() {
    let everybody = people(&SMALL, 12);
    let memory = published(&SMALL, 5, &everybody).kept().memory.unwrap();
    let named = |memory: &str, key: usize| memory.matches(&format!("\"{key}\"")).count();
    let there = named(&memory, KEY);
    assert!(there > 0);
    let without = memory_without(&memory, &KEY.to_string()).unwrap();
    assert_eq!(named(&without, KEY), 0);
    assert_eq!(without.matches("\"gone-1\"").count(), there, "a stand-in in each of its places");
    assert_eq!(named(&without, KEY + 1), named(&memory, KEY + 1), "nobody else goes");
    // The next one gets a number of its own.
    let two = memory_without(&without, &(KEY + 1).to_string()).unwrap();
    assert_eq!(
        (two.matches("\"gone-1\"").count(), two.matches("\"gone-2\"").count()),
        (there, named(&memory, KEY + 1))
    );
    assert!(memory_without("no memory", "1").is_err());
}

#[test]
fn texts_go_one_by_one_or_all_together() {
    let instrument = Instrument::builtin();
    let mut answers = domain::privacy::SealedAnswers::builder(instrument, Mode::Named, RoundState::Closed);
    for (key, text) in ["The same.", "The same.", "Another."].into_iter().enumerate() {
        let mut one = answers.respondent(key.to_string(), String::new());
        one.answer("TE1-1", "3").unwrap();
        one.answer("comment.TE1-1", text).unwrap();
    }
    let shown = publish(instrument, &answers.seal(), None, 0).unwrap().kept().shown;
    let texts = |shown: &str| -> Vec<String> {
        let mut texts: Vec<String> =
            Published::restored(shown).unwrap().comments.iter().map(|one| one.text.clone()).collect();
        texts.sort();
        texts
    };
    assert_eq!(texts(&shown), ["Another.", "The same.", "The same."]);
    let mine = [("comment.TE1-1".to_owned(), "The same.".to_owned())];
    assert_eq!(texts(&without_texts(&shown, &mine).unwrap()), ["Another.", "The same."], "one person's, and no more");
    let other = [("comment.TE1-2".to_owned(), "Another.".to_owned())];
    assert_eq!(texts(&without_texts(&shown, &other).unwrap()).len(), 3, "field and text must fit");
    assert_eq!(texts(&lasting_text(&shown).unwrap()), [""; 0]);
}

#[test]
fn those_whose_answers_look_odd_are_counted_and_left_out() {
    let instrument = Instrument::builtin();
    let without =
        |mode, people: &[Person]| without_flagged(instrument, &sealed(instrument, mode, RoundState::Closed, people));
    let straight = |key: usize| person(key, None, &vec!["5"; instrument.items.len()]);
    let mut all = people(instrument, 3);
    assert!(without(Mode::Named, &all).is_none(), "nobody looks odd");
    all.push(straight(1));
    all.push(straight(2));
    let (left_out, published) = without(Mode::Named, &all).unwrap();
    assert_eq!((left_out, published.scores.respondents), (2, 3));
    assert_eq!(without(Mode::OneAnswer, &all[..4]).unwrap().0, 1);
    assert!(without(Mode::Named, &all[3..]).is_none(), "everybody looks odd");
    assert!(without(Mode::Confidential { k: 3 }, &all).is_none(), "nobody looks at single people");
}
