//! Closing a round.

use domain::ids::RoundId;
use domain::round::RoundState;

use super::shuffle;
use crate::conn::Tx;
use crate::error::{StoreError, one};
use crate::execute::Command;
use crate::lock::Use;
use crate::meetings::forget_meeting;
use crate::sql::{exec, value};

/// Ends a round: it takes no more answers, and its meeting is over.
#[derive(Clone, Debug)]
pub struct CloseRound {
    /// The round.
    pub round_id: RoundId,
}

/// What became of a [`CloseRound`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// It is closed now.
    Closed,
    /// It was closed before.
    AlreadyClosed,
    /// There is no such round.
    Unknown,
}

impl Command for CloseRound {
    type Outcome = Closed;

    async fn run(&self, tx: &mut Tx) -> Result<Closed, StoreError> {
        let id = self.round_id.uuid();
        tx.lock_round(self.round_id, Use::Alone).await?;
        let Some(state) = value!(&mut tx.conn, "SELECT state FROM round WHERE id = $1", id)? else {
            return Ok(Closed::Unknown);
        };
        if state == RoundState::Closed.word() || state == RoundState::Published.word() {
            return Ok(Closed::AlreadyClosed);
        }
        one(exec!(&mut tx.conn, "UPDATE round SET state = $2 WHERE id = $1", id, RoundState::Closed.word())?)?;
        forget_meeting(tx, self.round_id).await?;
        shuffle::everything(tx, self.round_id).await?;
        Ok(Closed::Closed)
    }
}
