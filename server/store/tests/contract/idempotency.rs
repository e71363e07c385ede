//! Saves that are sent again.

use store::{Change, CloseRound, ForgetCommands, SaveAnswers, Saved, Store, SubmitResponse};

use crate::db::Db;
use crate::fixture::{DAY, Person, change, one, person, round, saved};

async fn save_as(store: &Store, person: &Person, name: &str, changes: &[Change]) -> Saved {
    let mut save = person.saving(changes);
    save.idempotency_key = Some(name.to_owned());
    store.execute(save).await.unwrap()
}

pub async fn a_repeated_save_has_one_effect(Db { store, .. }: Db) {
    let person = one(&store).await;
    let changes = [change("TE1-1", "3", Some(0)), change("comment.TE1-1", "a \"b\"\n\\ c", Some(0))];
    let first = save_as(&store, &person, "n1", &changes).await;
    assert_eq!(first, saved(&[("TE1-1", 1), ("comment.TE1-1", 1)]));
    // Somebody else changes the field; the repetition must not bring the old value back.
    person.save(&store, &[change("TE1-1", "5", Some(1))]).await;
    assert_eq!(save_as(&store, &person, "n1", &changes).await, first);
    assert_eq!(person.history(&store, "TE1-1").await.len(), 2);
    assert_eq!(person.answers(&store).await[0].1, "5");
    // Another name is another save.
    assert!(matches!(save_as(&store, &person, "n2", &changes).await, Saved::Stale(_)));
}

pub async fn a_repeated_save_answers_even_when_all_is_over(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let person = person(&store, 1, 1).await;
    let changes = [change("TE1-1", "3", None)];
    let first = save_as(&store, &person, "n1", &changes).await;
    let response_key = person.key.clone();
    store.execute(SubmitResponse { response_key, too_fast: false, day: DAY }).await.unwrap();
    assert_eq!(save_as(&store, &person, "n1", &changes).await, first);
    assert_eq!(save_as(&store, &person, "n2", &changes).await, Saved::Submitted);
    store.execute(CloseRound { round_id }).await.unwrap();
    assert_eq!(save_as(&store, &person, "n1", &changes).await, first);
    assert_eq!(save_as(&store, &person, "n2", &changes).await, Saved::RoundClosed);
}

pub async fn a_stale_save_may_be_repeated_under_its_name(Db { store, .. }: Db) {
    let person = one(&store).await;
    person.save(&store, &[change("TE1-1", "3", None)]).await;
    assert!(matches!(save_as(&store, &person, "n1", &[change("TE1-1", "4", Some(0))]).await, Saved::Stale(_)));
    assert_eq!(save_as(&store, &person, "n1", &[change("TE1-1", "4", Some(1))]).await, saved(&[("TE1-1", 2)]));
}

pub async fn names_belong_to_their_response(Db { store, .. }: Db) {
    round(&store, 1).await;
    let (first, second) = (person(&store, 1, 1).await, person(&store, 1, 2).await);
    save_as(&store, &first, "n1", &[change("TE1-1", "3", None)]).await;
    assert_eq!(save_as(&store, &second, "n1", &[change("TE1-2", "4", None)]).await, saved(&[("TE1-2", 1)]));
}

pub async fn forgetting_is_by_day(Db { store, .. }: Db) {
    let person = one(&store).await;
    for (name, day) in [("n1", DAY), ("n2", DAY + 1)] {
        let (idempotency_key, changes) = (Some(name.to_owned()), vec![change(name, "3", None)]);
        let save = SaveAnswers { response_key: person.key.clone(), idempotency_key, changes, pace: None, day };
        store.execute(save).await.unwrap();
    }
    assert_eq!(store.execute(ForgetCommands { before_day: DAY + 1 }).await.unwrap(), 1);
    assert_eq!(store.execute(ForgetCommands { before_day: DAY + 1 }).await.unwrap(), 0);
    // The forgotten name is new again, the other is not.
    assert_eq!(save_as(&store, &person, "n1", &[change("n1", "4", None)]).await, saved(&[("n1", 2)]));
    assert_eq!(save_as(&store, &person, "n2", &[change("n2", "4", None)]).await, saved(&[("n2", 1)]));
}
