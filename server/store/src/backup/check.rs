//! Is a file a whole database of this program?

use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};

use super::error::{BackupError, failed};
use crate::migrate::known_and_unaltered;

pub(super) async fn open(path: &Path) -> Result<SqliteConnection, sqlx::Error> {
    SqliteConnectOptions::new()
        .filename(path)
        .pragma("trusted_schema", "OFF")
        .disable_statement_logging()
        .connect()
        .await
}

/// Whether a file is a whole database that this program understands.
pub(super) async fn check(path: &Path) -> Result<(), BackupError> {
    let bad = |reason: String| BackupError::Bad { path: path.to_owned(), reason };
    let mut connection = open(path).await.map_err(|error| bad(error.to_string()))?;
    let result = async {
        let found: String = sqlx::query_scalar("PRAGMA integrity_check(1)").fetch_one(&mut connection).await?;
        let dangling = sqlx::query("PRAGMA foreign_key_check").fetch_optional(&mut connection).await?;
        let applied: Vec<(i64, Vec<u8>)> =
            sqlx::query_as("SELECT version, checksum FROM _sqlx_migrations").fetch_all(&mut connection).await?;
        Ok::<_, sqlx::Error>((found, dangling.is_some(), applied))
    }
    .await;
    connection.close().await.map_err(failed)?;
    let (found, dangling, applied) = result.map_err(|error| bad(error.to_string()))?;
    if found != "ok" {
        return Err(bad(found));
    }
    if dangling {
        return Err(bad("a row refers to one that is not there".to_owned()));
    }
    Ok(known_and_unaltered(&schema::sqlite(), &applied)?)
}
