//! Things to store.

use domain::ids::{OrganisationId, ResponseId, RoundId, TeamId};
use domain::links::{ManageSecret, RespondentSecret, ResponseKey};
use domain::round::Mode;
use store::{
    Change, EnsureOrganisation, HistoryEntry, JoinRound, Joining, Kept, Response, Round, SaveAnswers, Saved,
    StartRound, Store, StoredAnswer,
};
use uuid::Uuid;

/// 20 September 2026, in microseconds.
pub const DAY: i64 = 1_789_862_400_000_000;

/// An id that is different for every number, in all its parts.
pub fn id(number: u64) -> Uuid {
    let spread = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    Uuid::from_u64_pair(spread.rotate_left(17), spread)
}

fn secret(kind: u8, number: u64) -> [u8; 20] {
    let mut bytes = [kind; 20];
    bytes[..8].copy_from_slice(&number.to_be_bytes());
    bytes
}

pub fn manage(number: u64) -> ManageSecret {
    ManageSecret::from_random(secret(1, number))
}

pub fn respondent(number: u64) -> RespondentSecret {
    RespondentSecret::from_random(secret(2, number))
}

pub fn start(number: u64, mode: Mode) -> StartRound {
    StartRound {
        organisation_id: OrganisationId::IMPLICIT,
        team_id: TeamId::new(id(1_000 + number)),
        team_name: format!("Team {number}"),
        round_id: RoundId::new(id(2_000 + number)),
        round_name: format!("Round {number}"),
        subject: "churn model".to_owned(),
        mode,
        instrument_id: "mldevops".to_owned(),
        instrument_version: "1.0.0".to_owned(),
        manage_key: manage(number).key(),
        join_key: manage(number).join_secret().key(),
        at: DAY + 7,
    }
}

pub fn join(round: u64, person: u64) -> JoinRound {
    JoinRound {
        join_key: manage(round).join_secret().key(),
        invitation_key: respondent(person).invitation_key(),
        response_id: ResponseId::new(id(3_000 + person)),
        response_key: respondent(person).response_key(),
        label: format!("Person {person}"),
        day: DAY,
    }
}

pub async fn organisation(store: &Store) {
    let id = OrganisationId::IMPLICIT;
    store.execute(EnsureOrganisation { id, name: "Home".to_owned(), at: DAY }).await.unwrap();
}

/// An open, named round with this number; its id.
pub async fn round(store: &Store, number: u64) -> RoundId {
    organisation(store).await;
    let start = start(number, Mode::Named);
    let id = start.round_id;
    store.execute(start).await.unwrap();
    id
}

/// A person who has joined that round.
#[derive(Clone)]
pub struct Person {
    pub key: ResponseKey,
    pub id: ResponseId,
}

pub async fn person(store: &Store, round: u64, number: u64) -> Person {
    let join = join(round, number);
    let person = Person { key: join.response_key.clone(), id: join.response_id };
    assert!(matches!(store.execute(join).await.unwrap(), Joining::Joined { .. }));
    person
}

/// A round with one person.
pub async fn one(store: &Store) -> Person {
    round(store, 1).await;
    person(store, 1, 1).await
}

pub fn change(field: &str, value: &str, seen_version: Option<i64>) -> Change {
    Change { field: field.to_owned(), value: value.to_owned(), seen_version }
}

impl Person {
    pub fn saving(&self, changes: &[Change]) -> SaveAnswers {
        SaveAnswers {
            response_key: self.key.clone(),
            idempotency_key: None,
            changes: changes.to_vec(),
            pace: None,
            day: DAY,
        }
    }

    pub async fn save(&self, store: &Store, changes: &[Change]) -> Saved {
        store.execute(self.saving(changes)).await.unwrap()
    }

    pub async fn answers(&self, store: &Store) -> Vec<(String, String, i64)> {
        let found = store.snapshot().await.unwrap().answers_of_response(self.id).await.unwrap();
        found.into_iter().map(|StoredAnswer { field, value, version }| (field, value, version)).collect()
    }

    pub async fn history(&self, store: &Store, field: &str) -> Vec<(i64, String)> {
        let found = store.snapshot().await.unwrap().history_of(self.id, field).await.unwrap();
        found.into_iter().map(|HistoryEntry { version, value, changed_day: _ }| (version, value)).collect()
    }

    pub async fn response(&self, store: &Store) -> Option<(Response, Round)> {
        store.snapshot().await.unwrap().response_by_key(&self.key).await.unwrap()
    }
}

/// The outcome of a save of these fields, with these versions.
pub fn saved(fields: &[(&str, i64)]) -> Saved {
    Saved::Saved(fields.iter().map(|&(field, version)| Kept { field: field.to_owned(), version }).collect())
}
