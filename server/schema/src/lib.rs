//! The database's tables: one folder of migrations for both engines.
//!
//! A crate without queries, because the tables must stand before the queries of `store` can be compiled.
//!
//! To add a migration: a new file `migrations/YYYYMMDDhhmmss_what_it_does.sql` with a header that says why, in
//! PostgreSQL's type words (`UUID BOOLEAN BIGINT "DOUBLE PRECISION" TEXT`), `NOT NULL` on every key, and each table's
//! closing `);` on a line of its own (with `-- without rowid` behind it where the order of insertion would tell
//! something). Then `cargo xtask prepare`. A file that was released is never edited again.

mod translate;

use sqlx::migrate::{Migration, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr as _};

/// The files as they stand in `/migrations`.
static ORIGINAL: Migrator = sqlx::migrate!("../../migrations");

/// The migrations for PostgreSQL: the files as they are.
#[must_use]
pub fn postgres() -> Migrator {
    Migrator::with_migrations(ORIGINAL.iter().cloned().collect())
}

/// The migrations for SQLite: translated to STRICT tables. Checksums are those of the original text, so that an
/// improved translation is not taken for an edited migration.
#[must_use]
pub fn sqlite() -> Migrator {
    let translated = |migration: &Migration| {
        let sql = translate::to_sqlite(migration.sql.as_str());
        // Safe: the text comes from files that are part of the program.
        Migration { sql: AssertSqlSafe(sql).into_sql_str(), ..migration.clone() }
    };
    Migrator::with_migrations(ORIGINAL.iter().map(translated).collect())
}
