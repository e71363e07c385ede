//! What closed rounds published.

use std::sync::Arc;

use domain::ids::RoundId;
use domain::instrument::Instrument;
use domain::privacy::{Publication, Published, Refused, publish};
use domain::round::Mode;
use store::{
    EraseAnswers, EraseResponse, KeepPublication, Newest, PublicationStored, Store, StorePublication, Turn, TurnRound,
    Turned,
};

use crate::db::Db;
use crate::fixture::{DAY, Person, change, id, organisation, person, round, start};

async fn turn(store: &Store, round_id: RoundId, turn: Turn, at: i64) {
    assert_eq!(store.execute(TurnRound { round_id, turn, by: None, at }).await.unwrap(), Turned::Turned);
}

/// A round with `n` people who have all answered the same, closed at `DAY`.
async fn closed(store: &Store, mode: Mode, n: u64) -> (RoundId, Vec<Person>) {
    organisation(store).await;
    let start = start(1, mode);
    let round_id = start.round_id;
    store.execute(start).await.unwrap();
    let mut people = Vec::new();
    for number in 1..=n {
        let person = person(store, 1, number).await;
        let changes: Vec<_> = ["TE1-1", "TE1-2", "TE1-3"].map(|item| change(item, "3", Some(0))).into_iter().collect();
        person.save(store, &changes).await;
        person.save(store, &[change("comment.TE1-1", &format!("Said by {number}"), Some(0))]).await;
        people.push(person);
    }
    turn(store, round_id, Turn::Close, DAY).await;
    (round_id, people)
}

/// Publishes the round's answers as they stand after publication `last`.
async fn publication(store: &Store, round_id: RoundId, last: i64) -> Result<Publication, Refused> {
    let mut snapshot = store.snapshot().await.unwrap();
    let round = snapshot.round(round_id).await.unwrap().unwrap();
    let before = snapshot.publication_to_follow(&round, last).await.unwrap();
    let answers = snapshot.answers_of_round(&round).await.unwrap().seal(Instrument::builtin());
    publish(Instrument::builtin(), &answers, before.as_ref(), 1)
}

async fn keep(store: &Store, round_id: RoundId, number: i64, closed_at: i64) -> PublicationStored {
    let publication = Arc::new(publication(store, round_id, number - 1).await.unwrap());
    let command = StorePublication { round_id, closed_at, number, at: DAY + 5, seed: 1, publication };
    store.execute(command).await.unwrap()
}

pub async fn a_publication_is_read_as_it_was_made(Db { store, .. }: Db) {
    let (round_id, _) = closed(&store, Mode::Confidential { k: 5 }, 12).await;
    assert!(store.snapshot().await.unwrap().publication(round_id).await.unwrap().is_none());
    let made = publication(&store, round_id, 0).await.unwrap();
    assert_eq!(keep(&store, round_id, 1, DAY).await, PublicationStored::Stored);
    let read = store.snapshot().await.unwrap().publication(round_id).await.unwrap().unwrap();
    assert_eq!((read.number, read.closed_at, read.stands_for, read.made_at, read.seed), (1, DAY, DAY, DAY + 5, 1));
    assert_eq!(read.digest, made.kept().digest);
    assert_eq!(format!("{:?}", read.published), format!("{:?}", made.published()));
    assert_eq!(read.published.comments.len(), 12);
}

pub async fn what_many_rounds_have_published_is_read_at_once(Db { store, .. }: Db) {
    let (published, _) = closed(&store, Mode::Confidential { k: 5 }, 12).await;
    keep(&store, published, 1, DAY).await;
    // More than a statement names.
    let mut ids = vec![published];
    for number in 2..=19 {
        ids.push(round(&store, number).await);
    }
    turn(&store, ids[18], Turn::Close, DAY + 3).await;
    let nobodys = RoundId::new(id(9_000));
    ids.insert(9, nobodys);
    let mut newest = store.snapshot().await.unwrap().newest_publications::<Published>(&ids).await.unwrap();
    assert_eq!(newest.len(), 19, "one is not there");
    let read = |newest: Newest| (newest.closed_at, newest.erased_at, newest.publication.map(|one| one.number));
    assert_eq!(read(newest.remove(&published).unwrap()), (Some(DAY), None, Some(1)));
    assert_eq!(read(newest.remove(&ids[19]).unwrap()), (Some(DAY + 3), None, None));
    assert!(newest.into_values().all(|open| read(open) == (None, None, None)));
    assert!(store.snapshot().await.unwrap().newest_publications::<Published>(&[]).await.unwrap().is_empty());
}

pub async fn a_publication_belongs_to_one_closing(Db { store, .. }: Db) {
    let (round_id, people) = closed(&store, Mode::Confidential { k: 5 }, 12).await;
    assert_eq!(keep(&store, round_id, 1, DAY + 1).await, PublicationStored::Overtaken, "closed at another time");
    assert_eq!(keep(&store, round_id, 1, DAY).await, PublicationStored::Stored);
    assert_eq!(keep(&store, round_id, 1, DAY).await, PublicationStored::Overtaken, "there already");
    turn(&store, round_id, Turn::Reopen, DAY + 10).await;
    assert_eq!(store.snapshot().await.unwrap().closing_of(round_id).await.unwrap(), None);
    people[0].save(&store, &[change("TE1-1", "5", None)]).await;
    turn(&store, round_id, Turn::Close, DAY + 20).await;
    // One has changed: the first stands for this closing as well.
    assert_eq!(publication(&store, round_id, 1).await.err(), Some(Refused::TooFewChanged));
    let stands = KeepPublication { round_id, closed_at: DAY + 20, number: 1 };
    assert_eq!(store.execute(stands).await.unwrap(), PublicationStored::Stored);
    let read = store.snapshot().await.unwrap().publication(round_id).await.unwrap().unwrap();
    assert_eq!((read.number, read.closed_at, read.stands_for), (1, DAY, DAY + 20));
    turn(&store, round_id, Turn::Reopen, DAY + 30).await;
    for person in &people[..5] {
        person.save(&store, &[change("TE1-1", "1", None)]).await;
    }
    turn(&store, round_id, Turn::Close, DAY + 40).await;
    assert_eq!(keep(&store, round_id, 2, DAY + 40).await, PublicationStored::Stored);
    assert_eq!(store.snapshot().await.unwrap().publication(round_id).await.unwrap().unwrap().number, 2);
}

pub async fn who_takes_answers_back_leaves_no_text_and_counts_as_a_change(Db { store, .. }: Db) {
    let (round_id, people) = closed(&store, Mode::Confidential { k: 5 }, 12).await;
    keep(&store, round_id, 1, DAY).await;
    for person in &people[..4] {
        store.execute(EraseResponse { response_key: person.key.clone() }).await.unwrap();
    }
    let shown = store.snapshot().await.unwrap().publication(round_id).await.unwrap().unwrap().published;
    assert_eq!((shown.scores.respondents, shown.comments.len()), (12, 8), "figures stay, texts go");
    // Four have gone. If they had not been remembered, the eight who are left would look like all there ever were.
    assert_eq!(publication(&store, round_id, 1).await.err(), Some(Refused::TooFewChanged));
    store.execute(EraseResponse { response_key: people[4].key.clone() }).await.unwrap();
    let next = publication(&store, round_id, 1).await.unwrap();
    assert_eq!(next.published().scores.respondents, 7);
}

pub async fn a_named_rounds_publication_goes_with_one_of_its_responses(Db { store, .. }: Db) {
    let (round_id, people) = closed(&store, Mode::Named, 3).await;
    keep(&store, round_id, 1, DAY).await;
    store.execute(EraseResponse { response_key: people[0].key.clone() }).await.unwrap();
    assert!(store.snapshot().await.unwrap().publication(round_id).await.unwrap().is_none());
}

pub async fn figures_outlive_the_answers(Db { store, .. }: Db) {
    let (round_id, _) = closed(&store, Mode::Confidential { k: 5 }, 12).await;
    keep(&store, round_id, 1, DAY).await;
    assert!(store.execute(EraseAnswers { round_id, lasting: None, at: DAY + 9 }).await.unwrap());
    let mut snapshot = store.snapshot().await.unwrap();
    let read = snapshot.publication(round_id).await.unwrap().unwrap();
    assert_eq!((read.published.scores.respondents, read.published.comments.len()), (12, 0));
    assert_eq!(read.published.scores.constructs[1].index, Some(50.0));
    let round = snapshot.round(round_id).await.unwrap().unwrap();
    assert!(snapshot.publication_to_follow(&round, 1).await.is_err(), "what it was made of is forgotten");
}

/// What is kept of a named round of `n` people: the index of the construct that everybody answered.
async fn outlives(store: &Store, n: u64) -> Option<f64> {
    let (round_id, people) = closed(store, Mode::Named, n).await;
    keep(store, round_id, 1, DAY).await;
    let mut snapshot = store.snapshot().await.unwrap();
    let round = snapshot.round(round_id).await.unwrap().unwrap();
    let answers = snapshot.answers_of_round(&round).await.unwrap().seal(Instrument::builtin());
    drop(snapshot);
    let lasting = domain::privacy::lasting(Instrument::builtin(), &answers).map(Arc::new);
    assert!(store.execute(EraseAnswers { round_id, lasting, at: DAY + 9 }).await.unwrap());
    assert!(people[0].response(store).await.is_none());
    let read = store.snapshot().await.unwrap().publication(round_id).await.unwrap()?.published;
    assert!(read.comments.is_empty() && read.scores.quality.is_empty());
    read.scores.constructs[1].index
}

pub async fn four_named_answers_leave_nothing_when_they_are_deleted(Db { store, .. }: Db) {
    assert_eq!(outlives(&store, 4).await, None);
}

pub async fn five_named_answers_leave_their_figures_when_they_are_deleted(Db { store, .. }: Db) {
    assert_eq!(outlives(&store, 5).await, Some(50.0));
}
