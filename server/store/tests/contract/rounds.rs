//! Rounds: made, found, closed.

use domain::ids::{OrganisationId, RoundId};
use domain::round::{Mode, RoundState};
use store::{CloseRound, Closed, EnsureOrganisation, Membership, Round, SetMembership, StartRound, Store, StoreError};

use crate::claiming::owner;
use crate::db::Db;
use crate::fixture::{DAY, id, manage, organisation, round, start};

async fn by_manage_link(store: &Store, number: u64) -> Option<Round> {
    store.snapshot().await.unwrap().round_by_manage_key(&manage(number).key()).await.unwrap()
}

async fn by_join_link(store: &Store, number: u64) -> Option<Round> {
    let key = manage(number).join_secret().key();
    store.snapshot().await.unwrap().round_by_join_key(&key).await.unwrap()
}

pub async fn a_started_round_is_found_by_both_links(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    round(&store, 2).await;
    let expected = Round {
        id: round_id,
        organisation_id: OrganisationId::IMPLICIT,
        team_id: start(1, Mode::Named).team_id,
        team_name: "Team 1".to_owned(),
        name: "Round 1".to_owned(),
        subject: "churn model".to_owned(),
        mode: Mode::Named,
        state: RoundState::Open,
        instrument_id: "mldevops".to_owned(),
        instrument_version: "1.0.0".to_owned(),
        created_at: DAY + 7,
    };
    assert_eq!(by_manage_link(&store, 1).await, Some(expected.clone()));
    assert_eq!(by_join_link(&store, 1).await, Some(expected));
    assert_eq!(by_manage_link(&store, 3).await, None);
    assert_eq!(by_join_link(&store, 3).await, None);
}

pub async fn modes_and_thresholds_are_kept(Db { store, .. }: Db) {
    organisation(&store).await;
    let modes = [Mode::OneAnswer, Mode::Named, Mode::Confidential { k: 3 }, Mode::Confidential { k: 10 }];
    for (number, mode) in (0..).zip(modes) {
        store.execute(start(number, mode)).await.unwrap();
        assert_eq!(by_manage_link(&store, number).await.unwrap().mode, mode);
    }
    // The tables themselves refuse a threshold that protects nobody.
    let refused = store.execute(start(9, Mode::Confidential { k: 2 })).await;
    assert!(matches!(refused, Err(StoreError::Unavailable { .. })), "{refused:?}");
    assert_eq!(by_manage_link(&store, 9).await, None);
}

pub async fn starting_twice_changes_nothing(Db { store, .. }: Db) {
    organisation(&store).await;
    let home = OrganisationId::IMPLICIT;
    store.execute(EnsureOrganisation { id: home, name: "Another name".to_owned(), at: DAY }).await.unwrap();
    store.execute(start(1, Mode::Named)).await.unwrap();
    let first = by_manage_link(&store, 1).await;
    store.execute(start(1, Mode::OneAnswer)).await.unwrap();
    assert_eq!(by_manage_link(&store, 1).await, first);
}

pub async fn a_taken_round_id_is_refused(Db { store, .. }: Db) {
    let taken = round(&store, 1).await;
    let mut other = start(2, Mode::Named);
    other.round_id = taken;
    let refused = store.execute(other).await;
    assert!(matches!(refused, Err(StoreError::Inconsistent { .. })), "{refused:?}");
    assert_eq!(by_manage_link(&store, 2).await, None);
}

pub async fn a_second_round_may_use_the_same_team(Db { store, .. }: Db) {
    round(&store, 1).await;
    let mut second = start(2, Mode::Named);
    second.team_id = start(1, Mode::Named).team_id;
    store.execute(second).await.unwrap();
    let (first, second) = (by_manage_link(&store, 1).await.unwrap(), by_manage_link(&store, 2).await.unwrap());
    assert_eq!(first.team_id, second.team_id);
    assert_eq!(second.team_name, "Team 1");
}

pub async fn a_team_of_another_organisation_is_refused(Db { store, .. }: Db) {
    round(&store, 1).await;
    let foreign = OrganisationId::new(id(5));
    store.execute(EnsureOrganisation { id: foreign, name: "Foreign".to_owned(), at: DAY }).await.unwrap();
    let mut intruder = start(2, Mode::Named);
    intruder.organisation_id = foreign;
    intruder.team_id = start(1, Mode::Named).team_id;
    store.execute(intruder).await.unwrap_err();
    assert_eq!(by_manage_link(&store, 2).await, None);
}

pub async fn rounds_are_looked_up_together_in_one_organisation_only(Db { store, .. }: Db) {
    let home = OrganisationId::IMPLICIT;
    let mut ids = Vec::new();
    for number in 1..=18 {
        ids.push(round(&store, number).await);
    }
    let (theirs, account_id, _) = crate::claiming::home(&store, 1).await;
    let ours = owner(&store, home, 2).await;
    let team_id = start(17, Mode::Named).team_id;
    let membership = Membership::Belongs;
    let joins = SetMembership { organisation_id: home, team_id, account_id: ours, membership, at: DAY };
    store.execute(joins).await.unwrap();
    let mut snapshot = store.snapshot().await.unwrap();
    let mut found = snapshot.rounds_of_organisation(home, &ids, ours).await.unwrap();
    found.sort_by_key(|(round, _)| ids.iter().position(|id| *id == round.id));
    assert_eq!(found.iter().map(|(round, _)| round.id).collect::<Vec<_>>(), ids);
    assert_eq!(found.iter().position(|(_, belongs)| *belongs), Some(16));
    assert_eq!(found.iter().filter(|(_, belongs)| *belongs).count(), 1);
    let twice = [ids[16], ids[16], RoundId::new(id(9_000))];
    assert_eq!(snapshot.rounds_of_organisation(home, &twice, ours).await.unwrap(), [found.remove(16)]);
    assert_eq!(snapshot.rounds_of_organisation(theirs, &ids, account_id).await.unwrap(), []);
    assert_eq!(snapshot.rounds_of_organisation(home, &[], ours).await.unwrap(), []);
}

pub async fn closing_tells_what_was_before(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    assert_eq!(store.execute(CloseRound { round_id }).await.unwrap(), Closed::Closed);
    assert_eq!(by_manage_link(&store, 1).await.unwrap().state, RoundState::Closed);
    assert_eq!(store.execute(CloseRound { round_id }).await.unwrap(), Closed::AlreadyClosed);
    let nowhere = CloseRound { round_id: RoundId::new(id(77)) };
    assert_eq!(store.execute(nowhere).await.unwrap(), Closed::Unknown);
}

pub async fn text_with_a_nul_is_refused(Db { store, .. }: Db) {
    organisation(&store).await;
    let bad = StartRound { round_name: "a\0b".to_owned(), ..start(1, Mode::Named) };
    let refused = store.execute(bad).await;
    assert!(matches!(refused, Err(StoreError::Inconsistent { .. })), "{refused:?}");
    assert_eq!(by_manage_link(&store, 1).await, None);
}
