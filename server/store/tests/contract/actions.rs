//! Actions of plans.

use domain::ids::{AccountId, ActionId, OrganisationId, RoundId, TeamId};
use domain::instrument::Instrument;
use domain::plan::{Action, Day, Linked, Note, Owner, OwnerName, Status, Target, Title, Which};
use domain::round::Mode;
use store::{
    ActionChanged, Actions, AddAction, AddTeam, ChangeAction, DeleteAccount, DeleteAction, Deleted, Leaving,
    Membership, Part, PlannedAction, SetActionStatus, SetMembership, StartRound, Store, Turn, TurnRound, Turned, View,
};

use crate::claiming::{home, owner};
use crate::db::Db;
use crate::fixture::{DAY, id, start};

type Home = (OrganisationId, AccountId, TeamId);

fn action(title: &str) -> Action {
    Action {
        title: Title::parse("", title).unwrap(),
        linked: Linked::new(Instrument::builtin(), "TE4", &[]).unwrap(),
        owner: Owner::Nobody,
        due: None,
        status: Status::ToDo,
        target: Target::new(75).unwrap(),
        note: Note::default(),
    }
}

fn number(number: u64) -> ActionId {
    ActionId::new(id(9_000 + number))
}

fn adding((organisation_id, _, team_id): Home, place: u64, action: Action) -> AddAction {
    AddAction {
        id: number(place),
        organisation_id,
        team_id,
        round_id: None,
        action,
        at: DAY + i64::try_from(place).unwrap(),
    }
}

async fn joins(store: &Store, (organisation_id, _, team_id): Home, account_id: AccountId) {
    let membership = Membership::Belongs;
    assert!(store.execute(SetMembership { organisation_id, team_id, account_id, membership, at: DAY }).await.unwrap());
}

async fn one(store: &Store, home: Home, place: u64) -> Option<PlannedAction> {
    store.snapshot().await.unwrap().action_of_team(home.2, number(place)).await.unwrap()
}

/// Starts round `place` of the team, and closes it if it has a moment for that.
async fn round(
    store: &Store,
    (organisation_id, _, team_id): Home,
    place: u64,
    mode: Mode,
    close: Option<i64>,
) -> RoundId {
    let start = StartRound { organisation_id, team_id, ..start(place, mode) };
    let round_id = start.round_id;
    store.execute(start).await.unwrap();
    if let Some(at) = close {
        let close = TurnRound { round_id, turn: Turn::Close, by: None, at };
        assert_eq!(store.execute(close).await.unwrap(), Turned::Turned);
    }
    round_id
}

pub async fn an_action_comes_back_as_it_was_and_is_made_once(Db { store, .. }: Db) {
    let home = home(&store, 1).await;
    joins(&store, home, home.1).await;
    let round_id = round(&store, home, 1, Mode::Named, None).await;
    let whole = Action {
        linked: Linked::new(Instrument::builtin(), "TE1", &["TE1-3", "TE1-1"]).unwrap(),
        owner: Owner::Member(home.1),
        due: Some(Day::of(DAY + 5)),
        status: Status::Doing,
        target: Target::new(100).unwrap(),
        note: Note::parse("", "First\nthen <b>").unwrap(),
        ..action("Let pipelines train")
    };
    let add = AddAction { round_id: Some(round_id), ..adding(home, 1, whole.clone()) };
    assert!(store.execute(add.clone()).await.unwrap());
    assert!(!store.execute(add).await.unwrap(), "again");
    let found = one(&store, home, 1).await.unwrap();
    assert_eq!(found.action, whole);
    assert_eq!((found.owner.as_str(), found.team_name.as_str(), found.version), ("Owner 1", "Home 1", 1));
    assert_eq!(found.round, Some((round_id, "Round 1".to_owned())));
    let named = Action { owner: Owner::Named(OwnerName::parse("", "Ada").unwrap().unwrap()), ..action("Named") };
    store.execute(adding(home, 2, named.clone())).await.unwrap();
    let found = one(&store, home, 2).await.unwrap();
    assert_eq!((&found.action, found.owner.as_str(), found.round), (&named, "Ada", None));
    assert!(store.execute(adding(home, 3, action("a\0b"))).await.is_ok(), "what cannot be seen was left out before");
}

pub async fn what_is_not_the_teams_is_left_out_of_an_action(Db { store, .. }: Db) {
    let (ours, theirs) = (home(&store, 1).await, home(&store, 2).await);
    let stranger = owner(&store, ours.0, 3).await;
    let foreign = round(&store, theirs, 2, Mode::Named, None).await;
    let with = Action { owner: Owner::Member(stranger), ..action("Ours") };
    store.execute(AddAction { round_id: Some(foreign), ..adding(ours, 1, with) }).await.unwrap();
    let found = one(&store, ours, 1).await.unwrap();
    assert_eq!((found.action.owner, found.round), (Owner::Nobody, None));
    // A team of another organisation takes nothing.
    let mixed = AddAction { organisation_id: ours.0, ..adding(theirs, 2, action("Mixed")) };
    assert!(store.execute(mixed).await.is_err());
    // Nor is an action found, changed or deleted by way of another team.
    assert!(one(&store, theirs, 1).await.is_none());
    let (team_id, id) = (theirs.2, number(1));
    let change = ChangeAction { team_id, id, action: action("Theirs"), seen: 1, at: DAY };
    assert_eq!(store.execute(change).await.unwrap(), ActionChanged::Gone);
    assert!(!store.execute(SetActionStatus { team_id, id, status: Status::Done, at: DAY }).await.unwrap());
    assert!(!store.execute(DeleteAction { team_id, id }).await.unwrap());
    assert_eq!(one(&store, ours, 1).await.unwrap().version, 1);
}

pub async fn an_action_is_changed_in_the_version_that_was_seen(Db { store, .. }: Db) {
    let home = home(&store, 1).await;
    store.execute(adding(home, 1, action("Before"))).await.unwrap();
    let change =
        |title: &str, seen| ChangeAction { team_id: home.2, id: number(1), action: action(title), seen, at: DAY };
    assert_eq!(store.execute(change("After", 1)).await.unwrap(), ActionChanged::Changed);
    assert_eq!(store.execute(change("After", 1)).await.unwrap(), ActionChanged::Same, "run again");
    assert_eq!(store.execute(change("Other", 1)).await.unwrap(), ActionChanged::Stale);
    let set = |status| SetActionStatus { team_id: home.2, id: number(1), status, at: DAY };
    assert!(store.execute(set(Status::Done)).await.unwrap());
    assert!(!store.execute(set(Status::Done)).await.unwrap());
    assert_eq!(store.execute(change("After", 2)).await.unwrap(), ActionChanged::Stale, "a step is a change");
    let found = one(&store, home, 1).await.unwrap();
    assert_eq!((found.action.title.as_str(), found.action.status, found.version), ("After", Status::Done, 3));
    let delete = DeleteAction { team_id: home.2, id: number(1) };
    assert!(store.execute(delete.clone()).await.unwrap());
    assert!(!store.execute(delete).await.unwrap());
    assert_eq!(store.execute(change("After", 3)).await.unwrap(), ActionChanged::Gone);
}

pub async fn actions_are_listed_by_day_filtered_and_paged(Db { store, .. }: Db) {
    let ours = home(&store, 1).await;
    let theirs = home(&store, 2).await;
    let second = TeamId::new(id(6_900));
    let add = AddTeam { id: second, organisation_id: ours.0, unit_id: None, name: "Another".to_owned(), at: DAY };
    store.execute(add).await.unwrap();
    let other = (ours.0, ours.1, second);
    joins(&store, ours, ours.1).await;
    let due = |day: i64| Some(Day::of(DAY + day * 86_400_000_000));
    let add = async |home: Home, place: u64, status: Status, due: Option<Day>| {
        let planned = Action { status, due, ..action(&place.to_string()) };
        assert!(store.execute(adding(home, place, planned)).await.unwrap());
    };
    add(ours, 1, Status::ToDo, None).await;
    add(ours, 2, Status::Done, due(1)).await;
    add(other, 3, Status::Doing, due(9)).await;
    add(ours, 4, Status::ToDo, due(3)).await;
    add(ours, 5, Status::Dropped, None).await;
    add(theirs, 6, Status::ToDo, due(1)).await;
    let view = View { organisation_id: ours.0, account_id: ours.1, everything: true };
    let all = Actions { view, team: None, which: Which::All, part: Part { offset: 0, limit: 50 } };
    let list = async |wanted: Actions| {
        let (found, total) = store.snapshot().await.unwrap().actions(&wanted).await.unwrap();
        (found.iter().map(|one| one.action.title.as_str().to_owned()).collect::<String>(), total)
    };
    assert_eq!(list(all).await, ("43125".to_owned(), 5));
    assert_eq!(list(Actions { which: Which::Open, ..all }).await, ("431".to_owned(), 3));
    assert_eq!(list(Actions { which: Which::Only(Status::Done), ..all }).await, ("2".to_owned(), 1));
    assert_eq!(list(Actions { team: Some(second), ..all }).await, ("3".to_owned(), 1));
    assert_eq!(list(Actions { team: Some(theirs.2), ..all }).await, (String::new(), 0));
    assert_eq!(list(Actions { part: Part { offset: 1, limit: 2 }, ..all }).await, ("31".to_owned(), 5));
    let own = View { everything: false, ..view };
    assert_eq!(list(Actions { view: own, ..all }).await, ("4125".to_owned(), 4));
    let mut snapshot = store.snapshot().await.unwrap();
    let (of_team, total) = snapshot.actions_of_team(ours.2, Part { offset: 0, limit: 3 }).await.unwrap();
    assert_eq!((of_team.iter().map(|one| one.action.title.as_str()).collect::<String>(), total), ("412".to_owned(), 4));
    assert_eq!(snapshot.practices_in_plan(ours.2).await.unwrap(), ["TE4"]);
    assert_eq!(snapshot.practices_in_plan(TeamId::new(id(9_999))).await.unwrap(), [""; 0]);
    let names = |teams: Vec<(TeamId, String)>| teams.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    assert_eq!(names(snapshot.teams_with_actions(view).await.unwrap()), ["Another", "Home 1"]);
    assert_eq!(names(snapshot.teams_with_actions(own).await.unwrap()), ["Home 1"]);
}

pub async fn who_leaves_leaves_the_action(Db { store, .. }: Db) {
    let home = home(&store, 1).await;
    let leaving = owner(&store, home.0, 2).await;
    joins(&store, home, leaving).await;
    let owned = Action { owner: Owner::Member(leaving), ..action("Theirs") };
    store.execute(adding(home, 1, owned)).await.unwrap();
    store.execute(adding(home, 2, action("Nobody's"))).await.unwrap();
    let own = async || store.snapshot().await.unwrap().own_actions(leaving).await.unwrap();
    let [only] = own().await.try_into().unwrap();
    let expected = ("Home 1", "Theirs", Status::ToDo, None, DAY + 1);
    assert_eq!((only.team.as_str(), only.title.as_str(), only.status, only.due, only.created_at), expected);
    let leave = DeleteAccount { account_id: leaving, organisation_id: home.0, answers: Leaving::Erase };
    assert_eq!(store.execute(leave).await.unwrap(), Deleted::Deleted);
    let left = one(&store, home, 1).await.unwrap();
    assert_eq!((left.action.owner, left.owner.as_str()), (Owner::Nobody, ""));
    assert!(own().await.is_empty());
}

pub async fn the_round_closed_last_tells_where_a_team_stands(Db { store, .. }: Db) {
    let home = home(&store, 1).await;
    let telling = async || store.snapshot().await.unwrap().telling_round(home.2).await.unwrap().map(|round| round.id);
    assert_eq!(telling().await, None);
    let confidential = Mode::Confidential { k: 5 };
    round(&store, home, 1, confidential, None).await;
    assert_eq!(telling().await, None, "nothing is shown of it");
    let open = round(&store, home, 2, Mode::Named, None).await;
    assert_eq!(telling().await, Some(open));
    let first = round(&store, home, 3, confidential, Some(DAY + 50)).await;
    assert_eq!(telling().await, Some(first), "what is closed before what is open");
    let last = round(&store, home, 4, Mode::Named, Some(DAY + 60)).await;
    assert_eq!(telling().await, Some(last));
    for (place, round_id) in [(1, first), (2, open), (3, first)] {
        store.execute(AddAction { round_id: Some(round_id), ..adding(home, place, action("x")) }).await.unwrap();
    }
    let rounds = store.snapshot().await.unwrap().rounds_of_actions(home.2, 10).await.unwrap();
    let mut rounds: Vec<_> = rounds.into_iter().map(|round| round.id).collect();
    rounds.sort_unstable();
    let mut expected = [first, open];
    expected.sort_unstable();
    assert_eq!(rounds, expected);
}
