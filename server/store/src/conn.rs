//! Transactions: the only way to the tables.

use std::ops::{Deref, DerefMut};

use crate::error::{StoreError, driver};

/// An open transaction on one of the engines.
pub(crate) enum Conn {
    #[cfg(feature = "sqlite")]
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>),
    #[cfg(feature = "postgres")]
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

/// A consistent view of the database: every read of one snapshot sees the same state, that of its first read.
///
/// It cannot write. It holds a connection, so drop it before anything slow.
pub struct Snapshot {
    pub(crate) conn: Conn,
}

/// A write transaction. It reads like a [`Snapshot`] and sees its own writes; dropped without [`Tx::save`] it leaves
/// nothing behind.
///
/// Never go on after an error: PostgreSQL has given the whole transaction up by then.
pub struct Tx(pub(crate) Snapshot);

impl Tx {
    /// Commits. What was written is on the disk when this returns.
    ///
    /// # Errors
    /// If the commit failed, nothing was saved; unless the connection was lost while it ran, when nobody can know.
    pub async fn save(self) -> Result<(), StoreError> {
        match self.0.conn {
            #[cfg(feature = "sqlite")]
            Conn::Sqlite(transaction) => transaction.commit().await,
            #[cfg(feature = "postgres")]
            Conn::Postgres(transaction) => transaction.commit().await,
        }
        .map_err(driver)
    }
}

impl Deref for Tx {
    type Target = Snapshot;

    fn deref(&self) -> &Snapshot {
        &self.0
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Snapshot {
        &mut self.0
    }
}

#[cfg(all(test, feature = "sqlite"))]
mod tests {
    use crate::sql::exec;
    use crate::{Store, StoreError};

    #[tokio::test]
    async fn a_reading_connection_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&format!("sqlite://{}", folder.path().join("test.db").display())).await.unwrap();
        store.migrate().await.unwrap();
        let mut snapshot = store.snapshot().await.unwrap();
        // The statement is that of a command; only the connection is another.
        let refused = exec!(&mut snapshot.conn, "DELETE FROM command_done WHERE created_day < $1", 1_i64);
        assert!(matches!(refused, Err(StoreError::NotSaved { .. })), "{refused:?}");
    }
}
