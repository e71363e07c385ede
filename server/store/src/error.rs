//! What can go wrong with the database, and whose fault it is.

use std::error::Error;
use std::sync::Arc;

/// The driver's own error, for the log. Shared, because one failed commit answers many.
pub type Cause = Arc<dyn Error + Send + Sync + 'static>;

/// Why a read or a command failed. Nothing of it was saved.
///
/// Finding nothing is no error: look-ups give `None`, and commands have an outcome for it.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// The database does not answer, or not as it should.
    #[error("the database is not available")]
    Unavailable {
        /// What the driver said.
        #[source]
        source: Cause,
    },
    /// The database answers, but cannot write: the disk is full or the file or server is read-only. Trying again
    /// helps as soon as that is mended; no restart is needed.
    #[error("not saved: the disk is full or the database is read-only")]
    NotSaved {
        /// What the driver said.
        #[source]
        source: Cause,
    },
    /// The rows contradict each other, or what was to be stored cannot be.
    #[error("inconsistent data: {what}")]
    Inconsistent {
        /// What is wrong, without any answer's text.
        what: &'static str,
    },
    /// A statement touched another number of rows than it must.
    #[error("{actual} rows were changed instead of {expected}")]
    WrongCount {
        /// Rows that had to change.
        expected: u64,
        /// Rows that did.
        actual: u64,
    },
    /// Too much is waiting to be written. Trying again a little later helps.
    #[error("too many writes are waiting")]
    Busy,
}

impl StoreError {
    /// Whether the same command may well succeed when it is simply run again: another transaction was in the way, or
    /// the connection was lost (a new leader will take over).
    #[cfg(feature = "postgres")]
    pub(crate) fn is_transient(&self) -> bool {
        let Self::Unavailable { source } = self else { return false };
        match source.downcast_ref::<sqlx::Error>() {
            Some(sqlx::Error::Database(error)) => error.code().is_some_and(|code| {
                // Serialisation failure, deadlock; connection lost; server going down or coming up.
                matches!(&*code, "40001" | "40P01" | "57P01" | "57P02" | "57P03") || is_connection_class(&code)
            }),
            Some(sqlx::Error::Io(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed) => true,
            _ => false,
        }
    }
}

/// SQLSTATE class 08. SQLite's codes are bare decimal numbers of other lengths.
#[cfg(feature = "postgres")]
fn is_connection_class(code: &str) -> bool {
    code.len() == 5 && code.starts_with("08")
}

/// Sorts a driver's error.
pub(crate) fn driver(error: sqlx::Error) -> StoreError {
    let kind = match &error {
        sqlx::Error::Database(error) => error.code().map_or(Kind::Unavailable, |code| kind_of(&code)),
        sqlx::Error::PoolTimedOut => Kind::Busy,
        sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => Kind::Undecodable,
        _ => Kind::Unavailable,
    };
    match kind {
        Kind::NotSaved => StoreError::NotSaved { source: Arc::new(error) },
        Kind::Unavailable => StoreError::Unavailable { source: Arc::new(error) },
        Kind::Busy => StoreError::Busy,
        Kind::Undecodable => StoreError::Inconsistent { what: "a stored value is not of its column's type" },
    }
}

enum Kind {
    NotSaved,
    Unavailable,
    Busy,
    Undecodable,
}

/// Sorts a code: five characters from PostgreSQL, an extended result code in decimal from SQLite.
fn kind_of(code: &str) -> Kind {
    const SQLITE_BUSY: u32 = 5;
    const SQLITE_READONLY: u32 = 8;
    const SQLITE_FULL: u32 = 13;
    // Writing, syncing, truncating, and growing the shared memory of the write-ahead log.
    const SQLITE_IOERR_OF_WRITES: [u32; 5] = [778, 1034, 1290, 1546, 4874];
    match code {
        // Disk full; read-only transaction (a standby).
        "53100" | "25006" => Kind::NotSaved,
        _ if code.len() == 5 => Kind::Unavailable,
        // The low byte of an extended code is the primary one.
        _ => match code.parse::<u32>() {
            Ok(code) if SQLITE_IOERR_OF_WRITES.contains(&code) => Kind::NotSaved,
            Ok(code) if matches!(code & 0xff, SQLITE_READONLY | SQLITE_FULL) => Kind::NotSaved,
            Ok(code) if code & 0xff == SQLITE_BUSY => Kind::Busy,
            _ => Kind::Unavailable,
        },
    }
}

/// Asks for exactly one row to have changed.
pub(crate) fn one(actual: u64) -> Result<(), StoreError> {
    if actual == 1 { Ok(()) } else { Err(StoreError::WrongCount { expected: 1, actual }) }
}

/// Refuses text with a NUL, which one of the engines cannot hold.
pub(crate) fn storable(text: &str) -> Result<(), StoreError> {
    if text.contains('\0') { Err(StoreError::Inconsistent { what: "text with a NUL character" }) } else { Ok(()) }
}
