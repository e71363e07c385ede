//! The only code that knows how a statement meets two engines.
//!
//! Each macro takes a connection, one SQL text in the words that both engines share, and the values of `$1`, `$2`
//! and so on; it is checked against both engines' tables when the crate is compiled. The data of those checks lie in
//! `.sqlx` under a hash of the text, so the text for PostgreSQL has a blank more.
//!
//! Each statement is told to `tracing` under the target `store::statement`, with its text and never its values: that is
//! how many a page needs.

/// Runs a statement; the number of rows that it touched.
macro_rules! exec {
    ($conn:expr, $sql:literal $(, $arg:expr)* $(,)?) => {{
        $crate::sql::tell(const { $crate::sql::lasting($sql) });
        match $conn {
            #[cfg(feature = "sqlite")]
            $crate::conn::Conn::Sqlite(c) => {
                sqlx::query!($sql $(, $arg)*).execute(&mut **c).await.map(|done| done.rows_affected())
            }
            #[cfg(feature = "postgres")]
            $crate::conn::Conn::Postgres(c) => {
                sqlx::query!($sql + " " $(, $arg)*).execute(&mut **c).await.map(|done| done.rows_affected())
            }
        }
        .map_err($crate::error::driver)
    }};
}

/// Reads rows into a struct whose fields bear the columns' names.
macro_rules! rows {
    ($conn:expr, $row:path, $sql:literal $(, $arg:expr)* $(,)?) => {{
        $crate::sql::tell(const { $crate::sql::lasting($sql) });
        match $conn {
            #[cfg(feature = "sqlite")]
            $crate::conn::Conn::Sqlite(c) => sqlx::query_as!($row, $sql $(, $arg)*).fetch_all(&mut **c).await,
            #[cfg(feature = "postgres")]
            $crate::conn::Conn::Postgres(c) => sqlx::query_as!($row, $sql + " " $(, $arg)*).fetch_all(&mut **c).await,
        }
        .map_err($crate::error::driver)
    }};
}

/// Reads one value: that of the first row, if there is one.
macro_rules! value {
    ($conn:expr, $sql:literal $(, $arg:expr)* $(,)?) => {{
        $crate::sql::tell(const { $crate::sql::lasting($sql) });
        match $conn {
            #[cfg(feature = "sqlite")]
            $crate::conn::Conn::Sqlite(c) => sqlx::query_scalar!($sql $(, $arg)*).fetch_optional(&mut **c).await,
            #[cfg(feature = "postgres")]
            $crate::conn::Conn::Postgres(c) => {
                sqlx::query_scalar!($sql + " " $(, $arg)*).fetch_optional(&mut **c).await
            }
        }
        .map_err($crate::error::driver)
    }};
}

/// The statement, unless it has a bare `LIMIT $1`: then the crate does not compile.
///
/// SQLite looks at the value behind one and so prepares the statement anew at each run, which takes as long as running it. It
/// does not look through `LIMIT CAST($1 AS BIGINT)`. A `LIKE $1` and a value compared with what a partial index names have the
/// same effect, and are left where they are needed.
pub(crate) const fn lasting(sql: &'static str) -> &'static str {
    assert!(!contains(sql.as_bytes(), b"LIMIT $"), "write LIMIT CAST($1 AS BIGINT)");
    sql
}

const fn contains(text: &[u8], part: &[u8]) -> bool {
    let mut at = 0;
    while at + part.len() <= text.len() {
        let mut same = 0;
        while same < part.len() && text[at + same] == part[same] {
            same += 1;
        }
        if same == part.len() {
            return true;
        }
        at += 1;
    }
    false
}

/// Says that a statement is run.
pub(crate) fn tell(sql: &'static str) {
    tracing::trace!(target: "store::statement", sql);
}

pub(crate) use {exec, rows, value};
