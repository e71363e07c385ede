//! Bringing the tables to what this program needs.

use std::path::PathBuf;
use std::sync::Arc;

use sqlx::migrate::{MigrateError, Migrator};

use crate::error::{Cause, StoreError, driver};
use crate::open::{Backend, Store};

/// What [`Store::migrate`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationReport {
    /// The migrations that were applied now, oldest first, as `version description`.
    pub applied: Vec<String>,
    /// Where the database as it was before lies now; `None` if it was new, nothing was applied, or a server's.
    pub backup: Option<PathBuf>,
}

/// Version and checksum of a migration in the database.
pub(crate) type Applied = (i64, Vec<u8>);

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
    /// The backup before the update could not be made, so nothing was changed.
    #[error("no backup could be made before the update, so nothing was changed")]
    NoBackup {
        /// What went wrong.
        #[source]
        source: Cause,
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
    /// Brings the tables up to date; does nothing if they are. On SQLite all or nothing, with a backup beside the
    /// database before anything is changed; on PostgreSQL migration by migration. Several servers may start at once.
    ///
    /// # Errors
    /// [`MigrationError::NewerDatabase`] if a newer program has used this database.
    pub async fn migrate(&self) -> Result<MigrationReport, MigrationError> {
        self.migrate_to(&self.migrator()).await
    }

    async fn migrate_to(&self, known: &Migrator) -> Result<MigrationReport, MigrationError> {
        let before = self.applied().await?;
        let applied = pending(known, &before)?;
        if applied.is_empty() {
            return Ok(MigrationReport { applied, backup: None });
        }
        let backup = match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { write, .. } => {
                let backup = match before.last() {
                    Some((version, _)) => Some(copy_aside(write, *version).await?),
                    None => None,
                };
                // One transaction around all: a second process waits here, then finds nothing left to do.
                let mut transaction = write.begin_with("BEGIN IMMEDIATE").await.map_err(driver)?;
                known.run(&mut *transaction).await.map_err(sort)?;
                transaction.commit().await.map_err(driver)?;
                backup
            }
            #[cfg(feature = "postgres")]
            Backend::Postgres(pool) => {
                let mut connection = pool.acquire().await.map_err(driver)?;
                // It may take longer than a request; and the driver serialises migrators by a lock of its own.
                let patience = sqlx::raw_sql("SET statement_timeout = 0; SET lock_timeout = 0");
                patience.execute(&mut *connection).await.map_err(driver)?;
                let done = known.run(&mut *connection).await.map_err(sort);
                connection.close().await.map_err(driver)?;
                done?;
                None
            }
        };
        Ok(MigrationReport { applied, backup })
    }

    /// The migrations that this program would apply, oldest first, as `version description`.
    ///
    /// # Errors
    /// As [`Store::migrate`].
    pub async fn pending_migrations(&self) -> Result<Vec<String>, MigrationError> {
        pending(&self.migrator(), &self.applied().await?)
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
    async fn applied(&self) -> Result<Vec<Applied>, StoreError> {
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

/// Copies the database, whose newest migration is `version`, to a file beside it.
#[cfg(feature = "sqlite")]
async fn copy_aside(write: &sqlx::SqlitePool, version: i64) -> Result<PathBuf, MigrationError> {
    let options = write.connect_options();
    let to = crate::backup::free_name(options.get_filename(), &format!(".before-update-{version}"));
    let copied = crate::backup::copy(options.get_filename(), &to).await;
    copied.map_err(|error| MigrationError::NoBackup { source: Arc::new(error) })?;
    Ok(to)
}

/// Refuses migrations in the database that are not those of the program.
pub(crate) fn known_and_unaltered(known: &Migrator, applied: &[Applied]) -> Result<(), MigrationError> {
    for (version, checksum) in applied {
        let version = *version;
        match known.iter().find(|migration| migration.version == version) {
            None => return Err(MigrationError::NewerDatabase { version }),
            Some(migration) if *migration.checksum != **checksum => return Err(MigrationError::Altered { version }),
            Some(_) => {}
        }
    }
    Ok(())
}

/// Those of the program that are not in the database, as `version description`.
fn pending(known: &Migrator, applied: &[Applied]) -> Result<Vec<String>, MigrationError> {
    known_and_unaltered(known, applied)?;
    let is_applied = |version| applied.iter().any(|(applied, _)| *applied == version);
    let pending = known.iter().filter(|migration| !is_applied(migration.version));
    Ok(pending.map(|migration| format!("{} {}", migration.version, migration.description)).collect())
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

#[cfg(all(test, feature = "sqlite"))]
mod tests {
    use sqlx::SqlSafeStr as _;
    use sqlx::migrate::{Migration, MigrationType, Migrator};

    use crate::{MigrationError, Store};

    fn with_one_more(sql: &'static str) -> Migrator {
        let next = Migration::new(99_990_101_000_000, "next".into(), MigrationType::Simple, sql.into_sql_str(), false);
        Migrator::with_migrations(schema::sqlite().iter().cloned().chain([next]).collect())
    }

    #[tokio::test]
    async fn an_update_leaves_a_backup_that_can_be_restored() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        let store = Store::open(&url).await.unwrap();
        assert_eq!(store.migrate().await.unwrap().backup, None);
        let report = store.migrate_to(&with_one_more("CREATE TABLE further (id INTEGER)")).await.unwrap();
        assert_eq!(report.applied, ["99990101000000 next"]);
        let backup = report.backup.unwrap();
        assert!(matches!(store.migrate().await, Err(MigrationError::NewerDatabase { .. })));
        store.close().await;
        crate::restore(&url, &backup).await.unwrap();
        let store = Store::open(&url).await.unwrap();
        store.check().await.unwrap();
    }

    #[tokio::test]
    async fn a_failed_update_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&format!("sqlite://{}", folder.path().join("test.db").display())).await.unwrap();
        store.migrate().await.unwrap();
        let broken = with_one_more("CREATE TABLE further (id INTEGER); INSERT INTO nowhere VALUES (1)");
        assert!(matches!(store.migrate_to(&broken).await, Err(MigrationError::Failed { .. })));
        store.check().await.unwrap();
        let mended = with_one_more("CREATE TABLE further (id INTEGER)");
        assert_eq!(store.migrate_to(&mended).await.unwrap().applied.len(), 1);
    }
}
