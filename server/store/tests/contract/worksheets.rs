//! Worksheets of rounds.

use domain::ids::RoundId;
use domain::roi::{Known, Sheet};
use store::{KeepWorksheet, Store, WorksheetKept};

use crate::db::Db;
use crate::fixture::{DAY, round};

/// A worksheet with this hourly rate and number of audits; empty texts leave a line out.
fn sheet(rate: &str, audits: &str) -> Sheet {
    let typed = |line: domain::roi::Line, column: &str| match (line.id, column) {
        ("rate", "base") => rate.to_owned(),
        ("audit.count", "base") => audits.to_owned(),
        ("audit.count", "high") if !audits.is_empty() => "1,000".to_owned(),
        _ => String::new(),
    };
    Sheet::read(&Known::default(), typed).unwrap()
}

async fn keep(store: &Store, round_id: RoundId, sheet: Sheet, seen: i64) -> WorksheetKept {
    store.execute(KeepWorksheet { round_id, sheet, seen, at: DAY }).await.unwrap()
}

pub async fn a_worksheet_comes_back_as_it_was_typed(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let other = round(&store, 2).await;
    let read = async |round| store.snapshot().await.unwrap().worksheet(round).await.unwrap();
    assert_eq!(read(round_id).await, (Sheet::default(), 0));
    assert_eq!(keep(&store, round_id, sheet("85.50", "4"), 0).await, WorksheetKept::Kept);
    assert_eq!(read(round_id).await, (sheet("85.50", "4"), 1));
    assert_eq!(keep(&store, round_id, sheet("", "5"), 1).await, WorksheetKept::Kept);
    assert_eq!(read(round_id).await, (sheet("", "5"), 2), "a line that was emptied is gone");
    assert_eq!(read(other).await, (Sheet::default(), 0));
    assert_eq!(keep(&store, round_id, Sheet::default(), 2).await, WorksheetKept::Kept);
    assert_eq!(read(round_id).await, (Sheet::default(), 3));
}

pub async fn a_worksheet_is_changed_in_the_version_that_was_seen(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    assert_eq!(
        keep(&store, round_id, sheet("85", ""), 7).await,
        WorksheetKept::Stale,
        "of none there was no version 7"
    );
    assert_eq!(keep(&store, round_id, sheet("85", ""), 0).await, WorksheetKept::Kept);
    assert_eq!(keep(&store, round_id, sheet("85", ""), 0).await, WorksheetKept::Same, "run again");
    assert_eq!(keep(&store, round_id, sheet("90", ""), 0).await, WorksheetKept::Stale);
    assert_eq!(store.snapshot().await.unwrap().worksheet(round_id).await.unwrap(), (sheet("85", ""), 1));
}
