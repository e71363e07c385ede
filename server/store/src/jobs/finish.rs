//! What becomes of a job that was taken.
//!
//! Each command tells whether the job was still in the hands of who sends it, and changes nothing if it was not.

use domain::ids::JobId;

use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::exec;

/// The job is done.
#[derive(Clone, Debug)]
pub struct FinishJob {
    /// Which.
    pub id: JobId,
    /// The attempt that did it.
    pub attempt: i64,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for FinishJob {
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let done = exec!(
            &mut tx.conn,
            "UPDATE job SET done_at = $3, leased_until = NULL, fault = ''
            WHERE id = $1 AND attempts = $2 AND failed_at IS NULL AND (done_at IS NULL OR done_at = $3)",
            self.id.uuid(),
            self.attempt,
            self.at
        )?;
        Ok(done == 1)
    }
}

/// An attempt failed.
#[derive(Clone, Debug)]
pub struct FailJob {
    /// Which.
    pub id: JobId,
    /// The attempt that failed.
    pub attempt: i64,
    /// Why, without any secret.
    pub fault: String,
    /// When it is tried again, in microseconds since 1970; `None` to give up.
    pub retry_at: Option<i64>,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for FailJob {
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        storable(&self.fault)?;
        let failed = match self.retry_at {
            Some(retry_at) => exec!(
                &mut tx.conn,
                "UPDATE job SET due_at = $3, leased_until = NULL, fault = $4
                WHERE id = $1 AND attempts = $2 AND done_at IS NULL AND failed_at IS NULL",
                self.id.uuid(),
                self.attempt,
                retry_at,
                self.fault
            )?,
            None => exec!(
                &mut tx.conn,
                "UPDATE job SET failed_at = $3, leased_until = NULL, fault = $4
                WHERE id = $1 AND attempts = $2 AND done_at IS NULL AND (failed_at IS NULL OR failed_at = $3)",
                self.id.uuid(),
                self.attempt,
                self.at,
                self.fault
            )?,
        };
        Ok(failed == 1)
    }
}

/// The job takes longer, or has waited for others of its runner.
#[derive(Clone, Debug)]
pub struct RenewLease {
    /// Which.
    pub id: JobId,
    /// The attempt that it is in.
    pub attempt: i64,
    /// Until when it belongs to the runner now, in microseconds since 1970.
    pub until: i64,
}

impl Command for RenewLease {
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let renewed = exec!(
            &mut tx.conn,
            "UPDATE job SET leased_until = $3
            WHERE id = $1 AND attempts = $2 AND leased_until IS NOT NULL AND done_at IS NULL AND failed_at IS NULL",
            self.id.uuid(),
            self.attempt,
            self.until
        )?;
        Ok(renewed == 1)
    }
}
