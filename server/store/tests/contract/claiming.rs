//! Rounds that were made without an account, taken into an organisation.

use domain::account::Email;
use domain::ids::{AccountId, OrganisationId, TeamId};
use domain::rights::Right;
use store::{
    AddAccount, AddTeam, Added, ClaimRound, ClaimTo, Claimed, EnsureOrganisation, Joining, PasswordHash, Store,
};

use crate::db::Db;
use crate::fixture::{DAY, change, id, join, manage, person, round, saved, start};

/// An organisation with this number, its owner and a team.
pub async fn home(store: &Store, number: u64) -> (OrganisationId, AccountId, TeamId) {
    let organisation_id = OrganisationId::new(id(4_000 + number));
    let name = format!("Organisation {number}");
    store.execute(EnsureOrganisation { id: organisation_id, name, at: DAY }).await.unwrap();
    let account = owner(store, organisation_id, number).await;
    let team = TeamId::new(id(6_000 + number));
    let name = format!("Home {number}");
    store.execute(AddTeam { id: team, organisation_id, unit_id: None, name, at: DAY }).await.unwrap();
    (organisation_id, account, team)
}

/// An owner who can sign in.
pub async fn owner(store: &Store, organisation_id: OrganisationId, number: u64) -> AccountId {
    let account = AccountId::new(id(5_000 + number));
    let add = AddAccount {
        id: account,
        organisation_id,
        email: Email::parse(&format!("owner{number}@example.org")).unwrap(),
        name: format!("Owner {number}"),
        right: Right::Owner,
        password_hash: Some(PasswordHash("$no$password$fits".to_owned())),
        at: DAY,
    };
    assert_eq!(store.execute(add).await.unwrap(), Added::Added);
    account
}

fn claiming((organisation_id, account_id, team): (OrganisationId, AccountId, TeamId)) -> ClaimRound {
    ClaimRound {
        round_id: start(1, domain::round::Mode::Named).round_id,
        manage_key: manage(1).key(),
        organisation_id,
        team: ClaimTo::Team(team),
        share_token: manage(1).join_secret().token(),
        account_id,
        at: DAY + 9,
    }
}

pub async fn a_claimed_round_moves_with_everything(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let before = person(&store, 1, 1).await;
    before.save(&store, &[change("TE1-1", "3", None)]).await;
    let home = home(&store, 1).await;
    let claim = claiming(home);
    assert_eq!(store.execute(claim.clone()).await.unwrap(), Claimed::Claimed);
    assert_eq!(store.execute(claim).await.unwrap(), Claimed::AlreadyOurs);
    let mut snapshot = store.snapshot().await.unwrap();
    assert_eq!(snapshot.round_by_manage_key(&manage(1).key()).await.unwrap(), None);
    let (moved, _) = snapshot.round_of_organisation(home.0, round_id, home.1).await.unwrap().unwrap();
    assert_eq!((moved.team_id, moved.team_name.as_str()), (home.2, "Home 1"));
    // The team that it was made with had no other round.
    let old = start(1, domain::round::Mode::Named).team_id;
    assert_eq!(snapshot.team(OrganisationId::IMPLICIT, old, home.1).await.unwrap(), None);
    drop(snapshot);
    // Both kinds of links go on working.
    assert!(matches!(store.execute(join(1, 2)).await.unwrap(), Joining::Joined { number: 2, .. }));
    assert_eq!(before.save(&store, &[change("TE1-1", "4", Some(1))]).await, saved(&[("TE1-1", 2)]));
}

pub async fn a_round_is_claimed_once_and_by_its_link_only(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let (ours, theirs) = (home(&store, 1).await, home(&store, 2).await);
    let wrong = ClaimRound { manage_key: manage(2).key(), ..claiming(ours) };
    assert_eq!(store.execute(wrong).await.unwrap(), Claimed::Unknown);
    let foreign_team = ClaimRound { team: ClaimTo::Team(theirs.2), ..claiming(ours) };
    assert_eq!(store.execute(foreign_team).await.unwrap(), Claimed::UnknownTeam);
    assert!(store.snapshot().await.unwrap().round_by_manage_key(&manage(1).key()).await.unwrap().is_some());
    let (one, other) = tokio::join!(store.execute(claiming(ours)), store.execute(claiming(theirs)));
    let mut outcomes = [one.unwrap(), other.unwrap()];
    outcomes.sort_by_key(|outcome| *outcome == Claimed::Unknown);
    assert_eq!(outcomes, [Claimed::Claimed, Claimed::Unknown]);
    let mut snapshot = store.snapshot().await.unwrap();
    let mut found = 0;
    for home in [ours, theirs] {
        found += i32::from(snapshot.round_of_organisation(home.0, round_id, home.1).await.unwrap().is_some());
    }
    assert_eq!(found, 1);
}

pub async fn a_team_with_another_round_stays_and_a_new_one_is_made(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let second = store::StartRound {
        team_id: start(1, domain::round::Mode::Named).team_id,
        ..start(2, domain::round::Mode::Named)
    };
    store.execute(second).await.unwrap();
    let home = home(&store, 1).await;
    let new = TeamId::new(id(7_000));
    let claim = ClaimRound { team: ClaimTo::NewTeam { id: new, name: "New".to_owned() }, ..claiming(home) };
    assert_eq!(store.execute(claim).await.unwrap(), Claimed::Claimed);
    let mut snapshot = store.snapshot().await.unwrap();
    let (moved, _) = snapshot.round_of_organisation(home.0, round_id, home.1).await.unwrap().unwrap();
    assert_eq!((moved.team_id, moved.team_name.as_str()), (new, "New"));
    assert_eq!(snapshot.round_by_manage_key(&manage(2).key()).await.unwrap().unwrap().team_name, "Team 1");
}
