//! Opening a database by its address.

#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;

use std::path::PathBuf;
use std::sync::Arc;

use crate::conn::{Conn, Snapshot, Tx};
use crate::error::{Cause, StoreError, driver};
#[cfg(feature = "sqlite")]
use crate::writer::Writer;
#[cfg(feature = "sqlite")]
pub(crate) use sqlite::{create_private, make_folder, path_of};

/// Which database stands behind a [`Store`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The embedded one: a file.
    Sqlite,
    /// A PostgreSQL server, or what speaks its protocol.
    Postgres,
}

/// Limits of a store. The defaults are meant for production.
#[derive(Clone, Debug)]
pub struct Options {
    /// Connections that read at the same time (and, on PostgreSQL, write).
    pub connections: u32,
    /// Commands that may wait for the writer before [`StoreError::Busy`] is the answer (SQLite).
    pub queue: usize,
    /// Largest size of the database file in pages of 4 KiB; `None` for as much as the disk holds (SQLite).
    pub max_pages: Option<u32>,
    /// The counter-example of the test of power loss, and of no use else: commits return before they are on the disk
    /// (SQLite). No setting, address or argument of the program leads here.
    #[doc(hidden)]
    pub loses_commits_without_power: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { connections: 8, queue: 1_000, max_pages: None, loses_commits_without_power: false }
    }
}

/// The database. Cheap to clone; all clones share connections and writer.
#[derive(Clone)]
pub struct Store {
    pub(crate) backend: Arc<Backend>,
}

pub(crate) enum Backend {
    #[cfg(feature = "sqlite")]
    Sqlite {
        /// One connection: SQLite has one writer at a time, and here it queues where it can be seen.
        write: sqlx::SqlitePool,
        /// Opened read-only.
        read: sqlx::SqlitePool,
        writer: Writer,
    },
    #[cfg(feature = "postgres")]
    Postgres(sqlx::PgPool),
}

/// Why a database could not be opened. Each message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address is of no known kind.
    #[error("{url:?} is no database address: write sqlite://PATH or postgres://USER:PASSWORD@HOST/DATABASE")]
    Address {
        /// The address up to its first colon: what follows may hold a password.
        url: String,
    },
    /// The rest of the address cannot be understood.
    #[error("the database address cannot be used: {reason}")]
    BadAddress {
        /// What is wrong with it.
        reason: String,
    },
    /// The program was built without this engine.
    #[error("this build has no support for {engine:?}")]
    NotBuilt {
        /// The engine that was asked for.
        engine: Engine,
    },
    /// The folder or file could not be made.
    #[error("{} cannot be made or opened: check that the folder exists and may be written by this user", path.display())]
    File {
        /// The database's file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The database did not let us in.
    #[error("the database cannot be opened: check its address, that it runs and that this user may enter")]
    Connect {
        /// What the driver said.
        #[source]
        source: Cause,
    },
    /// The SQLite that was linked can corrupt databases.
    #[error("SQLite {found} can corrupt a database in WAL mode: 3.51.3 or newer is needed")]
    OldSqlite {
        /// The linked version.
        found: String,
    },
    /// Texts would be sorted and compared in another way than on SQLite.
    #[error(
        "the database does not sort texts by code point in UTF-8 (its encoding is {encoding}, its collation {collation}): \
         make one with CREATE DATABASE plumbline TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'"
    )]
    Collation {
        /// The server's encoding of this database.
        encoding: String,
        /// Its collation.
        collation: String,
    },
}

impl Store {
    /// Opens `sqlite://PATH`, `postgres://...` or `postgresql://...`.
    ///
    /// A SQLite file is made if it is not there, for this user's eyes only (file 0600, a new folder 0700); PATH is
    /// taken as it stands, relative to the working folder unless it begins with a slash. Tables are not made: that is
    /// [`Store::migrate`].
    ///
    /// Must be called inside a tokio runtime: the writer is a task of it.
    ///
    /// # Errors
    /// [`OpenError`], with words for who runs the server.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        Self::open_with(url, &Options::default()).await
    }

    /// [`Store::open`] with other limits.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_with(url: &str, options: &Options) -> Result<Self, OpenError> {
        let scheme = url.split_once(':').map_or(url, |(scheme, _)| scheme);
        let backend = match scheme {
            #[cfg(feature = "sqlite")]
            "sqlite" => sqlite::open(url, options).await?,
            #[cfg(not(feature = "sqlite"))]
            "sqlite" => return Err(OpenError::NotBuilt { engine: Engine::Sqlite }),
            #[cfg(feature = "postgres")]
            "postgres" | "postgresql" => postgres::open(url, options).await?,
            #[cfg(not(feature = "postgres"))]
            "postgres" | "postgresql" => return Err(OpenError::NotBuilt { engine: Engine::Postgres }),
            other => return Err(OpenError::Address { url: other.to_owned() }),
        };
        Ok(Self { backend: Arc::new(backend) })
    }

    /// Which database this is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { .. } => Engine::Sqlite,
            #[cfg(feature = "postgres")]
            Backend::Postgres(_) => Engine::Postgres,
        }
    }

    /// A consistent view for reading.
    ///
    /// # Errors
    /// [`StoreError::Busy`] if no connection became free in time, [`StoreError::Unavailable`].
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        let conn = match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { read, .. } => Conn::Sqlite(read.begin().await.map_err(driver)?),
            #[cfg(feature = "postgres")]
            Backend::Postgres(pool) => Conn::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY").await.map_err(driver)?,
            ),
        };
        Ok(Snapshot { conn })
    }

    /// A write transaction. On SQLite it has the only writing connection: commands wait until it ends.
    ///
    /// # Errors
    /// As [`Store::snapshot`], and [`StoreError::NotSaved`] if the database is read-only.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { write, .. } => Tx::immediate(write).await,
            #[cfg(feature = "postgres")]
            Backend::Postgres(pool) => Tx::on_postgres(pool).await,
        }
    }

    /// Ends all work: waits for the writer to commit what was queued, empties the write-ahead log into the database
    /// file and closes the connections. Later calls fail with [`StoreError::Unavailable`].
    pub async fn close(&self) {
        match &*self.backend {
            #[cfg(feature = "sqlite")]
            Backend::Sqlite { write, read, writer } => {
                writer.finish().await;
                read.close().await;
                sqlite::empty_log(write).await;
                write.close().await;
            }
            #[cfg(feature = "postgres")]
            Backend::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    #[cfg(feature = "sqlite")]
    pub(crate) async fn immediate(pool: &sqlx::SqlitePool) -> Result<Self, StoreError> {
        // IMMEDIATE takes the lock now: a transaction that reads first and then wants to write could find the
        // database changed under it, and fail.
        let transaction = pool.begin_with("BEGIN IMMEDIATE").await.map_err(driver)?;
        Ok(Self(Snapshot { conn: Conn::Sqlite(transaction) }))
    }

    #[cfg(feature = "postgres")]
    pub(crate) async fn on_postgres(pool: &sqlx::PgPool) -> Result<Self, StoreError> {
        Ok(Self(Snapshot { conn: Conn::Postgres(pool.begin().await.map_err(driver)?) }))
    }
}

pub(crate) fn connect_error(error: sqlx::Error) -> OpenError {
    OpenError::Connect { source: Arc::new(error) }
}
