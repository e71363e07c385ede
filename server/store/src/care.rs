//! Care of the database: is it well, how is it set up, what may be thrown away.

use crate::conn::Tx;
use crate::error::{StoreError, driver};
use crate::execute::Command;
use crate::migrate::MigrationError;
use crate::open::{Backend, Store};
use crate::sql::exec;

/// How one connection is set up (SQLite).
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "they are the database's own switches")]
pub struct ConnectionSettings {
    /// Whether it is the one that writes.
    pub writes: bool,
    /// `wal`.
    pub journal_mode: String,
    /// 2 is FULL: a commit is on the disk before it returns.
    pub synchronous: i64,
    /// Whether references between tables are enforced.
    pub foreign_keys: bool,
    /// Whether functions named in a database file may run.
    pub trusted_schema: bool,
    /// Whether the connection refuses to write.
    pub query_only: bool,
    /// How long it waits for another process, in milliseconds.
    pub busy_timeout: i64,
}

/// Forgets which commands were done before a day: none of them will be sent again.
#[derive(Clone, Debug)]
pub struct ForgetCommands {
    /// In microseconds since 1970.
    pub before_day: i64,
}

impl Command for ForgetCommands {
    /// How many were forgotten.
    type Outcome = u64;

    async fn run(&self, tx: &mut Tx) -> Result<u64, StoreError> {
        exec!(&mut tx.conn, "DELETE FROM command_done WHERE created_day < $1", self.before_day)
    }
}

/// A write that leaves nothing behind, to see whether there is room again for the longest answer.
#[derive(Clone)]
#[cfg_attr(not(feature = "sqlite"), expect(dead_code, reason = "its statements are checked against both engines"))]
struct Probe;

impl Command for Probe {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        // 10,000 characters of four bytes.
        const LONGEST_ANSWER: usize = 40_000;
        let text = " ".repeat(LONGEST_ANSWER);
        exec!(&mut tx.conn, "INSERT INTO command_done (key, outcome, created_day) VALUES ('probe', $1, 0)", text)?;
        exec!(&mut tx.conn, "DELETE FROM command_done WHERE key = 'probe'")?;
        Ok(())
    }
}

impl Store {
    /// Whether the database answers, its tables are those of this program, and it can write as far as is known: if
    /// the last commit failed, another one is tried.
    ///
    /// # Errors
    /// What is wrong. [`StoreError::Inconsistent`] if the tables are older or newer than this program, or altered.
    pub async fn check(&self) -> Result<(), StoreError> {
        match self.pending_migrations().await {
            Ok(pending) if pending.is_empty() => {}
            Ok(_) => return Err(StoreError::Inconsistent { what: "the tables are older than this program" }),
            Err(MigrationError::Store(error)) => return Err(error),
            Err(_) => return Err(StoreError::Inconsistent { what: "the tables are not those of this program" }),
        }
        match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { writer, .. } if writer.is_saving() => Ok(()),
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { writer, .. } => writer.execute(Probe).await,
            #[cfg(feature = "postgres")]
            Backend::Postgres(pool) => {
                // A standby answers every read.
                const READ_ONLY: &str = "SELECT current_setting('transaction_read_only') = 'on'";
                let read_only: bool = sqlx::query_scalar(READ_ONLY).fetch_one(pool).await.map_err(driver)?;
                let source = || crate::Cause::from(Box::from("the server takes no writes: it is a standby or set so"));
                if read_only { Err(StoreError::NotSaved { source: source() }) } else { Ok(()) }
            }
        }
    }

    /// How the connections are set up: the writing one and every reading one that is open now. Empty on PostgreSQL.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn connection_settings(&self) -> Result<Vec<ConnectionSettings>, StoreError> {
        match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { write, read, .. } => {
                let mut settings = vec![settings(&mut *write.acquire().await.map_err(driver)?, true).await?];
                // Held together, so that none is asked twice.
                let mut readers = Vec::new();
                for _ in 0..read.options().get_max_connections() {
                    readers.push(read.acquire().await.map_err(driver)?);
                }
                for reader in &mut readers {
                    settings.push(self::settings(reader, false).await?);
                }
                Ok(settings)
            }
            #[cfg(feature = "postgres")]
            Backend::Postgres(_) => Ok(Vec::new()),
        }
    }
}

#[cfg(feature = "sqlite")]
async fn settings(connection: &mut sqlx::SqliteConnection, writes: bool) -> Result<ConnectionSettings, StoreError> {
    use sqlx::Row as _;

    let row = sqlx::query(
        "SELECT (SELECT journal_mode FROM pragma_journal_mode), (SELECT synchronous FROM pragma_synchronous),
            (SELECT foreign_keys FROM pragma_foreign_keys), (SELECT trusted_schema FROM pragma_trusted_schema),
            (SELECT query_only FROM pragma_query_only), (SELECT timeout FROM pragma_busy_timeout)",
    )
    .fetch_one(connection)
    .await
    .map_err(driver)?;
    Ok(ConnectionSettings {
        writes,
        journal_mode: row.try_get(0).map_err(driver)?,
        synchronous: row.try_get(1).map_err(driver)?,
        foreign_keys: row.try_get(2).map_err(driver)?,
        trusted_schema: row.try_get(3).map_err(driver)?,
        query_only: row.try_get(4).map_err(driver)?,
        busy_timeout: row.try_get(5).map_err(driver)?,
    })
}
