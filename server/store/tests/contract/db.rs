//! A database of its own for every test.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, SqliteConnection};
use store::Store;
use tempfile::TempDir;

/// What a case gets: the store with its tables made, and ways around it.
#[derive(Clone)]
pub struct Db {
    pub store: Store,
    pub url: String,
}

impl Db {
    /// Another store on the same database.
    pub async fn reopen(&self) -> Store {
        Store::open(&self.url).await.unwrap()
    }

    /// Runs SQL that the store would never run.
    pub async fn tamper(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        if self.url.starts_with("sqlite:") {
            let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
            connection.execute(sql).await.unwrap();
            connection.close().await.unwrap();
        } else {
            let mut connection = PgConnection::connect(&self.url).await.unwrap();
            connection.execute(sql).await.unwrap();
            connection.close().await.unwrap();
        }
    }
}

/// A file in a folder of its own.
pub struct Sqlite;

impl Sqlite {
    /// A database without tables.
    pub async fn fresh() -> (Db, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("test.db").display());
        (Db { store: Store::open(&url).await.unwrap(), url }, folder)
    }

    pub async fn test<F: Future<Output = ()>>(case: impl FnOnce(Db) -> F) {
        let (db, _folder) = Self::fresh().await;
        db.store.migrate().await.unwrap();
        case(db.clone()).await;
        db.store.close().await;
    }
}

/// A database on the server that the tests were given.
pub struct Postgres;

static NUMBER: AtomicU32 = AtomicU32::new(0);

impl Postgres {
    async fn server() -> (PgConnection, String) {
        let url = std::env::var("PLUMBLINE_TEST_POSTGRES")
            .expect("these tests need a PostgreSQL server: run `make test`, or cargo xtask postgres -- cargo test");
        let base = url.rsplit_once('/').unwrap().0.to_owned();
        (PgConnection::connect(&url).await.unwrap(), base)
    }

    /// Makes an empty database with these options of CREATE DATABASE; its address.
    pub async fn create(options: &str) -> String {
        let (mut server, base) = Self::server().await;
        let name = format!("test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        server.execute(AssertSqlSafe(format!("CREATE DATABASE {name} {options}"))).await.unwrap();
        format!("{base}/{name}")
    }

    pub async fn drop(url: &str) {
        let (mut server, _) = Self::server().await;
        let name = url.rsplit_once('/').unwrap().1;
        server.execute(AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"))).await.unwrap();
    }

    /// A database without tables.
    pub async fn fresh() -> Db {
        let url = Self::create("").await;
        Db { store: Store::open(&url).await.unwrap(), url }
    }

    pub async fn test<F: Future<Output = ()>>(case: impl FnOnce(Db) -> F) {
        let db = Self::fresh().await;
        db.store.migrate().await.unwrap();
        case(db.clone()).await;
        db.store.close().await;
        Self::drop(&db.url).await;
    }
}

/// Runs `count` tasks at once and gives what they gave.
pub async fn at_once<T, F>(count: usize, task: impl Fn(usize) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let gate = Arc::new(tokio::sync::Barrier::new(count));
    let tasks: Vec<_> = (0..count)
        .map(|number| {
            let (gate, task) = (Arc::clone(&gate), task(number));
            tokio::spawn(async move {
                gate.wait().await;
                task.await
            })
        })
        .collect();
    let mut results = Vec::with_capacity(count);
    for task in tasks {
        results.push(task.await.unwrap());
    }
    results
}
