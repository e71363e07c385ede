//! Links to what a round has published.

use domain::ids::{AccountId, OrganisationId, ReportLinkId, TeamId};
use domain::links::ReportSecret;
use domain::round::Mode;
use store::{
    DeleteAccount, Deleted, Leaving, MOST_REPORT_LINKS, MakeReportLink, ReportLinked, StartRound, Store,
    WithdrawReportLink,
};

use crate::claiming::{home, owner};
use crate::db::Db;
use crate::fixture::{DAY, id, start};

fn secret(number: u8) -> ReportSecret {
    ReportSecret::from_random([number; 20])
}

/// Link `number` to round `round`, made on this day for two days.
fn making(round: u64, number: u8, made_by: AccountId) -> MakeReportLink {
    MakeReportLink {
        id: ReportLinkId::new(id(7_000 + u64::from(number))),
        round_id: start(round, Mode::Named).round_id,
        key: secret(number).key(),
        made_by,
        at: DAY + i64::from(number),
        expires_at: DAY + 2_000,
    }
}

async fn with_round(store: &Store, (organisation_id, _, team_id): (OrganisationId, AccountId, TeamId), number: u64) {
    store.execute(StartRound { organisation_id, team_id, ..start(number, Mode::Named) }).await.unwrap();
}

async fn leads(store: &Store, number: u8, at: i64) -> Option<i64> {
    let mut snapshot = store.snapshot().await.unwrap();
    let found = snapshot.round_by_report_key(&secret(number).key(), at).await.unwrap();
    found.map(|(round, until)| {
        assert_eq!(round.id, start(1, Mode::Named).round_id);
        until
    })
}

pub async fn a_link_leads_to_its_round_until_its_end(Db { store, .. }: Db) {
    let home = home(&store, 1).await;
    with_round(&store, home, 1).await;
    let make = making(1, 1, home.1);
    assert_eq!(store.execute(make.clone()).await.unwrap(), ReportLinked::Made);
    assert_eq!(store.execute(make).await.unwrap(), ReportLinked::Made, "run again it changes nothing");
    assert_eq!(leads(&store, 1, DAY + 1_999).await, Some(DAY + 2_000));
    assert_eq!(leads(&store, 1, DAY + 2_000).await, None);
    assert_eq!(leads(&store, 2, DAY + 5).await, None);
    let mut snapshot = store.snapshot().await.unwrap();
    let round = start(1, Mode::Named).round_id;
    let links = snapshot.report_links_of_round(round, DAY + 5).await.unwrap();
    let told: Vec<_> = links.iter().map(|link| (link.made_by.as_str(), link.created_at, link.expires_at)).collect();
    assert_eq!(told, [("Owner 1", DAY + 1, DAY + 2_000)]);
    assert_eq!(snapshot.report_links_of_round(round, DAY + 2_000).await.unwrap(), []);
}

pub async fn a_link_is_withdrawn_by_its_own_round_once(Db { store, .. }: Db) {
    let home = home(&store, 1).await;
    with_round(&store, home, 1).await;
    with_round(&store, home, 2).await;
    let make = making(1, 1, home.1);
    store.execute(make.clone()).await.unwrap();
    let other = WithdrawReportLink { round_id: start(2, Mode::Named).round_id, id: make.id };
    assert!(!store.execute(other).await.unwrap());
    assert!(leads(&store, 1, DAY + 5).await.is_some());
    let own = WithdrawReportLink { round_id: make.round_id, id: make.id };
    assert!(store.execute(own).await.unwrap());
    assert!(!store.execute(own).await.unwrap());
    assert_eq!(leads(&store, 1, DAY + 5).await, None);
}

pub async fn a_round_has_only_so_many_links_that_work(Db { store, .. }: Db) {
    let home = home(&store, 1).await;
    with_round(&store, home, 1).await;
    let most = u8::try_from(MOST_REPORT_LINKS).unwrap();
    for number in 1..=most {
        assert_eq!(store.execute(making(1, number, home.1)).await.unwrap(), ReportLinked::Made);
    }
    assert_eq!(store.execute(making(1, most + 1, home.1)).await.unwrap(), ReportLinked::TooMany);
    assert_eq!(leads(&store, most + 1, DAY + 500).await, None);
    let later = MakeReportLink { at: DAY + 3_000, expires_at: DAY + 4_000, ..making(1, most + 1, home.1) };
    assert_eq!(store.execute(later).await.unwrap(), ReportLinked::Made, "those that have ended do not count");
}

pub async fn a_link_outlives_the_account_that_made_it(Db { store, .. }: Db) {
    let home = home(&store, 1).await;
    with_round(&store, home, 1).await;
    let leaver = owner(&store, home.0, 2).await;
    store.execute(making(1, 1, leaver)).await.unwrap();
    let leave = DeleteAccount { account_id: leaver, organisation_id: home.0, answers: Leaving::Erase };
    assert_eq!(store.execute(leave).await.unwrap(), Deleted::Deleted);
    let links = store.snapshot().await.unwrap().report_links_of_round(start(1, Mode::Named).round_id, DAY + 9).await;
    assert_eq!(links.unwrap()[0].made_by, "");
    assert!(leads(&store, 1, DAY + 9).await.is_some());
}
