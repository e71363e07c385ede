//! Copies of the database, made while it is used, and going back to one.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use store::{BackupError, MigrationError, Store};

use crate::db::{Db, Sqlite};
use crate::fixture::{Person, change, one, person};

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn url(path: &Path) -> String {
    format!("sqlite://{}", path.display())
}

async fn with_one_answer() -> (Db, tempfile::TempDir, Person) {
    let (db, folder) = Sqlite::fresh().await;
    db.store.migrate().await.unwrap();
    let person = one(&db.store).await;
    person.save(&db.store, &[change("TE1-1", "3", None)]).await;
    (db, folder, person)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_under_load_is_whole() {
    let (db, folder, first) = with_one_answer().await;
    let (store, done) = (db.store.clone(), Arc::new(AtomicBool::new(false)));
    let saving = {
        let (store, person, done) = (store.clone(), first.clone(), Arc::clone(&done));
        tokio::spawn(async move {
            let mut count = 1;
            while !done.load(Ordering::Relaxed) {
                count += 1;
                let both = ["a", "b"].map(|field| change(field, &count.to_string(), None));
                person.save(&store, &both).await;
            }
            count
        })
    };
    let mut last = 0;
    for number in 0..3 {
        let to = folder.path().join(format!("backup-{number}.db"));
        store.backup(&to).await.unwrap();
        assert_eq!(std::fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600);
        let copy = Store::open(&url(&to)).await.unwrap();
        copy.check().await.unwrap();
        let answers = first.answers(&copy).await;
        let version = |field: &str| answers.iter().find(|answer| answer.0 == field).map_or(0, |answer| answer.2);
        assert_eq!(version("a"), version("b"), "a save is in it as a whole or not at all");
        assert!(version("a") >= last);
        last = version("a");
        copy.close().await;
    }
    done.store(true, Ordering::Relaxed);
    assert!(saving.await.unwrap() > 1);
}

#[tokio::test]
async fn a_backup_never_overwrites() {
    let (db, folder, _) = with_one_answer().await;
    let to = folder.path().join("backup.db");
    std::fs::write(&to, "precious").unwrap();
    assert!(matches!(db.store.backup(&to).await, Err(BackupError::Exists { .. })));
    assert_eq!(std::fs::read(&to).unwrap(), b"precious");
    let nowhere = folder.path().join("no/such/folder/backup.db");
    assert!(matches!(db.store.backup(&nowhere).await, Err(BackupError::File { .. })));
    db.store.close().await;
    assert_eq!(names(folder.path()), ["backup.db", "test.db"]);
}

#[tokio::test]
async fn restoring_keeps_the_former_file() {
    let (db, folder, first) = with_one_answer().await;
    let backup = folder.path().join("backup.db");
    db.store.backup(&backup).await.unwrap();
    let second = person(&db.store, 1, 2).await;
    db.store.close().await;
    let kept = store::restore(&db.url, &backup).await.unwrap().unwrap();
    let restored = db.reopen().await;
    restored.check().await.unwrap();
    assert_eq!(first.answers(&restored).await.len(), 1);
    assert_eq!(second.response(&restored).await, None);
    restored.close().await;
    let former = Store::open(&url(&kept)).await.unwrap();
    assert!(second.response(&former).await.is_some());
    former.close().await;
    // The backup is still there, and another restore keeps another file.
    let again = store::restore(&db.url, &backup).await.unwrap().unwrap();
    assert_ne!(again, kept);
    assert_eq!(names(folder.path()).len(), 4, "{:?}", names(folder.path()));
}

#[tokio::test]
async fn a_backup_makes_a_new_database() {
    let (db, folder, first) = with_one_answer().await;
    let (backup, new) = (folder.path().join("backup.db"), folder.path().join("new/place.db"));
    db.store.backup(&backup).await.unwrap();
    assert_eq!(store::restore(&url(&new), &backup).await.unwrap(), None);
    assert_eq!(first.answers(&Store::open(&url(&new)).await.unwrap()).await.len(), 1);
}

#[tokio::test]
async fn a_bad_file_is_refused_and_the_database_stays() {
    let (db, folder, first) = with_one_answer().await;
    let backup = folder.path().join("backup.db");
    db.store.backup(&backup).await.unwrap();
    db.store.close().await;

    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let whole = std::fs::read(&backup).unwrap();
    let mut damaged = whole.clone();
    damaged[4_096 * 3..4_096 * 5].fill(0x55);
    let bad = [
        write("text", b"respondent,role,TE1-1\n"),
        write("empty", b""),
        write("cut", &whole[..whole.len() / 2]),
        write("damaged", &damaged),
    ];
    for path in bad {
        let refused = store::restore(&db.url, &path).await;
        assert!(matches!(refused, Err(BackupError::Bad { .. })), "{}: {refused:?}", path.display());
    }
    let missing = store::restore(&db.url, &folder.path().join("missing")).await;
    assert!(matches!(missing, Err(BackupError::File { .. })), "{missing:?}");
    let newer = Db { store: Store::open(&url(&backup)).await.unwrap(), url: url(&backup) };
    newer
        .tamper(
            "UPDATE _sqlx_migrations SET version = 99990101000000
            WHERE version = (SELECT max(version) FROM _sqlx_migrations)",
        )
        .await;
    newer.store.close().await;
    let refused = store::restore(&db.url, &backup).await;
    assert!(matches!(refused, Err(BackupError::Migration(MigrationError::NewerDatabase { .. }))), "{refused:?}");

    assert_eq!(first.answers(&db.reopen().await).await.len(), 1);
    assert!(!names(folder.path()).iter().any(|name| name.contains("restore")));
}

#[tokio::test]
async fn a_database_in_use_is_not_replaced() {
    let (db, folder, first) = with_one_answer().await;
    let backup = folder.path().join("backup.db");
    db.store.backup(&backup).await.unwrap();
    let refused = store::restore(&db.url, &backup).await;
    assert!(matches!(refused, Err(BackupError::InUse)), "{refused:?}");
    first.save(&db.store, &[change("TE1-2", "4", None)]).await;
    assert_eq!(first.answers(&db.store).await.len(), 2);
    db.store.check().await.unwrap();
}

#[tokio::test]
async fn a_damaged_database_can_be_replaced() {
    let (db, folder, first) = with_one_answer().await;
    let backup = folder.path().join("backup.db");
    db.store.backup(&backup).await.unwrap();
    db.store.close().await;
    std::fs::write(folder.path().join("test.db"), vec![0x55; 20_000]).unwrap();
    // What a crash left behind must not get into the new one.
    std::fs::write(folder.path().join("test.db-wal"), vec![0x55; 20_000]).unwrap();
    let kept = store::restore(&db.url, &backup).await.unwrap().unwrap();
    assert_eq!(std::fs::read(&kept).unwrap(), vec![0x55; 20_000]);
    let restored = db.reopen().await;
    restored.check().await.unwrap();
    assert_eq!(first.answers(&restored).await.len(), 1);
}
