//! Quick checks, and going on from one.

use std::collections::BTreeMap;

use domain::links::CheckSecret;
use domain::round::Mode;
use store::{GoOnFromCheck, JoinRound, SaveAnswers, SaveQuickCheck, StartRound, Store, StoreError, WentOn};

use crate::db::{Db, at_once};
use crate::fixture::{DAY, Person, change, join, organisation, start};

fn secret(number: u8) -> CheckSecret {
    CheckSecret::from_random([number; 20])
}

fn check(number: u8, answers: &[(&str, &str)]) -> SaveQuickCheck {
    SaveQuickCheck {
        key: secret(number).key(),
        instrument_id: "mldevops".to_owned(),
        instrument_version: "1.0.0".to_owned(),
        answers: answers.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect(),
        day: DAY,
    }
}

/// Goes on from the first check; `attempt` gives ids of its own, as a second click does.
fn go_on(attempt: u64) -> GoOnFromCheck {
    let (manage, respondent) = (secret(1).manage_secret(), secret(1).respondent_secret());
    GoOnFromCheck {
        key: secret(1).key(),
        start: StartRound {
            manage_key: manage.key(),
            join_key: manage.join_secret().key(),
            ..start(attempt, Mode::Named)
        },
        join: JoinRound {
            join_key: manage.join_secret().key(),
            invitation_key: respondent.invitation_key(),
            response_key: respondent.response_key(),
            ..join(1, attempt)
        },
        save: SaveAnswers {
            response_key: respondent.response_key(),
            idempotency_key: None,
            changes: vec![change("TE1-1", "4", None), change("PM4", "12.5", None)],
            pace: None,
            day: DAY,
        },
    }
}

async fn first_person(store: &Store) -> Person {
    let key = secret(1).respondent_secret().response_key();
    let (response, _) = store.snapshot().await.unwrap().response_by_key(&key).await.unwrap().unwrap();
    Person { key, id: response.id }
}

pub async fn a_quick_check_comes_back_as_it_was(Db { store, .. }: Db) {
    let answers = [("PM4", "12.5"), ("TE1-1", "4"), ("TE4-1", "DK"), ("é \"'", "\\ \n")];
    store.execute(check(1, &answers)).await.unwrap();
    store.execute(check(2, &[("TE1-1", "1")])).await.unwrap();
    let found = store.snapshot().await.unwrap().quick_check_by_key(&secret(1).key()).await.unwrap().unwrap();
    assert_eq!(found.answers, check(1, &answers).answers);
    assert_eq!((found.instrument_id.as_str(), found.instrument_version.as_str()), ("mldevops", "1.0.0"));
    assert_eq!(found.created_day, DAY);
    let unknown = store.snapshot().await.unwrap().quick_check_by_key(&secret(3).key()).await.unwrap();
    assert_eq!(unknown, None);
}

pub async fn a_quick_check_never_changes(Db { store, .. }: Db) {
    store.execute(check(1, &[("TE1-1", "4")])).await.unwrap();
    store.execute(check(1, &[("TE1-1", "5")])).await.unwrap();
    let found = store.snapshot().await.unwrap().quick_check_by_key(&secret(1).key()).await.unwrap().unwrap();
    assert_eq!(found.answers, BTreeMap::from([("TE1-1".to_owned(), "4".to_owned())]));
}

pub async fn a_quick_check_with_a_nul_is_refused(Db { store, .. }: Db) {
    let refused = store.execute(check(1, &[("TE1-1", "\0")])).await;
    assert!(matches!(refused, Err(StoreError::Inconsistent { .. })), "{refused:?}");
    assert_eq!(store.snapshot().await.unwrap().quick_check_by_key(&secret(1).key()).await.unwrap(), None);
}

pub async fn answers_that_are_no_json_are_told(db: Db) {
    db.store.execute(check(1, &[("TE1-1", "4")])).await.unwrap();
    db.tamper("UPDATE quick_check SET answers = 'no json'").await;
    let read = db.store.snapshot().await.unwrap().quick_check_by_key(&secret(1).key()).await;
    assert!(matches!(read, Err(StoreError::Inconsistent { .. })), "{read:?}");
}

pub async fn going_on_makes_a_round_with_the_answers(Db { store, .. }: Db) {
    organisation(&store).await;
    assert_eq!(store.execute(go_on(1)).await.unwrap(), WentOn::Now);
    let manage = secret(1).manage_secret().key();
    let round = store.snapshot().await.unwrap().round_by_manage_key(&manage).await.unwrap().unwrap();
    assert_eq!(round.team_name, "Team 1");
    let person = first_person(&store).await;
    let expected = [("PM4".to_owned(), "12.5".to_owned(), 1), ("TE1-1".to_owned(), "4".to_owned(), 1)];
    assert_eq!(person.answers(&store).await, expected);
}

pub async fn going_on_again_changes_nothing(Db { store, .. }: Db) {
    organisation(&store).await;
    store.execute(go_on(1)).await.unwrap();
    let person = first_person(&store).await;
    person.save(&store, &[change("TE1-1", "2", Some(1))]).await;
    // The same command again, and a second click with other ids and another name.
    assert_eq!(store.execute(go_on(1)).await.unwrap(), WentOn::Before);
    assert_eq!(store.execute(go_on(2)).await.unwrap(), WentOn::Before);
    let manage = secret(1).manage_secret().key();
    let mut snapshot = store.snapshot().await.unwrap();
    let round = snapshot.round_by_manage_key(&manage).await.unwrap().unwrap();
    assert_eq!(round.team_name, "Team 1");
    assert_eq!(snapshot.responses_of_round(round.id).await.unwrap().len(), 1);
    drop(snapshot);
    assert_eq!(person.answers(&store).await[1], ("TE1-1".to_owned(), "2".to_owned(), 2));
}

pub async fn going_on_at_once_makes_one_round(Db { store, .. }: Db) {
    organisation(&store).await;
    let outcomes = at_once(8, |attempt| {
        let store = store.clone();
        async move { store.execute(go_on(attempt as u64)).await.unwrap() }
    })
    .await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == WentOn::Now).count(), 1, "{outcomes:?}");
}

pub async fn going_on_without_an_organisation_leaves_nothing(Db { store, .. }: Db) {
    store.execute(go_on(1)).await.unwrap_err();
    let key = secret(1).respondent_secret().response_key();
    assert_eq!(store.snapshot().await.unwrap().response_by_key(&key).await.unwrap(), None);
    organisation(&store).await;
    assert_eq!(store.execute(go_on(1)).await.unwrap(), WentOn::Now);
}
