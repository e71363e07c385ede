//! Handing a response in, and taking it back.

use domain::links::ResponseKey;
use domain::round::ResponseState;

use crate::conn::Tx;
use crate::error::{StoreError, one};
use crate::execute::Command;
use crate::sql::exec;

/// Hands a response in: it changes only after it is reopened.
#[derive(Clone, Debug)]
pub struct SubmitResponse {
    /// From the respondent's link.
    pub response_key: ResponseKey,
    /// Whether it was answered faster than the questions can be read.
    pub too_fast: bool,
    /// Today, in microseconds since 1970.
    pub day: i64,
}

/// What became of a [`SubmitResponse`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Submission {
    /// It is handed in now.
    Submitted,
    /// It was handed in before, perhaps by this command's first run. Nothing changed.
    AlreadySubmitted,
    /// The round takes no answers any more.
    RoundClosed,
    /// No response has this link.
    Unknown,
}

impl Command for SubmitResponse {
    type Outcome = Submission;

    async fn run(&self, tx: &mut Tx) -> Result<Submission, StoreError> {
        let Some(response) = tx.locked_response(&self.response_key).await? else { return Ok(Submission::Unknown) };
        if response.submitted {
            return Ok(Submission::AlreadySubmitted);
        }
        if !response.round_open {
            return Ok(Submission::RoundClosed);
        }
        one(exec!(
            &mut tx.conn,
            "UPDATE response SET state = $2, submitted_day = $3, too_fast = $4, pace_seconds = 0, pace_items = 0
            WHERE id = $1",
            response.id.uuid(),
            ResponseState::Submitted.word(),
            self.day,
            self.too_fast
        )?)?;
        Ok(Submission::Submitted)
    }
}

/// Takes a response back, so that it can be changed and handed in again.
#[derive(Clone, Debug)]
pub struct ReopenResponse {
    /// From the respondent's link.
    pub response_key: ResponseKey,
}

/// What became of a [`ReopenResponse`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reopened {
    /// It can be changed again.
    Reopened,
    /// It had not been handed in. Nothing changed.
    AlreadyOpen,
    /// The round takes no answers any more.
    RoundClosed,
    /// No response has this link.
    Unknown,
}

impl Command for ReopenResponse {
    type Outcome = Reopened;

    async fn run(&self, tx: &mut Tx) -> Result<Reopened, StoreError> {
        let Some(response) = tx.locked_response(&self.response_key).await? else { return Ok(Reopened::Unknown) };
        if !response.round_open {
            return Ok(Reopened::RoundClosed);
        }
        if !response.submitted {
            return Ok(Reopened::AlreadyOpen);
        }
        one(exec!(
            &mut tx.conn,
            "UPDATE response SET state = $2, submitted_day = NULL WHERE id = $1",
            response.id.uuid(),
            ResponseState::Open.word()
        )?)?;
        Ok(Reopened::Reopened)
    }
}
