//! What only PostgreSQL has: a network, a standby, and rows in the order of writing.

mod postgres {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use domain::round::Mode;
    use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
    use store::{
        BackupError, CloseRound, Command, Engine, EnsureOrganisation, OpenError, RenameResponse, Renamed, Store,
        StoreError, Tx,
    };

    use crate::db::{Db, Postgres, Sqlite};
    use crate::fixture::{DAY, change, one, organisation, person, start};

    async fn with_tables() -> Db {
        let db = Postgres::fresh().await;
        db.store.migrate().await.unwrap();
        db
    }

    async fn finish(db: Db) {
        db.store.close().await;
        Postgres::drop(&db.url).await;
    }

    /// Table, column, whether it may be null, and its type in the words of STRICT tables.
    type Column = (String, String, bool, String);

    #[tokio::test]
    async fn tables_are_those_of_sqlite() {
        let db = with_tables().await;
        assert_eq!(db.store.engine(), Engine::Postgres);
        let (sqlite, _folder) = Sqlite::fresh().await;
        sqlite.store.migrate().await.unwrap();
        let on_sqlite: Vec<Column> = sqlx::query_as(
            "SELECT t.name, c.name, NOT c.\"notnull\", c.type FROM pragma_table_list t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.strict ORDER BY t.name, c.name",
        )
        .fetch_all(&mut SqliteConnection::connect(&sqlite.url).await.unwrap())
        .await
        .unwrap();
        let on_postgres: Vec<Column> = sqlx::query_as(
            "SELECT table_name::TEXT, column_name::TEXT, is_nullable = 'YES', CASE data_type WHEN 'uuid' THEN 'BLOB'
                WHEN 'boolean' THEN 'INTEGER' WHEN 'bigint' THEN 'INTEGER' WHEN 'double precision' THEN 'REAL'
                WHEN 'text' THEN 'TEXT' ELSE data_type END
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_sqlx_migrations'
            ORDER BY table_name::TEXT, column_name::TEXT",
        )
        .fetch_all(&mut PgConnection::connect(&db.url).await.unwrap())
        .await
        .unwrap();
        assert!(on_sqlite.len() > 30);
        assert_eq!(on_sqlite, on_postgres);
        finish(db).await;
    }

    #[tokio::test]
    async fn a_database_that_sorts_otherwise_is_refused() {
        for options in [
            "TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'",
            "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'",
        ] {
            let url = Postgres::create(options).await;
            let refused = Store::open(&url).await.err().unwrap();
            assert!(matches!(refused, OpenError::Collation { .. }), "{refused:?}");
            Postgres::drop(&url).await;
        }
    }

    #[tokio::test]
    async fn a_server_that_takes_no_writes_is_told() {
        let db = with_tables().await;
        let name = db.url.rsplit_once('/').unwrap().1;
        db.tamper(&format!("ALTER DATABASE {name} SET default_transaction_read_only = on")).await;
        let store = db.reopen().await;
        let id = domain::ids::OrganisationId::IMPLICIT;
        let refused = store.execute(EnsureOrganisation { id, name: "One".to_owned(), at: DAY }).await;
        assert!(matches!(refused, Err(StoreError::NotSaved { .. })), "{refused:?}");
        assert!(matches!(store.check().await, Err(StoreError::NotSaved { .. })));
        store.close().await;
        finish(db).await;
    }

    #[tokio::test]
    async fn backups_are_left_to_the_server() {
        let db = with_tables().await;
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("backup.db");
        assert!(matches!(db.store.backup(&to).await, Err(BackupError::NotSqlite)));
        assert!(matches!(store::restore(&db.url, &to).await, Err(BackupError::NotSqlite)));
        finish(db).await;
    }

    /// Ends all other connections in the midst of its first runs.
    #[derive(Clone)]
    struct LosesConnections {
        rename: RenameResponse,
        url: String,
        runs: Arc<AtomicU32>,
        losses: u32,
    }

    impl Command for LosesConnections {
        type Outcome = Renamed;

        async fn run(&self, tx: &mut Tx) -> Result<Renamed, StoreError> {
            self.rename.run(tx).await?;
            if self.runs.fetch_add(1, Ordering::Relaxed) < self.losses {
                let mut other = PgConnection::connect(&self.url).await.unwrap();
                let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                    WHERE datname = current_database() AND pid <> pg_backend_pid()";
                sqlx::query(AssertSqlSafe(end)).execute(&mut other).await.unwrap();
            }
            self.rename.run(tx).await
        }
    }

    #[tokio::test]
    async fn a_lost_connection_is_tried_again() {
        let db = with_tables().await;
        let person = one(&db.store).await;
        let rename = RenameResponse { response_key: person.key.clone(), label: "New".to_owned() };
        let runs = Arc::new(AtomicU32::new(0));
        let command = LosesConnections { rename, url: db.url.clone(), runs: Arc::clone(&runs), losses: 2 };
        assert_eq!(db.store.execute(command).await.unwrap(), Renamed::Renamed);
        assert_eq!(runs.load(Ordering::Relaxed), 3);
        assert_eq!(person.response(&db.store).await.unwrap().0.label, "New");
        finish(db).await;
    }

    #[tokio::test]
    async fn a_closed_confidential_round_does_not_tell_the_order() {
        let db = with_tables().await;
        organisation(&db.store).await;
        let start = start(1, Mode::Confidential { k: 5 });
        let round_id = start.round_id;
        db.store.execute(start).await.unwrap();
        let mut joined = Vec::new();
        for number in 0..12 {
            let person = person(&db.store, 1, number).await;
            let mut save = person.saving(&[change("TE1-1", "3", None)]);
            save.idempotency_key = Some("n1".to_owned());
            db.store.execute(save).await.unwrap();
            joined.push(person.id.uuid().to_string());
        }
        let mut connection = PgConnection::connect(&db.url).await.unwrap();
        let order = async |connection: &mut PgConnection, table: &str, column: &str| -> Vec<String> {
            let query = format!("SELECT {column}::TEXT FROM {table} ORDER BY ctid");
            sqlx::query_scalar(AssertSqlSafe(query)).fetch_all(connection).await.unwrap()
        };
        let places = [
            ("response", "id"),
            ("answer", "response_id"),
            ("answer_history", "response_id"),
            ("invitation", "key"),
            ("command_done", "key"),
        ];
        let mut before = Vec::new();
        for (table, column) in places {
            before.push(order(&mut connection, table, column).await);
        }
        assert_ne!(before[0], joined, "responses are in no order from the first");
        assert_eq!(before[1], joined, "answers lie in the order of writing until then");
        db.store.execute(CloseRound { round_id }).await.unwrap();
        for ((table, column), before) in places.into_iter().zip(before) {
            let after = order(&mut connection, table, column).await;
            assert_ne!(after, before, "{table}");
            assert_eq!(after.len(), 12, "{table}");
            let writers = format!("SELECT count(DISTINCT xmin::TEXT) FROM {table}");
            let writers: i64 = sqlx::query_scalar(AssertSqlSafe(writers)).fetch_one(&mut connection).await.unwrap();
            assert_eq!(writers, 1, "{table}");
        }
        connection.close().await.unwrap();
        finish(db).await;
    }
}
