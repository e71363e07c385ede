//! The embedded database: a file, one writing connection and several that only read.

use std::fs::{DirBuilder, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqlitePool};

use super::{Backend, OpenError, Options, connect_error};
use crate::writer::Writer;

/// Older versions have the WAL-reset bug, which can corrupt a database.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];

/// How long another process (a backup, say) may hold the lock before a write is given up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a page may wait for a free connection.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

pub(super) async fn open(url: &str, options: &Options) -> Result<Backend, OpenError> {
    let path = path_of(url)?;
    make_file(&path)?;

    let write = pool(1, connection(&path, options)).await?;
    let version: String =
        sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&write).await.map_err(connect_error)?;
    if !recent_enough(&version) {
        return Err(OpenError::OldSqlite { found: version });
    }
    // Only now is the file in WAL mode, which a reader cannot bring about.
    let reader = connection(&path, options).read_only(true).pragma("query_only", "ON");
    let read = pool(options.connections, reader).await?;
    let writer = Writer::start(write.clone(), options.queue);
    Ok(Backend::Sqlite { write, read, writer })
}

/// Rows that may wait for whoever asked. With fewer, reading a page of a large table goes back and forth between two
/// threads.
const ROWS_IN_HAND: usize = 2_048;

fn connection(path: &Path, options: &Options) -> SqliteConnectOptions {
    let safe = !options.loses_commits_without_power;
    let mut connection = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        // Acknowledged means on the disk, also when the power fails.
        .synchronous(if safe { SqliteSynchronous::Full } else { SqliteSynchronous::Normal })
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
        // A prepared file cannot make us run its functions.
        .pragma("trusted_schema", "OFF")
        .row_buffer_size(ROWS_IN_HAND)
        .disable_statement_logging();
    if let Some(pages) = options.max_pages {
        connection = connection.pragma("max_page_count", pages.to_string());
    }
    connection
}

async fn pool(size: u32, connection: SqliteConnectOptions) -> Result<SqlitePool, OpenError> {
    SqlitePoolOptions::new()
        .max_connections(size)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        // When the disk is full SQLite may roll back by itself, and the driver goes on believing in a transaction:
        // such a connection could never begin another one.
        .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
        .connect_with(connection)
        .await
        .map_err(connect_error)
}

pub(crate) fn path_of(url: &str) -> Result<PathBuf, OpenError> {
    let bad = |reason: &str| OpenError::BadAddress { reason: reason.to_owned() };
    let path = url.strip_prefix("sqlite:").unwrap_or(url);
    let path = path.strip_prefix("//").unwrap_or(path);
    match path {
        "" => Err(bad("sqlite:// needs the path of a file behind it")),
        ":memory:" => Err(bad("a database in memory would lose every answer: give the path of a file")),
        _ if path.contains('?') => Err(bad("a SQLite address takes no parameters: leave out what begins with ?")),
        _ => Ok(PathBuf::from(path)),
    }
}

/// Makes the file and its folder unless they are there.
fn make_file(path: &Path) -> Result<(), OpenError> {
    make_folder(path)?;
    match create_private(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map_err(|source| OpenError::File { path: path.to_owned(), source }),
    }
}

/// Makes the folder that a file is to lie in, open to this user alone.
pub(crate) fn make_folder(of: &Path) -> Result<(), OpenError> {
    let Some(folder) = of.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|source| OpenError::File { path: folder.to_owned(), source })
}

/// Makes a new, empty file, readable by this user alone. SQLite gives its side files the same rights.
pub(crate) fn create_private(path: &Path) -> std::io::Result<()> {
    let mut file = OpenOptions::new();
    file.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    file.open(path).map(drop)
}

fn recent_enough(version: &str) -> bool {
    let parts: Vec<u32> = version.split('.').map_while(|part| part.parse().ok()).collect();
    parts.as_slice() >= OLDEST_SQLITE.as_slice()
}

/// Moves the write-ahead log into the file, so that a copy of the file alone is whole.
pub(super) async fn empty_log(pool: &SqlitePool) {
    if let Err(error) = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(pool).await {
        tracing::warn!(%error, "the write-ahead log stays beside the database; nothing is lost");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_before_the_repair_are_refused() {
        for (version, good) in
            [("3.46.0", false), ("3.51.2", false), ("3.51.3", true), ("3.52.0", true), ("4.0.0", true), ("?", false)]
        {
            assert_eq!(recent_enough(version), good, "{version}");
        }
    }

    #[test]
    fn the_path_is_taken_as_it_stands() {
        for (url, path) in [
            ("sqlite://data/plumbline.db", "data/plumbline.db"),
            ("sqlite:///var/lib/a b.db", "/var/lib/a b.db"),
            ("sqlite:x%20y.db", "x%20y.db"),
        ] {
            assert_eq!(path_of(url).unwrap(), PathBuf::from(path));
        }
        for bad in ["sqlite:", "sqlite://", "sqlite::memory:", "sqlite://a.db?mode=ro"] {
            assert!(path_of(bad).is_err(), "{bad}");
        }
    }
}
