//! A stored publication is the one that was made.

use domain::explain::Explainer;
use domain::instrument::Instrument;
use domain::privacy::{Publication, Published, PublishedScores, Refused, Restored as _, Unreadable, publish};
use domain::round::{Mode, RoundState};
use sha2::{Digest as _, Sha256};

use super::rounds::{Person, SMALL, later, person, published, random_people, sealed};

fn text(published: &Published) -> String {
    // All fields, those too that no outlet writes.
    format!("{published:?}")
}

fn read(publication: &Publication) -> Publication {
    let kept = publication.kept();
    Publication::restored(&kept.shown, kept.memory.as_deref()).unwrap()
}

#[test]
fn what_is_read_again_is_what_was_stored_to_the_last_digit() {
    let mut state = 7;
    for _ in 0..100 {
        let people = random_people(&mut state);
        let closed = RoundState::Closed;
        for mode in [Mode::Confidential { k: 3 }, Mode::Named, Mode::OneAnswer] {
            let publication = publish(&SMALL, &sealed(&SMALL, mode, closed, &people), None, 3).unwrap();
            let kept = publication.kept();
            let shown = Published::restored(&kept.shown).unwrap();
            assert_eq!(text(&shown), text(publication.published()));
            // What rounds are compared by is the same, whether it was read or is at hand.
            let of_the_whole = format!("{:?}", publication.published().scores);
            assert_eq!(format!("{:?}", *PublishedScores::restored(&kept.shown).unwrap()), of_the_whole);
            assert_eq!(format!("{:?}", *PublishedScores::from(shown)), of_the_whole);
            assert_eq!(kept.memory.is_some(), mode != Mode::Named && mode != Mode::OneAnswer);
            let again = read(&publication).kept();
            assert_eq!((again.digest, again.shown, again.memory), (kept.digest, kept.shown, kept.memory));
        }
    }
}

#[test]
fn the_digest_is_that_of_what_is_shown_and_the_memory_is_not_written_out() {
    let people: Vec<Person> = (0..12).map(|key| person(key, None, &["3"; 10])).collect();
    let kept = published(&SMALL, 5, &people).kept();
    let bytes = Sha256::digest(&kept.shown);
    let wanted = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let wanted: String = wanted.map(|digit| char::from_digit(u32::from(digit), 16).unwrap()).collect();
    assert_eq!(kept.digest, wanted);
    assert_eq!(format!("{kept:?}"), format!("Kept {{ digest: \"{wanted}\", .. }}"));
}

#[test]
fn the_next_publication_is_the_same_after_reading_the_one_before() {
    let mut state = 11;
    let mut published_again = 0;
    for _ in 0..100 {
        let people = random_people(&mut state);
        let first = published(&SMALL, 3, &people);
        let people = later(&mut state, &people);
        let answers = sealed(&SMALL, Mode::Confidential { k: 3 }, RoundState::Closed, &people);
        let next = |before: &Publication| publish(&SMALL, &answers, Some(before), 5).map(|next| next.kept());
        match (next(&first), next(&read(&first))) {
            (Ok(one), Ok(other)) => {
                published_again += 1;
                assert_eq!((one.shown, one.memory), (other.shown, other.memory));
            }
            (one, other) => assert_eq!(one.err(), other.err()),
        }
    }
    assert!(published_again > 30, "{published_again}");
}

#[test]
fn explanations_are_the_same_after_reading() {
    let instrument = Instrument::builtin();
    let full = vec!["3"; instrument.items.len() + instrument.metrics.len()];
    for n in [1, 7, 12] {
        let people: Vec<Person> = (0..n).map(|key| person(key, None, &full)).collect();
        let answers = sealed(instrument, Mode::Named, RoundState::Closed, &people);
        for publication in [published(instrument, 5, &people), publish(instrument, &answers, None, 0).unwrap()] {
            let said = |published: &Published| {
                let explainer = Explainer::new(instrument, &published.scores);
                let subjects = explainer.subjects();
                subjects.into_iter().map(|subject| format!("{:?}", explainer.of(subject))).collect::<Vec<_>>()
            };
            assert_eq!(said(read(&publication).published()), said(publication.published()), "{n}");
        }
    }
}

#[test]
fn a_confidential_round_is_not_published_again_without_its_memory() {
    let people: Vec<Person> = (0..12).map(|key| person(key, None, &["3"; 10])).collect();
    let kept = published(&SMALL, 5, &people).kept();
    assert!(matches!(Publication::restored(&kept.shown, None), Err(Unreadable::NoMemory)));
    assert!(matches!(Publication::restored("{}", None), Err(Unreadable::Broken(_))));
    // What was published while the round was named holds nothing that could be compared.
    let named = publish(&SMALL, &sealed(&SMALL, Mode::Named, RoundState::Closed, &people), None, 0).unwrap();
    let answers = sealed(&SMALL, Mode::Confidential { k: 5 }, RoundState::Closed, &people);
    assert_eq!(publish(&SMALL, &answers, Some(&named), 0).err(), Some(Refused::Forgotten));
}

#[test]
fn what_is_shown_holds_no_answer_of_a_small_confidential_round() {
    // Seven people: everything is coarse, so two teams that differ in every answer but not in any figure are shown alike.
    let team = |cells: [&[&str; 10]; 7]| -> Vec<Person> {
        cells.iter().enumerate().map(|(key, cells)| person(key, None, *cells)).collect()
    };
    let (low, high) = (&["2"; 10], &["4"; 10]);
    let one = published(&SMALL, 5, &team([low, low, low, high, high, high, high])).kept();
    let other = published(&SMALL, 5, &team([high, high, high, high, low, low, low])).kept();
    assert_eq!(one.shown, other.shown);
    assert_ne!(one.memory, other.memory);
}

#[test]
fn the_shares_of_the_levels_are_read_as_they_were_stored() {
    let instrument = Instrument::builtin();
    let cells = vec!["3"; instrument.items.len()];
    let answers = sealed(instrument, Mode::Named, RoundState::Closed, &[person(1, None, &cells)]);
    let publication = publish(instrument, &answers, None, 1).unwrap();
    let read = Published::restored(&publication.kept().shown).unwrap();
    let attained = |published: &Published| published.scores.maturity.level.attained.clone();
    assert_eq!(attained(&read).unwrap().len(), 4);
    assert_eq!(attained(&read), attained(publication.published()));
}
