//! Joining a round by the link to share.

use domain::account::Email;
use domain::ids::{AccountId, OrganisationId, ResponseId, RoundId};
use domain::rights::Right;
use domain::round::Mode;
use store::{AddAccount, Begin, Begun, CloseRound, EraseResponse, JoinRound, Joining, Store};

use crate::db::Db;
use crate::fixture::{DAY, id as fixture_id, join, organisation, person, respondent, round, start};

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

/// An account of the implicit organisation, which may answer whatever it likes here.
pub async fn account(store: &Store, number: u64) -> AccountId {
    let id = AccountId::new(fixture_id(9_000 + number));
    let email = Email::parse(&format!("p{number}@example.org")).unwrap();
    let (organisation_id, name, right) = (OrganisationId::IMPLICIT, format!("P {number}"), Right::Member);
    store.execute(AddAccount { id, organisation_id, email, name, right, password_hash: None, at: DAY }).await.unwrap();
    id
}

pub fn begin(round_id: RoundId, account_id: AccountId, number: u64) -> Begin {
    let response_id = ResponseId::new(fixture_id(8_000 + number));
    let (response_key, invitation_key) =
        (respondent(8_000 + number).response_key(), respondent(8_000 + number).invitation_key());
    Begin { round_id, account_id, label: "P".to_owned(), response_id, response_key, invitation_key, day: DAY }
}

pub async fn an_account_gets_one_response_however_often_it_begins_at_once(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let account = account(&store, 1).await;
    let attempts = (0..8).map(|number| {
        let (store, command) = (store.clone(), begin(round_id, account, number));
        tokio::spawn(async move { store.execute(command).await.unwrap() })
    });
    for attempt in attempts.collect::<Vec<_>>() {
        assert_eq!(attempt.await.unwrap(), Begun::Ready { carried: false });
    }
    let mut snapshot = store.snapshot().await.unwrap();
    assert_eq!(snapshot.responses_of_round(round_id).await.unwrap().len(), 1);
    // Every link opens it.
    for number in 0..8 {
        assert!(
            snapshot.response_by_key(&respondent(8_000 + number).response_key()).await.unwrap().is_some(),
            "{number}"
        );
    }
}

pub async fn a_team_with_one_answer_has_one_response_whoever_comes_first(Db { store, .. }: Db) {
    organisation(&store).await;
    let start = start(1, Mode::OneAnswer);
    let round_id = start.round_id;
    store.execute(start).await.unwrap();
    let (first, second) = (account(&store, 1).await, account(&store, 2).await);
    joins(&store, 1, 1).await;
    store.execute(begin(round_id, first, 1)).await.unwrap();
    store.execute(begin(round_id, second, 2)).await.unwrap();
    joins(&store, 1, 3).await;
    assert_eq!(store.snapshot().await.unwrap().responses_of_round(round_id).await.unwrap().len(), 1);
}
