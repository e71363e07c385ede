//! The log as it is read.

use domain::audit::{Deed, FIRST, Filter, Said, first_break};
use domain::ids::{AccountId, OrganisationId};
use store::{Note, NoteDown};

use crate::claiming::home;
use crate::db::Db;
use crate::fixture::{DAY, id};

pub async fn the_log_is_read_by_pages_by_deeds_and_as_a_chain(db: Db) {
    let store = &db.store;
    let (organisation, account, team) = home(store, 1).await;
    for number in 1..=7 {
        let deed = if number % 2 == 0 { Deed::TeamChanged } else { Deed::SignedIn };
        // The program itself did the fourth.
        let actor = (number != 4).then_some(account);
        let (subject, detail) = (format!("team {team}"), String::new());
        let note = Note { organisation_id: organisation, actor, deed, subject, detail, at: DAY + number };
        store.execute(NoteDown(note)).await.unwrap();
    }
    let mut snapshot = store.snapshot().await.unwrap();
    let mut numbers = async |deed, by, before| {
        let filter = Filter { deed, by };
        let found = snapshot.audit_entries(organisation, filter, before, 3).await.unwrap();
        found.into_iter().map(|link| link.entry.number).collect::<Vec<_>>()
    };
    assert_eq!(numbers(None, None, i64::MAX).await, [7, 6, 5]);
    assert_eq!(numbers(None, None, 3).await, [2, 1]);
    assert_eq!(numbers(Some(Deed::TeamChanged), None, i64::MAX).await, [6, 4, 2]);
    assert_eq!(numbers(Some(Deed::RoundMade), None, i64::MAX).await, [] as [i64; 0]);
    assert_eq!(numbers(None, Some(account), 6).await, [5, 3, 2]);
    assert_eq!(numbers(Some(Deed::TeamChanged), Some(account), i64::MAX).await, [6, 2]);
    assert_eq!(numbers(None, Some(AccountId::new(id(99))), i64::MAX).await, [] as [i64; 0]);
    assert_eq!(snapshot.audit_count_of(organisation, account).await.unwrap(), 6);
    let first = snapshot.audit_run(organisation, 0, 4).await.unwrap();
    let rest = snapshot.audit_run(organisation, 4, 100).await.unwrap();
    assert_eq!((first.len(), rest.len()), (4, 3));
    assert_eq!(first_break(organisation, FIRST, &first), None);
    assert_eq!(first_break(organisation, &first[3].hash, &rest), None);
    drop(snapshot);
    db.tamper("UPDATE audit_entry SET detail = 'nothing' WHERE number = 6").await;
    let rest = store.snapshot().await.unwrap().audit_run(organisation, 4, 100).await.unwrap();
    assert_eq!(first_break(organisation, &first[3].hash, &rest), Some(6));
    // A word that this version does not have is read as it stands.
    db.tamper("UPDATE audit_entry SET action = 'team.merged' WHERE number = 5").await;
    let rest = store.snapshot().await.unwrap().audit_run(organisation, 4, 1).await.unwrap();
    assert_eq!(rest[0].entry.deed, Said::Unknown("team.merged".to_owned()));
}

pub async fn names_are_found_in_the_own_organisation_only(db: Db) {
    let store = &db.store;
    let (ours, account, team) = home(store, 1).await;
    let (theirs, foreign, _) = home(store, 2).await;
    db.tamper("UPDATE account SET name = ''").await;
    let mut ids: Vec<_> = (0..60).map(|number| id(90_000 + number)).collect();
    ids.insert(30, team.uuid());
    ids.extend([account.uuid(), foreign.uuid()]);
    let mut snapshot = store.snapshot().await.unwrap();
    let mut names = async |organisation: OrganisationId| {
        let mut names: Vec<String> = snapshot.names(organisation, &ids).await.unwrap().into_values().collect();
        names.sort();
        names
    };
    assert_eq!(names(ours).await, ["Home 1", "owner1@example.org"]);
    assert_eq!(names(theirs).await, ["owner2@example.org"]);
}
