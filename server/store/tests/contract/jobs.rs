//! Jobs: each is done by one runner at a time, and none is forgotten.

use std::collections::BTreeSet;

use domain::ids::JobId;
use store::{Enqueue, Enqueued, FailJob, FinishJob, RenewLease, Store, TakeJobs, TakenJob, Tidied, Tidy};

use crate::db::{Db, at_once};
use crate::fixture::{DAY, id};

const LEASE: i64 = 60_000_000;
const ATTEMPTS: i64 = 3;

fn job(number: u64) -> Enqueue {
    Enqueue {
        id: JobId::new(id(number)),
        kind: "mail".to_owned(),
        payload: format!(r#"{{"number":{number}}}"#),
        key: format!("mail/{number}"),
        due_at: DAY,
        at: DAY,
    }
}

async fn add(store: &Store, number: u64) {
    assert_eq!(store.execute(job(number)).await.unwrap(), Enqueued::Made);
}

async fn take(store: &Store, now: i64, limit: i64) -> Vec<TakenJob> {
    store.execute(TakeJobs { now, lease: LEASE, limit, attempts: ATTEMPTS }).await.unwrap()
}

async fn take_one(store: &Store, now: i64) -> TakenJob {
    let mut taken = take(store, now, 10).await;
    assert_eq!(taken.len(), 1, "{taken:?}");
    taken.remove(0)
}

async fn finish(store: &Store, job: &TakenJob, at: i64) -> bool {
    store.execute(FinishJob { id: job.id, attempt: job.attempt, at }).await.unwrap()
}

async fn fail(store: &Store, job: &TakenJob, retry_at: Option<i64>, at: i64) -> bool {
    let fault = "no answer".to_owned();
    store.execute(FailJob { id: job.id, attempt: job.attempt, fault, retry_at, at }).await.unwrap()
}

pub async fn a_job_is_taken_as_it_was_made(Db { store, .. }: Db) {
    add(&store, 1).await;
    assert_eq!(take(&store, DAY - 1, 10).await, [], "it is not due");
    let taken = take_one(&store, DAY).await;
    assert_eq!((taken.id, taken.kind.as_str(), taken.attempt), (JobId::new(id(1)), "mail", 1));
    assert_eq!(taken.payload, r#"{"number":1}"#);
    assert!(finish(&store, &taken, DAY).await);
    assert!(finish(&store, &taken, DAY).await, "told again, it is still done");
    assert_eq!(take(&store, DAY + 2 * LEASE, 10).await, []);
}

pub async fn a_key_makes_one_job(Db { store, .. }: Db) {
    let made = at_once(8, |number| {
        let store = store.clone();
        async move {
            store.execute(Enqueue { key: "turn/1".to_owned(), ..job(u64::try_from(number).unwrap()) }).await.unwrap()
        }
    })
    .await;
    assert_eq!(made.iter().filter(|one| **one == Enqueued::Made).count(), 1);
    let taken = take_one(&store, DAY).await;
    finish(&store, &taken, DAY).await;
    let again = Enqueue { key: "turn/1".to_owned(), ..job(99) };
    assert_eq!(store.execute(again).await.unwrap(), Enqueued::Known, "a done one counts");
    let same = Enqueue { id: taken.id, key: "turn/1".to_owned(), ..job(0) };
    assert_eq!(store.execute(same).await.unwrap(), Enqueued::Made, "the same command sent again");
}

pub async fn two_takers_never_get_one_job(Db { store, .. }: Db) {
    const JOBS: usize = 60;
    for number in 0..JOBS {
        add(&store, u64::try_from(number).unwrap()).await;
    }
    let taken = at_once(6, |_| {
        let store = store.clone();
        async move {
            let mut all = Vec::new();
            loop {
                let some = take(&store, DAY, 4).await;
                if some.is_empty() {
                    return all;
                }
                assert!(some.len() <= 4, "{}", some.len());
                all.extend(some);
            }
        }
    })
    .await;
    let taken: Vec<TakenJob> = taken.into_iter().flatten().collect();
    assert_eq!(taken.len(), JOBS);
    assert_eq!(taken.iter().map(|job| job.id).collect::<BTreeSet<_>>().len(), JOBS);
    assert!(taken.iter().all(|job| job.attempt == 1));
}

pub async fn the_longest_waiting_job_is_taken_first(Db { store, .. }: Db) {
    for (number, due_at) in [(1, DAY + 3), (2, DAY + 1), (3, DAY + 2)] {
        store.execute(Enqueue { due_at, ..job(number) }).await.unwrap();
    }
    let mut order = Vec::new();
    for _ in 0..3 {
        order.push(take(&store, DAY + 10, 1).await[0].id);
    }
    assert_eq!(order, [2, 3, 1].map(|number| JobId::new(id(number))));
}

pub async fn a_lease_outlives_its_runner(Db { store, .. }: Db) {
    add(&store, 1).await;
    let first = take_one(&store, DAY).await;
    assert_eq!(take(&store, DAY + LEASE - 1, 10).await, []);
    let second = take_one(&store, DAY + LEASE).await;
    assert_eq!(second, TakenJob { attempt: 2, ..first.clone() });
    // The first one comes back, too late for everything.
    let renew = |job: &TakenJob, until| RenewLease { id: job.id, attempt: job.attempt, until };
    assert!(!finish(&store, &first, DAY + LEASE + 1).await);
    assert!(!fail(&store, &first, Some(DAY), DAY + LEASE + 1).await);
    assert!(!fail(&store, &first, None, DAY + LEASE + 1).await);
    assert!(!store.execute(renew(&first, DAY + 9 * LEASE)).await.unwrap());
    assert!(store.execute(renew(&second, DAY + 3 * LEASE)).await.unwrap());
    assert_eq!(take(&store, DAY + 3 * LEASE - 1, 10).await, [], "it was renewed");
    assert!(finish(&store, &second, DAY + LEASE + 2).await);
    assert!(!store.execute(renew(&second, DAY + 9 * LEASE)).await.unwrap(), "it is done");
}

pub async fn a_failed_job_is_tried_again_until_it_is_given_up(Db { store, .. }: Db) {
    add(&store, 1).await;
    let first = take_one(&store, DAY).await;
    assert!(fail(&store, &first, Some(DAY + 5), DAY).await);
    assert!(fail(&store, &first, Some(DAY + 5), DAY).await, "told again, it changes nothing");
    assert_eq!(take(&store, DAY + 4, 10).await, []);
    let second = take_one(&store, DAY + 5).await;
    assert_eq!(second.attempt, 2);
    assert!(fail(&store, &second, None, DAY + 6).await);
    assert!(!finish(&store, &second, DAY + 7).await, "it was given up");
    assert_eq!(take(&store, DAY + 9 * LEASE, 10).await, []);
}

pub async fn a_job_that_brings_its_runner_down_is_given_up(Db { store, .. }: Db) {
    add(&store, 1).await;
    for attempt in 1..=ATTEMPTS {
        assert_eq!(take_one(&store, DAY + attempt * LEASE).await.attempt, attempt);
    }
    assert_eq!(take(&store, DAY + (ATTEMPTS + 1) * LEASE, 10).await, []);
    // Only one that was given up is thrown away by its day.
    let tidied = store.execute(tidy(DAY + 100 * LEASE)).await.unwrap();
    assert_eq!(tidied, Tidied { jobs: 1, ..Tidied::default() });
}

fn tidy(at: i64) -> Tidy {
    Tidy {
        sessions_before: at,
        addresses_before: at,
        links_before: at,
        done_before: at,
        failed_before: at,
        meetings_before: at,
        checks_before: Some(at),
    }
}

pub async fn tidying_leaves_what_is_not_over(Db { store, .. }: Db) {
    for number in 1..=3 {
        add(&store, number).await;
    }
    let taken = take(&store, DAY, 2).await;
    assert!(finish(&store, &taken[0], DAY + 1).await);
    assert!(fail(&store, &taken[1], None, DAY + 2).await);
    assert_eq!(store.execute(tidy(DAY + 1)).await.unwrap().jobs, 0);
    assert_eq!(store.execute(tidy(DAY + 2)).await.unwrap().jobs, 1);
    assert_eq!(store.execute(tidy(DAY + 9 * LEASE)).await.unwrap().jobs, 1);
    assert_eq!(take(&store, DAY, 10).await.len(), 1, "one that waits stays, however old it is");
}
