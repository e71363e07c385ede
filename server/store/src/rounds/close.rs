//! Closing a round.

use domain::ids::RoundId;
use domain::round::RoundState;

use crate::conn::Tx;
use crate::error::{StoreError, one};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::{exec, value};

/// Ends a round: it takes no more answers.
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
        #[cfg(feature = "postgres")]
        shuffle::responses(tx, self.round_id).await?;
        Ok(Closed::Closed)
    }
}

/// PostgreSQL keeps rows in the order in which they were written, and remembers the transaction that wrote them:
/// both would tell in which order people joined and answered. Writing every row again in random order, in one
/// transaction, leaves neither. (SQLite keeps these tables in the order of random keys.)
#[cfg(feature = "postgres")]
mod shuffle {
    use domain::ids::{ResponseId, RoundId};

    use crate::answers::{done_from, done_to};
    use crate::conn::{Conn, Tx};
    use crate::error::{StoreError, driver};

    pub(super) async fn responses(tx: &mut Tx, round: RoundId) -> Result<(), StoreError> {
        match &mut tx.0.conn {
            #[cfg(feature = "sqlite")]
            Conn::Sqlite(_) => Ok(()),
            Conn::Postgres(transaction) => rewrite(transaction, round).await.map_err(driver),
        }
    }

    async fn rewrite(connection: &mut sqlx::PgConnection, round: RoundId) -> Result<(), sqlx::Error> {
        let invitations = sqlx::query_scalar!(
            "SELECT i.key FROM invitation i JOIN round r ON r.id = i.round_id
            WHERE r.id = $1 AND r.mode = 'confidential' ORDER BY random()",
            round.uuid()
        );
        for key in invitations.fetch_all(&mut *connection).await? {
            sqlx::query!("UPDATE invitation SET created_day = created_day WHERE key = $1", key)
                .execute(&mut *connection)
                .await?;
        }
        let responses = sqlx::query_scalar!(
            "SELECT p.id FROM response p JOIN round r ON r.id = p.round_id
            WHERE r.id = $1 AND r.mode = 'confidential' ORDER BY random()",
            round.uuid()
        );
        for id in responses.fetch_all(&mut *connection).await? {
            sqlx::query!("UPDATE response SET label = label WHERE id = $1", id).execute(&mut *connection).await?;
            sqlx::query!("UPDATE answer SET version = version WHERE response_id = $1", id)
                .execute(&mut *connection)
                .await?;
            sqlx::query!("UPDATE answer_history SET value = value WHERE response_id = $1", id)
                .execute(&mut *connection)
                .await?;
            let (from, to) = (done_from(ResponseId::new(id)), done_to(ResponseId::new(id)));
            sqlx::query!("UPDATE command_done SET outcome = outcome WHERE key >= $1 AND key < $2", from, to)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    }
}
