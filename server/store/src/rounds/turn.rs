//! A round's life: opening, closing, opening again, publishing.

use domain::ids::{AccountId, RoundId};
use domain::round::RoundState;

use super::close::CloseRound;
use super::events::Event;
use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, one};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::{exec, value};

/// Microseconds in a day.
const DAY: i64 = 86_400_000_000;

/// A step in a round's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// A draft takes answers from now on.
    Open,
    /// An open round takes no more.
    Close,
    /// A closed or published one takes answers again.
    Reopen,
    /// The result of a closed one is released.
    Publish,
}

impl Turn {
    /// Where it leads from a state, and what it is then called; `None` where it makes no sense.
    #[must_use]
    pub const fn from(self, state: RoundState) -> Option<(RoundState, Event)> {
        match (self, state) {
            (Self::Open, RoundState::Draft) => Some((RoundState::Open, Event::Opened)),
            (Self::Close, RoundState::Open) => Some((RoundState::Closed, Event::Closed)),
            (Self::Reopen, RoundState::Closed | RoundState::Published) => Some((RoundState::Open, Event::Reopened)),
            (Self::Publish, RoundState::Closed) => Some((RoundState::Published, Event::Published)),
            _ => None,
        }
    }
}

/// Takes a step in a round's life, and records it.
#[derive(Clone, Debug)]
pub struct TurnRound {
    /// The round.
    pub round_id: RoundId,
    /// The step.
    pub turn: Turn,
    /// Who takes it; `None` if it comes by itself.
    pub by: Option<AccountId>,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

/// What became of a [`TurnRound`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turned {
    /// It was taken.
    Turned,
    /// The round is in a state that it does not lead on from.
    NotFrom(RoundState),
    /// Its answers were deleted: it cannot be opened again.
    Erased,
    /// There is no such round.
    Unknown,
}

impl Command for TurnRound {
    type Outcome = Turned;

    async fn run(&self, tx: &mut Tx) -> Result<Turned, StoreError> {
        tx.lock_round(self.round_id, Use::Alone).await?;
        let id = self.round_id.uuid();
        let Some(word) = value!(&mut tx.conn, "SELECT state FROM round WHERE id = $1", id)? else {
            return Ok(Turned::Unknown);
        };
        let state = super::list::round_state(&word)?;
        let Some((next, event)) = self.turn.from(state) else { return Ok(Turned::NotFrom(state)) };
        if self.turn == Turn::Reopen && tx.round_plan(self.round_id).await?.erased_at.is_some() {
            return Ok(Turned::Erased);
        }
        if self.turn == Turn::Close {
            // The one place that knows what closing does to rows whose order would tell something.
            CloseRound { round_id: self.round_id }.run(tx).await?;
        }
        // A date that has come is over, or the round would turn back by itself.
        let at = self.at;
        one(match self.turn {
            Turn::Open => {
                exec!(&mut tx.conn, "UPDATE round SET state = $2, opens_at = NULL WHERE id = $1", id, next.word())
            }
            Turn::Close => exec!(
                &mut tx.conn,
                "UPDATE round SET state = $2, closed_at = $3,
                    erase_at = CAST($3 AS BIGINT) + retention_days * CAST($4 AS BIGINT)
                WHERE id = $1",
                id,
                next.word(),
                at,
                DAY
            ),
            Turn::Reopen => exec!(
                &mut tx.conn,
                "UPDATE round SET state = $2, closed_at = NULL, erase_at = NULL,
                    closes_at = CASE WHEN closes_at > $3 THEN closes_at END
                WHERE id = $1",
                id,
                next.word(),
                at
            ),
            Turn::Publish => exec!(&mut tx.conn, "UPDATE round SET state = $2 WHERE id = $1", id, next.word()),
        }?)?;
        tx.round_event(self.round_id, event, self.by, at).await?;
        Ok(Turned::Turned)
    }
}

impl Happened for TurnRound {
    fn happened(outcome: &Turned) -> bool {
        *outcome == Turned::Turned
    }
}
