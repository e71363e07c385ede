//! Comments, without whose they are.

use domain::privacy::{Comment, SealedAnswers, publish};
use domain::round::{Mode, RoundState};

use super::rounds::SMALL;

/// The numbers of the texts that `n` people wrote, in the order in which they come out.
fn comments(n: usize, seed: u64) -> Vec<usize> {
    let mut builder = SealedAnswers::builder(&SMALL, Mode::Confidential { k: 5 }, RoundState::Closed);
    for key in 0..n {
        let mut respondent = builder.respondent(key.to_string(), "");
        respondent.answer("AA1-1", "3").unwrap();
        respondent.answer("comment.AA1-1", &format!("text {key:02}")).unwrap();
        respondent.answer("evidence.AA1-1", "https://example.org/who").unwrap();
    }
    let publication = publish(&SMALL, &builder.seal(), None, seed).unwrap();
    let comments = publication.published().comments.iter();
    comments.map(|one| one.text.strip_prefix("text ").unwrap().parse().unwrap()).collect()
}

#[test]
fn they_come_from_ten_respondents_on_in_an_order_of_chance() {
    assert!(comments(9, 1).is_empty());
    assert_eq!(comments(10, 1).len(), 10);
    let (mut first, second) = (comments(12, 1), comments(12, 2));
    assert_ne!(first, second);
    assert_eq!(first, comments(12, 1));
    first.sort_unstable();
    assert_eq!(first, (0..12).collect::<Vec<_>>());
}

#[test]
fn links_to_evidence_are_told_of_a_named_round_only() {
    let links = |mode, state| {
        let mut builder = SealedAnswers::builder(&SMALL, mode, state);
        let id = &SMALL.items[0].id;
        for key in 0..12 {
            let mut respondent = builder.respondent(key.to_string(), "");
            respondent.answer(id, "3").unwrap();
            respondent.answer(&format!("comment.{id}"), "Words").unwrap();
            respondent.answer(&format!("evidence.{id}"), &format!("https://wiki.example.org/{key}")).unwrap();
        }
        let publication = publish(&SMALL, &builder.seal(), None, 1).unwrap();
        let published = publication.published();
        let link = |one: &&Comment| one.text.starts_with("https://");
        (published.comments.iter().filter(link).count(), published.comments.len())
    };
    assert_eq!(links(Mode::Named, RoundState::Closed), (12, 24));
    assert_eq!(links(Mode::OneAnswer, RoundState::Open), (12, 24));
    assert_eq!(links(Mode::Confidential { k: 5 }, RoundState::Closed), (0, 12));
}

#[test]
fn the_order_is_that_of_the_published_generator() {
    // Fisher and Yates' shuffle with SplitMix64, worked out elsewhere.
    assert_eq!(comments(10, 1), [4, 2, 8, 1, 9, 3, 0, 6, 7, 5]);
    assert_eq!(comments(12, 2), [11, 7, 5, 8, 0, 6, 2, 9, 3, 1, 4, 10]);
    assert_eq!(comments(12, 7), [10, 11, 5, 1, 7, 4, 8, 2, 9, 6, 0, 3]);
}
