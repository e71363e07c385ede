//! What the server does by itself, with a clock that stands still.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use domain::account::Email;
use domain::ids::{AccountId, JobId, OrganisationId, SessionId};
use domain::links::{SESSION_BYTES, SessionSecret};
use domain::rights::Right;
use store::{AddAccount, Enqueue, Enqueued, StartSession, Store, TakeJobs};
use tempfile::TempDir;
use usecases::jobs::work_once;
use usecases::{App, Clock, Entropy};
use uuid::Uuid;

/// 23 November 2026, 12:00 UTC, in microseconds.
const NOON: i64 = 1_795_435_200_000_000;
const MINUTE: i64 = 60_000_000;
const HOUR: i64 = 60 * MINUTE;

struct StillClock(AtomicI64);

impl Clock for StillClock {
    fn now(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

#[derive(Default)]
struct CountedEntropy(AtomicU64);

impl Entropy for CountedEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let n = self.0.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            chunk.copy_from_slice(&n.to_be_bytes()[..chunk.len()]);
        }
    }
}

struct Server {
    app: App,
    store: Store,
    clock: Arc<StillClock>,
    _folder: TempDir,
}

impl Server {
    async fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let store = Store::open(&format!("sqlite://{}/test.db", folder.path().display())).await.unwrap();
        store.migrate().await.unwrap();
        let clock = Arc::new(StillClock(AtomicI64::new(NOON)));
        let app = App::new(store.clone(), clock.clone(), Arc::<CountedEntropy>::default()).await.unwrap();
        Self { app, store, clock, _folder: folder }
    }

    fn wait(&self, micros: i64) {
        self.clock.0.fetch_add(micros, Ordering::Relaxed);
    }

    /// How many jobs were taken.
    async fn work(&self) -> usize {
        work_once(&self.app).await.unwrap()
    }

    async fn sign_in(&self, account: AccountId, number: u8) {
        let command = StartSession {
            key: SessionSecret::from_random([number; SESSION_BYTES]).key(),
            id: SessionId::new(Uuid::from_u128(number.into())),
            account_id: account,
            address: "192.0.2.0/24".to_owned(),
            agent: "A browser".to_owned(),
            at: self.clock.now(),
        };
        self.store.execute(command).await.unwrap();
    }
}

#[tokio::test]
async fn periodic_jobs_are_done_once_in_their_period() {
    let server = Server::start().await;
    assert_eq!(server.work().await, 2, "the turn of the minute, and the day's tidying");
    assert_eq!(server.work().await, 0);
    server.wait(MINUTE);
    assert_eq!(server.work().await, 1, "the turn alone");
    server.wait(12 * HOUR);
    assert_eq!(server.work().await, 2, "the next day");
}

#[tokio::test]
async fn tidying_ends_old_sessions_and_leaves_others() {
    let server = Server::start().await;
    let account = AccountId::new(Uuid::from_u128(1));
    let command = AddAccount {
        id: account,
        organisation_id: OrganisationId::IMPLICIT,
        email: Email::parse("olga@example.org").unwrap(),
        name: "Olga".to_owned(),
        right: Right::Owner,
        password_hash: None,
        at: NOON,
    };
    server.store.execute(command).await.unwrap();
    server.sign_in(account, 1).await;
    server.wait(11 * HOUR);
    server.sign_in(account, 2).await;
    let left = async || -> Vec<u128> {
        let sessions = server.store.snapshot().await.unwrap().sessions_of(account).await.unwrap();
        sessions.iter().map(|session| session.id.uuid().as_u128()).collect()
    };
    server.work().await;
    assert_eq!(left().await, [2, 1], "neither is over");
    server.wait(2 * HOUR);
    server.work().await;
    assert_eq!(left().await, [2]);
}

#[tokio::test]
async fn a_job_that_nobody_knows_is_tried_later_and_does_not_stop_the_others() {
    let server = Server::start().await;
    let strange = Enqueue {
        id: JobId::new(Uuid::from_u128(7)),
        kind: "of tomorrow".to_owned(),
        payload: "{}".to_owned(),
        key: "strange".to_owned(),
        due_at: NOON - 1,
        at: NOON - 1,
    };
    assert_eq!(server.store.execute(strange).await.unwrap(), Enqueued::Made);
    assert_eq!(server.work().await, 3);
    assert_eq!(server.work().await, 0, "it waits for a minute");
    server.wait(MINUTE);
    assert_eq!(server.work().await, 2, "and is tried again beside the turn");
    server.wait(MINUTE);
    assert_eq!(server.work().await, 1, "the second wait is longer");
    server.wait(MINUTE);
    assert_eq!(server.work().await, 2);
}

#[tokio::test]
async fn what_a_crashed_runner_had_is_done_after_its_lease() {
    let server = Server::start().await;
    let job = Enqueue {
        id: JobId::new(Uuid::from_u128(7)),
        kind: "tidy".to_owned(),
        payload: "{}".to_owned(),
        key: "one more".to_owned(),
        due_at: NOON,
        at: NOON,
    };
    server.store.execute(job).await.unwrap();
    let crashed = TakeJobs { now: NOON, lease: 5 * MINUTE, limit: 10, attempts: 8 };
    assert_eq!(server.store.execute(crashed).await.unwrap().len(), 1);
    assert_eq!(server.work().await, 2, "the periodic ones alone");
    server.wait(5 * MINUTE);
    assert_eq!(server.work().await, 2, "the turn of this minute, and what was left behind");
    assert_eq!(server.work().await, 0);
}
