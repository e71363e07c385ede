//! The limit of saving: rows of the same size in the same kind of database, without a server around it.

use std::path::Path;
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};

use crate::load::Load;

/// A database with a table of the history's shape: one of the two rows that a save writes.
pub struct Raw {
    connection: SqliteConnection,
    written: i64,
}

impl Raw {
    pub async fn open(path: &Path) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .disable_statement_logging();
        let mut connection = options.connect().await.unwrap();
        let table = "CREATE TABLE history (response_id BLOB NOT NULL, field TEXT NOT NULL, version INTEGER NOT NULL,
            value TEXT NOT NULL, changed_day INTEGER NOT NULL, PRIMARY KEY (response_id, field, version))
            STRICT, WITHOUT ROWID";
        sqlx::query(table).execute(&mut connection).await.unwrap();
        Self { connection, written: 0 }
    }

    /// Writes rows for `time`, so many a commit. What took is the commits.
    pub async fn write(&mut self, rows: usize, time: Duration) -> (f64, Load) {
        let mut took = Vec::new();
        let began = Instant::now();
        while began.elapsed() < time {
            let began = Instant::now();
            let mut transaction = self.connection.begin().await.unwrap();
            for _ in 0..rows {
                let (response, version) = (u128::from(self.written.unsigned_abs() % 64) << 64, self.written / 64);
                sqlx::query("INSERT INTO history VALUES ($1, $2, $3, $4, $5)")
                    .bind(&response.to_be_bytes()[..])
                    .bind("TE1-1")
                    .bind(version)
                    .bind("5")
                    .bind(1_795_392_000_000_000_i64)
                    .execute(&mut *transaction)
                    .await
                    .unwrap();
                self.written += 1;
            }
            transaction.commit().await.unwrap();
            took.push(began.elapsed());
        }
        let commits = Load::new(began.elapsed(), took);
        (commits.per_second * rows as f64, commits)
    }
}
