//! Taking jobs that are due.

use domain::ids::JobId;
use uuid::Uuid;

use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;
use crate::sql::{exec, rows};

/// Takes jobs that are due and that nobody else has, the one that has waited longest first.
///
/// A job whose runner never came back is taken again after its lease; with its last attempt behind it, it is given up,
/// for it may be what brings the program down.
#[derive(Clone, Debug)]
pub struct TakeJobs {
    /// Now, in microseconds since 1970.
    pub now: i64,
    /// How long they belong to the taker, in microseconds.
    pub lease: i64,
    /// How many at most.
    pub limit: i64,
    /// How often a job may be tried.
    pub attempts: i64,
}

/// A job in somebody's hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenJob {
    /// Its id.
    pub id: JobId,
    /// What is to be done.
    pub kind: String,
    /// What has to be known for it: a JSON object.
    pub payload: String,
    /// The number of this attempt, from 1. Together with the id it proves who has the job.
    pub attempt: i64,
}

struct Row {
    id: Uuid,
    kind: String,
    payload: String,
    attempts: i64,
}

impl Command for TakeJobs {
    /// In no particular order.
    type Outcome = Vec<TakenJob>;

    async fn run(&self, tx: &mut Tx) -> Result<Vec<TakenJob>, StoreError> {
        tx.lock_jobs().await?;
        exec!(
            &mut tx.conn,
            "UPDATE job SET failed_at = $1, leased_until = NULL, fault = 'it never came to an end'
            WHERE due_at <= $1 AND done_at IS NULL AND failed_at IS NULL AND leased_until <= $1 AND attempts >= $2",
            self.now,
            self.attempts
        )?;
        let taken = rows!(
            &mut tx.conn,
            Row,
            r#"UPDATE job SET leased_until = $2, attempts = attempts + 1
            WHERE due_at <= $1 AND done_at IS NULL AND failed_at IS NULL
                AND (leased_until IS NULL OR leased_until <= $1)
                AND id IN (SELECT id FROM job
                    WHERE due_at <= $1 AND done_at IS NULL AND failed_at IS NULL
                        AND (leased_until IS NULL OR leased_until <= $1)
                    ORDER BY due_at, id LIMIT CAST($3 AS BIGINT))
            RETURNING id AS "id!: _", kind AS "kind!", payload AS "payload!", attempts AS "attempts!""#,
            self.now,
            self.now.saturating_add(self.lease),
            self.limit
        )?;
        let taken = taken.into_iter().map(|Row { id, kind, payload, attempts }| TakenJob {
            id: JobId::new(id),
            kind,
            payload,
            attempt: attempts,
        });
        Ok(taken.collect())
    }
}
