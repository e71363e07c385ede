//! Joining a round by the link to share.

use domain::round::Mode;
use store::{CloseRound, EraseResponse, JoinRound, Joining, Store};

use crate::db::Db;
use crate::fixture::{join, organisation, person, round, start};

async fn joins(store: &Store, round: u64, person: u64) -> Joining {
    store.execute(join(round, person)).await.unwrap()
}

pub async fn joining_counts_responses(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    round(&store, 2).await;
    assert_eq!(joins(&store, 1, 1).await, Joining::Joined { round_id, number: 1 });
    assert!(matches!(joins(&store, 2, 2).await, Joining::Joined { number: 1, .. }));
    assert_eq!(joins(&store, 1, 3).await, Joining::Joined { round_id, number: 2 });
}

pub async fn joining_twice_changes_nothing(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    joins(&store, 1, 1).await;
    assert_eq!(joins(&store, 1, 1).await, Joining::Joined { round_id, number: 1 });
    // Also when the round has closed between the two.
    store.execute(CloseRound { round_id }).await.unwrap();
    assert_eq!(joins(&store, 1, 1).await, Joining::Joined { round_id, number: 1 });
}

pub async fn an_unknown_link_joins_nothing(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    assert_eq!(joins(&store, 2, 1).await, Joining::Unknown);
    assert_eq!(store.snapshot().await.unwrap().responses_of_round(round_id).await.unwrap(), []);
}

pub async fn a_closed_round_lets_nobody_in(Db { store, .. }: Db) {
    organisation(&store).await;
    // Rows of confidential rounds are written again when they close.
    let start = start(1, Mode::Confidential { k: 5 });
    let round_id = start.round_id;
    store.execute(start).await.unwrap();
    for number in 0..3 {
        person(&store, 1, number).await;
    }
    store.execute(CloseRound { round_id }).await.unwrap();
    assert_eq!(joins(&store, 1, 3).await, Joining::NotOpen);
    let there = store.snapshot().await.unwrap().responses_of_round(round_id).await.unwrap();
    assert_eq!(there.len(), 3);
}

pub async fn an_erased_response_is_not_made_again(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let person = person(&store, 1, 1).await;
    store.execute(EraseResponse { response_key: person.key }).await.unwrap();
    assert_eq!(joins(&store, 1, 1).await, Joining::Unknown);
    store.execute(CloseRound { round_id }).await.unwrap();
    assert_eq!(joins(&store, 1, 1).await, Joining::NotOpen);
    assert_eq!(store.snapshot().await.unwrap().responses_of_round(round_id).await.unwrap(), []);
}

pub async fn who_gives_no_name_gets_a_number_and_nobody_has_one_in_confidence(Db { store, .. }: Db) {
    let named = round(&store, 1).await;
    let confidential = start(2, Mode::Confidential { k: 5 });
    let without_names = confidential.round_id;
    store.execute(confidential).await.unwrap();
    for number in 1..=3 {
        let label = if number == 2 { "Ada".to_owned() } else { String::new() };
        store.execute(JoinRound { label, ..join(1, number) }).await.unwrap();
        store.execute(join(2, 10 + number)).await.unwrap();
    }
    let mut snapshot = store.snapshot().await.unwrap();
    let mut labels = async |round| -> Vec<String> {
        let found = snapshot.responses_of_round(round).await.unwrap();
        found.into_iter().map(|response| response.label).collect()
    };
    let mut there = labels(named).await;
    there.sort();
    assert_eq!(there, ["Ada", "Person 1", "Person 3"]);
    assert_eq!(labels(without_names).await, ["", "", ""]);
}
