//! Taking jobs and doing them.

use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use store::{Enqueue, Enqueued, FailJob, FinishJob, RenewLease, TakeJobs, TakenJob};
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::{Job, done};
use crate::{App, Error};

/// How often the runner looks for work.
const LOOK: Duration = Duration::from_secs(5);
/// How long a job may take.
const LONGEST: Duration = Duration::from_mins(4);
/// How long a job belongs to its runner, in microseconds: longer than it may take, so that no two do it at once.
const LEASE: i64 = 5 * MINUTE;
/// How many jobs are taken together.
const TOGETHER: usize = 10;
/// How often a job is tried: with the growing waits between, over some two hours.
const ATTEMPTS: i64 = 8;
/// Microseconds in a minute.
const MINUTE: i64 = 60_000_000;

/// Does jobs until `end` comes about; the ones in hand are finished first.
pub async fn run(app: App, end: impl Future<Output = ()> + Send) {
    let mut end = pin!(end);
    let mut look = interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            biased;
            () = &mut end => return,
            _ = look.tick() => {}
        }
        match work_once(&app).await {
            Ok(TOGETHER) => look.reset_immediately(),
            Ok(_) => {}
            // The store says why; the jobs wait in it.
            Err(error) => tracing::warn!(error = &error as &dyn std::error::Error, "jobs cannot be done now"),
        }
    }
}

/// Makes the jobs whose time has come, takes some that are due and does them; how many were taken.
///
/// # Errors
/// The store does not answer. A job that fails is no error: it is tried again later.
pub async fn work_once(app: &App) -> Result<usize, Error> {
    let now = app.now();
    for job in Job::PERIODIC {
        enqueue(app, job, job.key(now)).await?;
    }
    let limit = i64::try_from(TOGETHER).unwrap_or(i64::MAX);
    let taken = app.store.execute(TakeJobs { now, lease: LEASE, limit, attempts: ATTEMPTS }).await?;
    let count = taken.len();
    for job in taken {
        attend(app, job).await?;
    }
    Ok(count)
}

/// Makes a job that is due at once, unless there was one with this key; whether it was made.
pub(crate) async fn enqueue(app: &App, job: Job, key: String) -> Result<bool, Error> {
    let at = app.now();
    let (id, kind) = (app.mint().job(at), job.kind().to_owned());
    let enqueued = app.store.execute(Enqueue { id, kind, payload: job.payload(), key, due_at: at, at }).await?;
    Ok(enqueued == Enqueued::Made)
}

/// Does one job that was taken, and tells the store.
async fn attend(app: &App, TakenJob { id, kind, payload, attempt }: TakenJob) -> Result<(), Error> {
    // Those before it took time; by now another runner may have it.
    let until = app.now().saturating_add(LEASE);
    if !app.store.execute(RenewLease { id, attempt, until }).await? {
        return Ok(());
    }
    let fault = match Job::read(&kind, &payload) {
        None => "this version of the program does not know such jobs".to_owned(),
        Some(job) => {
            // In a task of its own, so that a fault in one job does not take the runner along.
            let app_of_job = app.clone();
            let mut task = tokio::spawn(async move { done(&app_of_job, job).await });
            match timeout(LONGEST, &mut task).await {
                Ok(Ok(Ok(()))) => {
                    app.store.execute(FinishJob { id, attempt, at: app.now() }).await?;
                    return Ok(());
                }
                Ok(Ok(Err(error))) => error.to_string(),
                Ok(Err(_)) => "it broke off".to_owned(),
                Err(_) => {
                    task.abort();
                    "it took too long".to_owned()
                }
            }
        }
    };
    let at = app.now();
    let retry_at = retry_at(attempt, at);
    if retry_at.is_some() {
        tracing::warn!(%id, kind, attempt, fault, "a job failed and will be tried again");
    } else {
        tracing::error!(%id, kind, attempt, fault, "a job failed and was given up");
    }
    app.store.execute(FailJob { id, attempt, fault, retry_at, at }).await?;
    Ok(())
}

/// When a job is tried again after this attempt: after one minute, two, four and so on; `None` to give up.
fn retry_at(attempt: i64, now: i64) -> Option<i64> {
    (attempt < ATTEMPTS).then(|| now.saturating_add(MINUTE << (attempt - 1).clamp(0, 16)))
}

#[cfg(test)]
mod tests {
    use super::{ATTEMPTS, LEASE, LONGEST, MINUTE, retry_at};

    #[test]
    fn waits_grow_until_the_job_is_given_up() {
        let waits: Vec<_> = (1..=ATTEMPTS).map(|attempt| retry_at(attempt, 0).map(|at| at / MINUTE)).collect();
        assert_eq!(waits, [Some(1), Some(2), Some(4), Some(8), Some(16), Some(32), Some(64), None]);
    }

    #[test]
    fn a_job_ends_before_its_lease() {
        assert!(LONGEST.as_micros() < u128::try_from(LEASE).unwrap());
    }
}
