//! Every team with the figures of its newest publication.

use std::sync::Arc;

use domain::figures::{Figure, INDEX};
use domain::ids::{AccountId, OrganisationId, RoundId, TeamId, UnitId};
use domain::instrument::{Feeds, Instrument};
use domain::privacy::publish;
use domain::round::Mode;
use store::{
    AddTeam, AddUnit, ArchiveTeam, ChangeTeam, EnterFigures, EraseAnswers, EraseResponse, KeepPublication, Order,
    Overview, Part, Placing, PublicationStored, RoundFigures, Store, StorePublication, TeamFigures, Turn, TurnRound,
    Turned, Unpublished, View,
};

use crate::db::Db;
use crate::fixture::{DAY, Person, change, id, organisation, person, start};

const BUILTIN: (&str, &str) = ("mldevops", "1.0.0");

async fn turn(store: &Store, round_id: RoundId, turn: Turn, at: i64) {
    assert_eq!(store.execute(TurnRound { round_id, turn, by: None, at }).await.unwrap(), Turned::Turned);
}

async fn keep(store: &Store, round_id: RoundId, number: i64, closed_at: i64) {
    let mut snapshot = store.snapshot().await.unwrap();
    let round = snapshot.round(round_id).await.unwrap().unwrap();
    let before = snapshot.publication_to_follow(&round, number - 1).await.unwrap();
    let answers = snapshot.answers_of_round(&round).await.unwrap().seal(Instrument::builtin());
    drop(snapshot);
    let publication = Arc::new(publish(Instrument::builtin(), &answers, before.as_ref(), 1).unwrap());
    let command = StorePublication { round_id, closed_at, number, at: closed_at + 5, seed: 1, publication };
    assert_eq!(store.execute(command).await.unwrap(), PublicationStored::Stored);
}

/// Answers every practice question with `stage`.
async fn answer(store: &Store, person: &Person, stage: &str) {
    let instrument = Instrument::builtin();
    let items = instrument.constructs_feeding(Feeds::Maturity).flat_map(|place| instrument[place].items);
    let changes: Vec<_> = items.map(|item| change(&instrument[item].id, stage, None)).collect();
    person.save(store, &changes).await;
}

/// Round `number` of the team of that number, with people who answer `stage`, closed at `at`; its people.
async fn closed(store: &Store, number: u64, mode: Mode, stages: &[&str], at: i64) -> (RoundId, Vec<Person>) {
    organisation(store).await;
    let start = start(number, mode);
    let (organisation_id, team_id, round_id) = (start.organisation_id, start.team_id, start.round_id);
    // Teams of an organisation can be sorted by name, those of a round without an account need not be.
    let name = format!("Team {number}");
    store.execute(AddTeam { id: team_id, organisation_id, unit_id: None, name, at: DAY }).await.unwrap();
    store.execute(start).await.unwrap();
    let mut people = Vec::new();
    for (stage, place) in stages.iter().zip(1..) {
        let person = person(store, number, 100 * number + place).await;
        answer(store, &person, stage).await;
        people.push(person);
    }
    turn(store, round_id, Turn::Close, at).await;
    (round_id, people)
}

fn all(order: Order, descending: bool) -> Overview {
    let organisation_id = OrganisationId::IMPLICIT;
    let view = View { organisation_id, account_id: AccountId::new(id(1)), everything: true };
    let figures = Instrument::builtin().constructs.iter().map(|construct| construct.id.clone());
    let figures = figures.chain(["index", "level"].map(str::to_owned)).collect();
    Overview { view, unit: None, since: 0, order, descending, figures, part: Part { offset: 0, limit: 50 } }
}

async fn table(store: &Store, wanted: &Overview) -> Vec<TeamFigures> {
    store.snapshot().await.unwrap().overview(wanted).await.unwrap().0
}

/// The names of the teams, shortened to their numbers.
async fn order(store: &Store, wanted: &Overview) -> String {
    table(store, wanted).await.iter().map(|team| team.name.trim_start_matches("Team ").to_owned()).collect()
}

async fn figures(store: &Store, number: u64) -> Option<RoundFigures> {
    let teams = table(store, &all(Order::Team, false)).await;
    teams.into_iter().find(|team| team.name == format!("Team {number}")).and_then(|team| team.round)
}

pub async fn figures_are_those_of_the_publication(Db { store, .. }: Db) {
    let (round_id, _) = closed(&store, 1, Mode::Confidential { k: 5 }, &["3"; 6], DAY).await;
    assert_eq!(figures(&store, 1).await, None, "not published yet");
    keep(&store, round_id, 1, DAY).await;
    let published = store.snapshot().await.unwrap().publication(round_id).await.unwrap().unwrap().published;
    let read = figures(&store, 1).await.unwrap();
    assert_eq!((read.id, read.name.as_str(), read.closed_at), (round_id, "Round 1", DAY));
    let expected = Figure::all(&published.scores);
    assert_eq!(read.figures.len(), expected.len());
    for figure in expected {
        assert_eq!(read.figures[&figure.id], figure);
    }
}

pub async fn the_next_publication_takes_the_place_of_its_figures(Db { store, .. }: Db) {
    let (round_id, people) = closed(&store, 1, Mode::Confidential { k: 5 }, &["3"; 6], DAY).await;
    keep(&store, round_id, 1, DAY).await;
    turn(&store, round_id, Turn::Reopen, DAY + 10).await;
    assert!(figures(&store, 1).await.is_some(), "what is published stays");
    for person in &people {
        answer(&store, person, "5").await;
    }
    turn(&store, round_id, Turn::Close, DAY + 20).await;
    keep(&store, round_id, 2, DAY + 20).await;
    let read = figures(&store, 1).await.unwrap();
    assert_eq!((read.closed_at, read.figures["TE1"].value), (DAY + 20, Some(100.0)));
}

pub async fn figures_go_with_their_publication_and_stay_without_the_answers(Db { store, .. }: Db) {
    let (secret, _) = closed(&store, 1, Mode::Confidential { k: 5 }, &["3"; 6], DAY).await;
    let (named, people) = closed(&store, 2, Mode::Named, &["2"; 6], DAY).await;
    let (opened, _) = closed(&store, 3, Mode::Named, &["2"; 2], DAY).await;
    for round in [secret, named, opened] {
        keep(&store, round, 1, DAY).await;
    }
    assert!(store.execute(EraseAnswers { round_id: secret, lasting: None, at: DAY + 9 }).await.unwrap());
    assert!(figures(&store, 1).await.is_some());
    store.execute(EraseResponse { response_key: people[0].key.clone() }).await.unwrap();
    assert_eq!(figures(&store, 2).await, None);
    turn(&store, opened, Turn::Reopen, DAY + 9).await;
    assert_eq!(figures(&store, 3).await, None, "its answers are shown as they stand");
}

pub async fn teams_are_sorted_by_any_column_and_paged(Db { store, .. }: Db) {
    for (number, stages, at) in [(1, &["4"][..], 30), (2, &["2", "2", "2"], 20), (3, &["3", "3"], 10)] {
        let (round, _) = closed(&store, number, Mode::Named, stages, DAY + at).await;
        keep(&store, round, 1, DAY + at).await;
    }
    closed(&store, 4, Mode::Named, &["5"], DAY).await;
    let te1 = || Order::Figure("TE1".to_owned());
    let cases = [
        (te1(), "2314", "1324"),
        (Order::Figure(INDEX.to_owned()), "2314", "1324"),
        (Order::People, "1324", "2314"),
        (Order::Closed, "3214", "1234"),
        (Order::Team, "1234", "4321"),
        (Order::Unit, "1234", "1234"),
        (Order::Figure("no such figure".to_owned()), "1234", "1234"),
    ];
    for (by, rising, falling) in cases {
        assert_eq!(order(&store, &all(by.clone(), false)).await, rising, "{by:?}");
        assert_eq!(order(&store, &all(by.clone(), true)).await, falling, "{by:?}");
    }
    let page = Overview { part: Part { offset: 1, limit: 2 }, ..all(te1(), true) };
    assert_eq!(order(&store, &page).await, "32");
    let (teams, total) = store.snapshot().await.unwrap().overview(&page).await.unwrap();
    assert_eq!((teams.len(), total), (2, 4));
    // What is not asked for is not read.
    let few = Overview { figures: vec!["index".to_owned(), "TE1".to_owned()], ..page };
    let read = table(&store, &few).await.into_iter().filter_map(|team| team.round);
    assert!(read.map(|round| round.figures.into_keys().collect::<Vec<_>>()).all(|ids| ids == ["TE1", "index"]));
    let indices = store.snapshot().await.unwrap().indices(OrganisationId::IMPLICIT).await.unwrap();
    let team = |number: u64| TeamId::new(id(1_000 + number));
    assert_eq!(indices.keys().copied().collect::<std::collections::BTreeSet<_>>(), [1, 2, 3].map(team).into());
    assert!(indices[&team(1)] > indices[&team(3)]);
}

pub async fn teams_are_filtered_by_unit_time_and_membership(Db { store, .. }: Db) {
    for (number, at) in [(1, 10), (2, 20), (3, 30)] {
        let (round, _) = closed(&store, number, Mode::Named, &["3"], DAY + at).await;
        keep(&store, round, 1, DAY + at).await;
    }
    let organisation_id = OrganisationId::IMPLICIT;
    let [top, below] = [7_001, 7_002].map(|number| UnitId::new(id(number)));
    for (unit, parent, name) in [(top, None, "Risk"), (below, Some(top), "Models")] {
        store.execute(AddUnit { id: unit, organisation_id, parent, name: name.to_owned(), at: DAY }).await.unwrap();
    }
    let team = |number: u64| TeamId::new(id(1_000 + number));
    for (number, unit) in [(1, top), (2, below)] {
        let (team_id, name, placing) = (team(number), format!("Team {number}"), Placing::Into(Some(unit)));
        store.execute(ChangeTeam { organisation_id, team_id, name, placing }).await.unwrap();
    }
    let by_name = all(Order::Team, false);
    assert_eq!(order(&store, &Overview { unit: Some(top), ..by_name.clone() }).await, "12");
    assert_eq!(order(&store, &Overview { unit: Some(below), ..by_name.clone() }).await, "2");
    assert_eq!(order(&store, &all(Order::Unit, true)).await, "213");
    assert_eq!(table(&store, &by_name).await[1].unit, "Risk / Models");
    let since = table(&store, &Overview { since: DAY + 20, ..by_name.clone() }).await;
    let closed: Vec<Option<i64>> = since.iter().map(|team| team.round.as_ref().map(|round| round.closed_at)).collect();
    assert_eq!(closed, [None, Some(DAY + 20), Some(DAY + 30)]);
    store.execute(ArchiveTeam { organisation_id, team_id: team(3), archived: true, at: DAY }).await.unwrap();
    assert_eq!(order(&store, &by_name).await, "12");
    let own = Overview { view: View { everything: false, ..by_name.view }, ..by_name };
    assert_eq!(order(&store, &own).await, "", "belongs to no team");
}

pub async fn closed_rounds_without_figures_are_found(Db { store, url }: Db) {
    let (first, _) = closed(&store, 1, Mode::Named, &["3"], DAY).await;
    let (second, _) = closed(&store, 2, Mode::Named, &["3"], DAY).await;
    let (erased, _) = closed(&store, 3, Mode::Named, &["3"], DAY).await;
    assert!(store.execute(EraseAnswers { round_id: erased, lasting: None, at: DAY + 9 }).await.unwrap());
    let missing = async |limit| {
        let found = store.snapshot().await.unwrap().unpublished_rounds(OrganisationId::IMPLICIT, BUILTIN, limit).await;
        let (rounds, total) = found.unwrap();
        (rounds.iter().map(Unpublished::id).collect::<std::collections::HashSet<_>>(), total)
    };
    assert_eq!(missing(20).await, ([first, second].into(), 2));
    assert_eq!(missing(1).await.1, 2);
    let other = ("mldevops", "0.9.0");
    let found = store.snapshot().await.unwrap().unpublished_rounds(OrganisationId::IMPLICIT, other, 20).await;
    assert_eq!(found.unwrap(), (Vec::new(), 0));
    keep(&store, first, 1, DAY).await;
    keep(&store, second, 1, DAY).await;
    assert_eq!(missing(20).await.1, 0);
    turn(&store, second, Turn::Reopen, DAY + 10).await;
    assert_eq!(missing(20).await.1, 0, "an open round publishes nothing");
    turn(&store, second, Turn::Close, DAY + 20).await;
    assert_eq!(missing(20).await, ([second].into(), 1), "closed again");
    keep(&store, second, 2, DAY + 20).await;
    turn(&store, second, Turn::Reopen, DAY + 30).await;
    turn(&store, second, Turn::Close, DAY + 40).await;
    let stands = KeepPublication { round_id: second, closed_at: DAY + 40, number: 2 };
    assert_eq!(missing(20).await.1, 1);
    assert_eq!(store.execute(stands).await.unwrap(), PublicationStored::Stored);
    assert_eq!(missing(20).await.1, 0, "what it published before stands");
    let db = Db { store: store.clone(), url };
    db.tamper("DELETE FROM publication_figure").await;
    // What a database of before gets when it is brought up to date.
    let migration = include_str!("../../../../migrations/20261126230000_newest_publications.sql");
    let noted = migration.split("\n\n").find(|part| part.starts_with("UPDATE round")).unwrap();
    db.tamper("UPDATE round SET stands_for = NULL, shown_closing = NULL").await;
    db.tamper(noted).await;
    assert_eq!(missing(20).await.1, 2, "made before figures were kept");
    store.execute(EnterFigures { round_id: first }).await.unwrap();
    assert_eq!(missing(20).await, ([second].into(), 1));
    assert_eq!(figures(&store, 1).await.unwrap().figures["TE1"].value, Some(50.0));
    db.tamper("UPDATE round SET stands_for = NULL, shown_closing = NULL").await;
    assert_eq!((missing(20).await.1, figures(&store, 1).await), (2, None));
    db.tamper(noted).await;
    assert_eq!(missing(20).await, ([second].into(), 1));
    assert_eq!(figures(&store, 1).await.unwrap().closed_at, DAY);
}

pub async fn dropped_figures_are_entered_again(Db { store, url }: Db) {
    let confidential = Mode::Confidential { k: 5 };
    let (closed_round, _) = closed(&store, 1, Mode::Named, &["3", "4", "4"], DAY).await;
    let (erased, _) = closed(&store, 2, confidential, &["3"; 6], DAY).await;
    let (reopened, _) = closed(&store, 3, confidential, &["4"; 6], DAY).await;
    let (open, _) = closed(&store, 4, Mode::Named, &["4"], DAY).await;
    let (other_version, _) = closed(&store, 5, Mode::Named, &["2", "3", "3"], DAY).await;
    for round in [closed_round, erased, reopened, open, other_version] {
        keep(&store, round, 1, DAY).await;
    }
    assert!(store.execute(EraseAnswers { round_id: erased, lasting: None, at: DAY + 9 }).await.unwrap());
    for round in [reopened, open] {
        turn(&store, round, Turn::Reopen, DAY + 10).await;
    }
    let db = Db { store: store.clone(), url };
    let odd = other_version.uuid().as_simple().to_string();
    let id = if db.url.starts_with("sqlite") { format!("X'{odd}'") } else { format!("'{odd}'") };
    db.tamper(&format!("UPDATE round SET instrument_version = '0.9.0' WHERE id = {id}")).await;
    let before = table(&store, &all(Order::Team, false)).await;
    assert_eq!(before.iter().filter(|team| team.round.is_some()).count(), 4, "all but the named one that is open");
    // What a database of before goes through when it is brought up to date.
    let migration = include_str!("../../../../migrations/20261127110000_told_figures.sql");
    db.tamper("DELETE FROM publication_figure").await;
    db.tamper(migration.split("\n\n").find(|part| part.starts_with("UPDATE round")).unwrap()).await;
    assert!(table(&store, &all(Order::Team, false)).await.iter().all(|team| team.round.is_none()));
    let organisation = OrganisationId::IMPLICIT;
    let missing = async || store.snapshot().await.unwrap().unpublished_rounds(organisation, BUILTIN, 20).await.unwrap();
    let (found, total) = missing().await;
    assert_eq!(total, 4);
    for one in found {
        let Unpublished::Figures(round_id) = one else { panic!("nothing is to be published: {one:?}") };
        store.execute(EnterFigures { round_id }).await.unwrap();
    }
    assert_eq!((table(&store, &all(Order::Team, false)).await, missing().await.1), (before, 0));
}
