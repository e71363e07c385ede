//! What only SQLite has: a file, a queue and a shared commit.

use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use store::{
    Command, ConnectionSettings, EraseResponse, OpenError, Options, RenameResponse, Renamed, Store, StoreError, Tx,
};

use crate::db::{Sqlite, at_once};
use crate::fixture::{Person, change, one, person, round, saved};

#[tokio::test]
async fn every_connection_is_safe() {
    let (db, _folder) = Sqlite::fresh().await;
    let settings = db.store.connection_settings().await.unwrap();
    assert_eq!(settings.iter().map(|one| one.writes).collect::<Vec<_>>(), [&[true][..], &[false; 8]].concat());
    for one in settings {
        let expected = ConnectionSettings {
            writes: one.writes,
            journal_mode: "wal".to_owned(),
            synchronous: 2,
            foreign_keys: true,
            trusted_schema: false,
            query_only: !one.writes,
            busy_timeout: 5_000,
        };
        assert_eq!(one, expected);
    }
}

#[tokio::test]
async fn the_file_is_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new/deep/test.db");
    let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
    store.migrate().await.unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder.path().join("new")), 0o700);
    assert_eq!(mode(file.parent().unwrap()), 0o700);
    for side_file in ["test.db", "test.db-wal", "test.db-shm"] {
        assert_eq!(mode(&file.with_file_name(side_file)), 0o600, "{side_file}");
    }
}

#[tokio::test]
async fn closing_leaves_one_whole_file() {
    let (db, folder) = Sqlite::fresh().await;
    db.store.migrate().await.unwrap();
    let person = one(&db.store).await;
    db.store.close().await;
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["test.db"]);
    let store = db.reopen().await;
    assert!(person.response(&store).await.is_some());
}

#[tokio::test]
async fn addresses_that_cannot_be_used_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "this is no database, but longer than a header of one hundred bytes would be, by far enough")
        .unwrap();
    let under_a_file = format!("sqlite://{}/below.db", file.display());
    let no_database = format!("sqlite://{}", file.display());
    let error = |url: String| async move { Store::open(&url).await.err().unwrap() };
    assert!(matches!(error("sqlite::memory:".to_owned()).await, OpenError::BadAddress { .. }));
    assert!(
        matches!(error("mysql://user:secret@host/db".to_owned()).await, OpenError::Address { url } if url == "mysql")
    );
    assert!(matches!(error("data.db".to_owned()).await, OpenError::Address { .. }));
    assert!(matches!(error(under_a_file).await, OpenError::File { .. }));
    assert!(matches!(error(no_database).await, OpenError::Connect { .. }));
    let unreachable = error("postgres://user:secret@127.0.0.1:1/db".to_owned()).await;
    assert!(matches!(unreachable, OpenError::Connect { .. }));
    assert!(!format!("{unreachable:?}").contains("secret"));
}

/// Fills the database until it takes no more; how many answers it took.
async fn fill(store: &Store, person: &Person) -> i64 {
    let text = "x".repeat(10_000);
    for count in 1.. {
        match store.execute(person.saving(&[change("comment.TE1-1", &format!("{count}{text}"), None)])).await {
            Ok(outcome) => assert_eq!(outcome, saved(&[("comment.TE1-1", count)])),
            Err(StoreError::NotSaved { .. }) => return count - 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    unreachable!()
}

/// Bytes of a page of a database file.
const PAGE: u64 = 4_096;

#[tokio::test]
async fn a_full_disk_is_told_and_survived() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("test.db");
    let url = format!("sqlite://{}", file.display());
    // However many tables there are, there is room for some more answers.
    let empty = Store::open(&url).await.unwrap();
    empty.migrate().await.unwrap();
    empty.close().await;
    let pages = u32::try_from(file.metadata().unwrap().len() / PAGE).unwrap();
    let options = Options { max_pages: Some(pages + 20), ..Options::default() };
    let store = Store::open_with(&url, &options).await.unwrap();
    let full = one(&store).await;
    let small = person(&store, 1, 2).await;
    store.check().await.unwrap();

    let kept = fill(&store, &full).await;
    assert!(kept > 3, "{kept}");
    // Again and again: the connection is usable after each failure.
    for _ in 0..5 {
        assert_eq!(fill(&store, &full).await, 0);
        assert!(matches!(store.check().await, Err(StoreError::NotSaved { .. })));
    }
    // Everything acknowledged is there, and reading goes on.
    assert_eq!(full.history(&store, "comment.TE1-1").await.len(), usize::try_from(kept).unwrap());
    // Room is made; nothing has to be started again.
    store.execute(EraseResponse { response_key: full.key.clone() }).await.unwrap();
    store.check().await.unwrap();
    assert_eq!(small.save(&store, &[change("TE1-1", "3", Some(0))]).await, saved(&[("TE1-1", 1)]));
}

/// Panics after it has written.
#[derive(Clone)]
struct Panics(RenameResponse);

impl Command for Panics {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        self.0.run(tx).await?;
        panic!("on purpose");
    }
}

#[tokio::test]
async fn a_panic_takes_nobody_along() {
    let (db, _folder) = Sqlite::fresh().await;
    let store = &db.store;
    store.migrate().await.unwrap();
    round(store, 1).await;
    let (first, second) = (person(store, 1, 1).await, person(store, 1, 2).await);
    let rename = |person: &Person| RenameResponse { response_key: person.key.clone(), label: "New".to_owned() };
    let holder = store.begin().await.unwrap();
    let (panicked, renamed, ()) =
        tokio::join!(store.execute(Panics(rename(&first))), store.execute(rename(&second)), async {
            tokio::time::sleep(Duration::from_millis(20)).await;
            drop(holder);
        });
    assert!(matches!(panicked, Err(StoreError::Inconsistent { .. })), "{panicked:?}");
    assert_eq!(renamed.unwrap(), Renamed::Renamed);
    assert_eq!(first.response(store).await.unwrap().0.label, "Person 1");
    assert_eq!(second.response(store).await.unwrap().0.label, "New");
}

#[tokio::test]
async fn a_full_queue_is_busy_and_empties_again() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("test.db").display());
    let store = Store::open_with(&url, &Options { queue: 3, ..Options::default() }).await.unwrap();
    store.migrate().await.unwrap();
    let person = one(&store).await;
    let holder = store.begin().await.unwrap();
    let running = {
        let (store, person) = (store.clone(), person.clone());
        tokio::spawn(async move {
            at_once(20, |number| {
                let (store, save) = (store.clone(), person.saving(&[change(&format!("f{number}"), "1", None)]));
                async move { store.execute(save).await }
            })
            .await
        })
    };
    tokio::time::sleep(Duration::from_millis(50)).await;
    drop(holder);
    let outcomes = running.await.unwrap();
    let busy = outcomes.iter().filter(|outcome| matches!(outcome, Err(StoreError::Busy))).count();
    let done = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    assert!(busy > 0 && done >= 3, "{busy} busy, {done} done");
    assert_eq!(busy + done, 20);
    assert_eq!(person.answers(&store).await.len(), done);
    person.save(&store, &[change("after", "1", None)]).await;
}

#[tokio::test]
async fn a_caller_that_goes_away_is_served_all_the_same() {
    let (db, _folder) = Sqlite::fresh().await;
    let store = &db.store;
    store.migrate().await.unwrap();
    let person = one(store).await;
    let holder = store.begin().await.unwrap();
    let save = store.execute(person.saving(&[change("TE1-1", "3", None)]));
    assert!(tokio::time::timeout(Duration::from_millis(20), save).await.is_err());
    drop(holder);
    // Behind it in the queue.
    person.save(store, &[change("TE1-2", "4", None)]).await;
    assert_eq!(person.answers(store).await.len(), 2);
}
