//! Rows of a confidential round in an order that tells nothing.
//!
//! PostgreSQL keeps rows in the order in which they were written, and remembers the transaction that wrote them: both
//! would tell who began when, and which invitation let which response in. Writing every row again in random order, in
//! one transaction, leaves neither. SQLite keeps these tables in the order of random keys, and remembers nothing.

use domain::ids::RoundId;

use crate::conn::{Conn, Tx};
use crate::error::StoreError;
#[cfg(feature = "postgres")]
use crate::error::driver;

/// Writes invitations, responses, and all that hangs on these again: when a round closes.
pub(super) async fn everything(tx: &mut Tx, round: RoundId) -> Result<(), StoreError> {
    beginnings(tx, round).await?;
    match &mut tx.0.conn {
        #[cfg(feature = "sqlite")]
        Conn::Sqlite(_) => Ok(()),
        #[cfg(feature = "postgres")]
        Conn::Postgres(transaction) => postgres::answers(transaction, round).await.map_err(driver),
    }
}

/// Writes invitations and responses again: each time somebody begins.
#[cfg_attr(not(feature = "postgres"), expect(unused_variables, reason = "only PostgreSQL remembers an order"))]
pub(super) async fn beginnings(tx: &mut Tx, round: RoundId) -> Result<(), StoreError> {
    match &mut tx.0.conn {
        #[cfg(feature = "sqlite")]
        Conn::Sqlite(_) => Ok(()),
        #[cfg(feature = "postgres")]
        Conn::Postgres(transaction) => postgres::beginnings(transaction, round).await.map_err(driver),
    }
}

#[cfg(feature = "postgres")]
mod postgres {
    use domain::ids::ResponseId;

    use super::RoundId;
    use crate::answers::{done_from, done_to};

    pub(super) async fn beginnings(connection: &mut sqlx::PgConnection, round: RoundId) -> Result<(), sqlx::Error> {
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
        for id in responses(connection, round).await? {
            sqlx::query!("UPDATE response SET label = label WHERE id = $1", id).execute(&mut *connection).await?;
        }
        Ok(())
    }

    pub(super) async fn answers(connection: &mut sqlx::PgConnection, round: RoundId) -> Result<(), sqlx::Error> {
        for id in responses(connection, round).await? {
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

    async fn responses(connection: &mut sqlx::PgConnection, round: RoundId) -> Result<Vec<uuid::Uuid>, sqlx::Error> {
        sqlx::query_scalar!(
            "SELECT p.id FROM response p JOIN round r ON r.id = p.round_id
            WHERE r.id = $1 AND r.mode = 'confidential' ORDER BY random()",
            round.uuid()
        )
        .fetch_all(&mut *connection)
        .await
    }
}
