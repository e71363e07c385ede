//! Migrations and readiness.

use store::{Engine, MigrationError, StoreError};

use crate::db::{Db, Postgres, Sqlite};
use crate::fixture::one;

pub async fn migrating_twice_does_nothing(Db { store, .. }: Db) {
    let person = one(&store).await;
    assert_eq!(store.pending_migrations().await.unwrap(), Vec::<String>::new());
    assert_eq!(store.migrate().await.unwrap().applied, Vec::<String>::new());
    assert!(person.response(&store).await.is_some());
    store.check().await.unwrap();
}

pub async fn a_fresh_database_is_not_ready(Db { store, .. }: Db) {
    async fn goes_through(db: Db) {
        let pending = db.store.pending_migrations().await.unwrap();
        assert!(!pending.is_empty());
        assert!(matches!(db.store.check().await, Err(StoreError::Inconsistent { .. })));
        // Several servers may start at once.
        let other = db.reopen().await;
        let (first, second) = tokio::join!(db.store.migrate(), other.migrate());
        assert!(first.is_ok() && second.is_ok(), "{first:?} {second:?}");
        assert!([first.unwrap(), second.unwrap()].iter().any(|report| report.applied == pending));
        db.store.check().await.unwrap();
        other.close().await;
        db.store.close().await;
    }
    match store.engine() {
        Engine::Sqlite => {
            let (db, _folder) = Sqlite::fresh().await;
            goes_through(db).await;
        }
        Engine::Postgres => {
            let db = Postgres::fresh().await;
            goes_through(db.clone()).await;
            Postgres::drop(&db.url).await;
        }
    }
}

pub async fn a_newer_database_is_refused(db: Db) {
    let from_the_future = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
        SELECT 99990101000000, 'from the future', success, checksum, 0 FROM _sqlx_migrations LIMIT 1";
    db.tamper(from_the_future).await;
    let refused = db.store.migrate().await.unwrap_err();
    assert!(matches!(refused, MigrationError::NewerDatabase { version: 99_990_101_000_000 }), "{refused:?}");
    assert!(refused.to_string().contains("newer version"), "{refused}");
    assert!(db.store.pending_migrations().await.is_err());
    assert!(matches!(db.store.check().await, Err(StoreError::Inconsistent { .. })));
}

pub async fn an_altered_migration_is_refused(db: Db) {
    let first = "(SELECT min(version) FROM _sqlx_migrations)";
    let byte = if db.store.engine() == Engine::Sqlite { "x'00'" } else { "'\\x00'" };
    db.tamper(&format!("UPDATE _sqlx_migrations SET checksum = {byte} WHERE version = {first}")).await;
    let refused = db.store.migrate().await.unwrap_err();
    assert!(matches!(refused, MigrationError::Altered { .. }), "{refused:?}");
    assert!(matches!(db.store.check().await, Err(StoreError::Inconsistent { .. })));
}

pub async fn a_closed_store_says_so(Db { store, .. }: Db) {
    let person = one(&store).await;
    store.close().await;
    store.close().await;
    assert!(matches!(store.snapshot().await, Err(StoreError::Unavailable { .. })));
    assert!(matches!(store.begin().await, Err(StoreError::Unavailable { .. })));
    assert!(matches!(store.execute(person.saving(&[])).await, Err(StoreError::Unavailable { .. })));
    assert!(matches!(store.check().await, Err(StoreError::Unavailable { .. })));
}
