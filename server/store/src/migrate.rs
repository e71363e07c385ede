//! Bringing the tables to what this program needs.

use std::sync::Arc;

use sqlx::migrate::{MigrateError, Migrator};

use crate::error::{Cause, StoreError, driver};
use crate::open::{Backend, Store};

/// What [`Store::migrate`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationReport {
    /// The migrations that were applied now, oldest first, as `version description`.
    pub applied: Vec<String>,
}

/// Why the tables could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// A newer program has been here. Going on could lose what only it understands.
    #[error(
        "the database was made by a newer version of this program (it has migration {version}): install that version, \
         or restore a backup made before the update"
    )]
    NewerDatabase {
        /// A migration that this program does not know.
        version: i64,
    },
    /// A migration was edited after it had been applied.
    #[error(
        "migration {version} is not the one that was applied to this database: the program or the database was altered"
    )]
    Altered {
        /// The migration.
        version: i64,
    },
    /// A migration failed. The database is as it was before it.
    #[error("the tables could not be brought up to date")]
    Failed {
        /// What the driver said.
        #[source]
        source: Cause,
    },
    /// The database does not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Brings the tables up to date; does nothing if they are. On SQLite all or nothing, on PostgreSQL migration by
    /// migration; several servers may start at once.
    ///
    /// # Errors
    /// [`MigrationError::NewerDatabase`] if a newer program has used this database.
    pub async fn migrate(&self) -> Result<MigrationReport, MigrationError> {
        let applied = self.pending_migrations().await?;
        if applied.is_empty() {
            return Ok(MigrationReport { applied });
        }
        match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { write, .. } => {
                // One transaction around all: a second process waits here, then finds nothing left to do.
                let mut transaction = write.begin_with("BEGIN IMMEDIATE").await.map_err(driver)?;
                schema::sqlite().run(&mut *transaction).await.map_err(sort)?;
                transaction.commit().await.map_err(driver)?;
            }
            #[cfg(feature = "postgres")]
            Backend::Postgres(pool) => {
                let mut connection = pool.acquire().await.map_err(driver)?;
                // It may take longer than a request; and the driver serialises migrators by a lock of its own.
                let patience = sqlx::raw_sql("SET statement_timeout = 0; SET lock_timeout = 0");
                patience.execute(&mut *connection).await.map_err(driver)?;
                let done = schema::postgres().run(&mut *connection).await.map_err(sort);
                connection.close().await.map_err(driver)?;
                done?;
            }
        }
        Ok(MigrationReport { applied })
    }

    /// The migrations that this program would apply, oldest first, as `version description`.
    ///
    /// # Errors
    /// As [`Store::migrate`].
    pub async fn pending_migrations(&self) -> Result<Vec<String>, MigrationError> {
        let applied = self.applied().await?;
        let known = self.migrator();
        for (version, checksum) in &applied {
            match known.iter().find(|migration| migration.version == *version) {
                None => return Err(MigrationError::NewerDatabase { version: *version }),
                Some(migration) if *migration.checksum != **checksum => {
                    return Err(MigrationError::Altered { version: *version });
                }
                Some(_) => {}
            }
        }
        let is_applied = |version| applied.iter().any(|(applied, _)| *applied == version);
        let pending = known.iter().filter(|migration| !is_applied(migration.version));
        Ok(pending.map(|migration| format!("{} {}", migration.version, migration.description)).collect())
    }

    fn migrator(&self) -> Migrator {
        match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { .. } => schema::sqlite(),
            #[cfg(feature = "postgres")]
            Backend::Postgres(_) => schema::postgres(),
        }
    }

    /// Versions and checksums of the migrations in the database; none if nothing has ever been applied.
    async fn applied(&self) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
        const APPLIED: &str = "SELECT version, checksum FROM _sqlx_migrations ORDER BY version";
        match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { read, .. } => {
                const KNOWN: &str = "SELECT count(*) > 0 FROM sqlite_schema WHERE name = '_sqlx_migrations'";
                let known: bool = sqlx::query_scalar(KNOWN).fetch_one(read).await.map_err(driver)?;
                if known { sqlx::query_as(APPLIED).fetch_all(read).await } else { Ok(Vec::new()) }
            }
            #[cfg(feature = "postgres")]
            Backend::Postgres(pool) => {
                const KNOWN: &str = "SELECT to_regclass('_sqlx_migrations') IS NOT NULL";
                let known: bool = sqlx::query_scalar(KNOWN).fetch_one(pool).await.map_err(driver)?;
                if known { sqlx::query_as(APPLIED).fetch_all(pool).await } else { Ok(Vec::new()) }
            }
        }
        .map_err(driver)
    }
}

fn sort(error: MigrateError) -> MigrationError {
    match error {
        // Somebody was quicker since we looked.
        MigrateError::VersionMissing(version) => MigrationError::NewerDatabase { version },
        MigrateError::VersionMismatch(version) => MigrationError::Altered { version },
        MigrateError::Execute(error) => MigrationError::Store(driver(error)),
        other => MigrationError::Failed { source: Arc::new(other) },
    }
}
