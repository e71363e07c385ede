//! No statement reads a whole table.

use sqlx::{AssertSqlSafe, Connection as _, Row as _, SqliteConnection};

use crate::db::Sqlite;

/// Every statement of the store, as the compiler checked it on SQLite.
fn statements() -> Vec<String> {
    let package = std::env::var("CARGO_MANIFEST_DIR").unwrap();
    std::fs::read_dir(format!("{package}/../../.sqlx"))
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .map(|text| serde_json::from_str::<serde_json::Value>(&text).unwrap())
        .filter(|data| data["db_name"] == "SQLite")
        .map(|data| data["query"].as_str().unwrap().to_owned())
        .collect()
}

async fn plan(connection: &mut SqliteConnection, statement: &str) -> Vec<String> {
    let explain = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}")));
    explain.fetch_all(connection).await.unwrap().iter().map(|row| row.get("detail")).collect()
}

#[tokio::test]
async fn every_statement_uses_an_index() {
    let (db, _folder) = Sqlite::fresh().await;
    db.store.migrate().await.unwrap();
    let mut connection = SqliteConnection::connect(&db.url).await.unwrap();
    assert!(plan(&mut connection, "SELECT * FROM answer").await[0].starts_with("SCAN"), "a scan is recognised");
    let statements = statements();
    assert!(statements.len() > 20, "{}", statements.len());
    for statement in statements {
        let steps = plan(&mut connection, &statement).await;
        // A row of subqueries alone is no table, nor is what a subquery has found before.
        let found =
            |step: &String| step.strip_prefix("CO-ROUTINE ").or(step.strip_prefix("MATERIALIZE ")).map(str::to_owned);
        let found: Vec<String> = steps.iter().filter_map(found).chain(["CONSTANT ROW".to_owned()]).collect();
        let scans = |step: &String| {
            let scanned = step.strip_prefix("SCAN ");
            scanned.is_some_and(|what| !found.iter().any(|found| found == what))
        };
        assert!(!steps.iter().any(scans), "{statement}\n{steps:#?}");
    }
}
