//! A PostgreSQL server.

use std::str::FromStr as _;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions as _, PgPool};

use super::{Backend, OpenError, Options, connect_error};

/// How long a page may wait for a free connection.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// What every connection is told. Nobody waits longer than a request may last, and a transaction that was forgotten
/// does not hold its locks for ever. An acknowledged answer is on the server's disk, whatever its default.
const SESSION: &str = "SET statement_timeout = '30s'; SET lock_timeout = '10s'; \
    SET idle_in_transaction_session_timeout = '60s'; \
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

pub(super) async fn open(url: &str, options: &Options) -> Result<Backend, OpenError> {
    let connection =
        PgConnectOptions::from_str(url).map_err(|error| OpenError::BadAddress { reason: error.to_string() })?;
    let pool = PgPoolOptions::new()
        .max_connections(options.connections)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .after_connect(|connection, _| {
            Box::pin(async move { sqlx::raw_sql(SESSION).execute(connection).await.map(drop) })
        })
        .connect_with(connection.application_name("plumbline").disable_statement_logging())
        .await
        .map_err(connect_error)?;
    check_text_order(&pool).await?;
    Ok(Backend::Postgres(pool))
}

/// Only with the order of code points do both engines sort and compare texts alike. Asked by example, since the name
/// of a collation says little where ICU or another server sorts.
async fn check_text_order(pool: &PgPool) -> Result<(), OpenError> {
    let (encoding, collation, by_code_point): (String, String, bool) = sqlx::query_as(
        "SELECT pg_encoding_to_char(encoding)::TEXT, datcollate::TEXT, 'Z' < 'a' AND 'a-c' < 'ab'
        FROM pg_database WHERE datname = current_database()",
    )
    .fetch_one(pool)
    .await
    .map_err(connect_error)?;
    if encoding == "UTF8" && by_code_point { Ok(()) } else { Err(OpenError::Collation { encoding, collation }) }
}
