//! What can go wrong with copies of the database.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::Cause;
use crate::migrate::MigrationError;
use crate::open::OpenError;

/// Why there is no backup, or why the database is still the one it was.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database is PostgreSQL's.
    #[error("this works on SQLite only: use pg_dump and pg_restore for a PostgreSQL server")]
    NotSqlite,
    /// There is a file already where the backup should go.
    #[error("{} exists already: name a new file", path.display())]
    Exists {
        /// That file.
        path: PathBuf,
    },
    /// The file is no database of this program, or a damaged one.
    #[error("{} is no whole database of this program: {reason}", path.display())]
    Bad {
        /// That file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The file was written by a newer or an altered program.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// The address of the database cannot be used.
    #[error(transparent)]
    Address(#[from] OpenError),
    /// A server has the database open.
    #[error("the database is in use: stop the server first")]
    InUse,
    /// A file could not be read, written or moved.
    #[error("{} cannot be read, written or moved", path.display())]
    File {
        /// That file.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The copy could not be made.
    #[error("the copy could not be made")]
    Failed {
        /// What the driver said.
        #[source]
        source: Cause,
    },
}

pub(super) fn failed(error: sqlx::Error) -> BackupError {
    BackupError::Failed { source: Arc::new(error) }
}

pub(super) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> BackupError {
    let path = path.to_owned();
    move |source| BackupError::File { path, source }
}
