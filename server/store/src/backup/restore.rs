//! Going back to a backup.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions as _, Connection as _};

use super::check::check;
use super::error::{BackupError, at, failed};
use super::{beside, copy, flush_folder, free_name};

/// Files that SQLite keeps beside a database: beside another one they would spoil it.
const SIDE_FILES: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Puts a backup in the place of the database at `url` (`sqlite://PATH`). The former file stays beside it: its path,
/// unless there was none.
///
/// No server may have the database open. It is not migrated: the next start does that.
///
/// # Errors
/// [`BackupError`]; the database is then what it was.
pub async fn restore(url: &str, from: &Path) -> Result<Option<PathBuf>, BackupError> {
    if !url.starts_with("sqlite:") {
        return Err(BackupError::NotSqlite);
    }
    let database = crate::open::path_of(url)?;
    // A link must go on pointing where it does.
    let database = fs::canonicalize(&database).unwrap_or(database);
    File::open(from).map_err(at(from))?;
    check(from).await?;
    if database.exists() {
        alone(&database).await?;
    } else {
        crate::open::make_folder(&database)?;
    }
    let fresh = free_name(&database, ".restored");
    // The backup itself stays where it is: it may lie on another disk, and be needed again.
    copy(from, &fresh).await?;
    let placed = put_in_place(&database, &fresh);
    if placed.is_err() {
        drop(fs::remove_file(&fresh));
    }
    placed
}

/// Gives the former file a second name, and its own name to the new one: in one step, so that there is a database
/// under that name at every moment.
fn put_in_place(database: &Path, fresh: &Path) -> Result<Option<PathBuf>, BackupError> {
    let kept = free_name(database, ".before-restore");
    let existed = database.exists();
    if existed {
        // Not every file system knows second names.
        fs::hard_link(database, &kept).or_else(|_| fs::copy(database, &kept).map(drop)).map_err(at(&kept))?;
    }
    for ending in SIDE_FILES {
        let left = beside(database, ending);
        if left.exists() {
            fs::rename(&left, beside(&kept, ending)).map_err(at(&left))?;
        }
    }
    fs::rename(fresh, database).map_err(at(database))?;
    flush_folder(database)?;
    Ok(existed.then_some(kept))
}

/// Leaves WAL mode: that empties the log into the file, and works only for who is alone with it. A file that is no
/// database has no log.
async fn alone(database: &Path) -> Result<(), BackupError> {
    const BUSY: &str = "5";
    const NOT_A_DATABASE: &str = "26";
    let connecting = SqliteConnectOptions::new()
        .filename(database)
        .journal_mode(SqliteJournalMode::Delete)
        .busy_timeout(Duration::from_millis(500))
        .disable_statement_logging();
    match connecting.connect().await {
        Ok(connection) => connection.close().await.map_err(failed),
        Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(BUSY) => Err(BackupError::InUse),
        Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(NOT_A_DATABASE) => Ok(()),
        Err(error) => Err(failed(error)),
    }
}
