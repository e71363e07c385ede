//! Erasing one's own answers.

use store::{CloseRound, EraseResponse, Erased, ForgetCommands, SubmitResponse};

use crate::db::Db;
use crate::fixture::{DAY, change, person, round};

pub async fn erasing_leaves_nothing(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let (gone, stays) = (person(&store, 1, 1).await, person(&store, 1, 2).await);
    for person in [&gone, &stays] {
        for (value, name) in [("3", "n1"), ("4", "n2")] {
            let mut save = person.saving(&[change("TE1-1", value, None)]);
            save.idempotency_key = Some(name.to_owned());
            store.execute(save).await.unwrap();
        }
    }
    let erase = EraseResponse { response_key: gone.key.clone() };
    assert_eq!(store.execute(erase.clone()).await.unwrap(), Erased::Erased);
    assert_eq!(gone.response(&store).await, None);
    assert_eq!(gone.answers(&store).await, []);
    assert_eq!(gone.history(&store, "TE1-1").await, []);
    assert_eq!(store.snapshot().await.unwrap().responses_of_round(round_id).await.unwrap().len(), 1);
    assert_eq!(stays.answers(&store).await.len(), 1);
    assert_eq!(stays.history(&store, "TE1-1").await.len(), 2);
    // What was noted about the saves is gone as well: only the other person's two are left.
    assert_eq!(store.execute(ForgetCommands { before_day: DAY + 1 }).await.unwrap(), 2);
    assert_eq!(store.execute(erase).await.unwrap(), Erased::Unknown);
}

pub async fn erasing_works_whatever_the_state(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let person = person(&store, 1, 1).await;
    let response_key = person.key.clone();
    store.execute(SubmitResponse { response_key, too_fast: false, day: DAY }).await.unwrap();
    store.execute(CloseRound { round_id }).await.unwrap();
    assert_eq!(store.execute(EraseResponse { response_key: person.key.clone() }).await.unwrap(), Erased::Erased);
    assert_eq!(person.response(&store).await, None);
}
