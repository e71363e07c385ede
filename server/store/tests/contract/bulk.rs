//! Loading many things at once, and knowing whose data a database holds.

use domain::account::Email;
use domain::audit::{Deed, FIRST, Filter, first_break};
use domain::ids::{AccountId, OrganisationId, ResponseId, RoundId, TeamId, UnitId};
use domain::links::JoinSecret;
use domain::rights::Right;
use domain::round::{Mode, ResponseState, RoundState};
use store::{
    AddAccount, AddTeam, Bulk, BulkAnswer, BulkOrganisation, BulkResponse, BulkRound, BulkUnit, Factor, Holdings,
    Membership, Note, PasswordHash, SetMembership, Store, StoreError, StoredAnswer,
};

use crate::db::Db;
use crate::fixture::{DAY, id, organisation, respondent, round};

/// So many people and responses: more than one statement takes.
const MANY: u64 = 1_203;

fn hash(text: &str) -> PasswordHash {
    PasswordHash(text.to_owned())
}

fn join(number: u8) -> JoinSecret {
    JoinSecret::from_random([number; 20])
}

fn account(number: u64) -> AddAccount {
    AddAccount {
        id: AccountId::new(id(100_000 + number)),
        organisation_id: OrganisationId::new(id(1)),
        email: Email::parse(&format!("Person{number}@demo.example")).unwrap(),
        name: format!("Person  {number}"),
        right: if number == 0 { Right::Owner } else { Right::Member },
        password_hash: Some(hash("first")),
        at: DAY,
    }
}

fn response(number: u64) -> BulkResponse {
    let before = number.is_multiple_of(3).then(|| "2".to_owned());
    let submitted_day = number.is_multiple_of(2).then_some(DAY);
    BulkResponse {
        id: ResponseId::new(id(200_000 + number)),
        round_id: RoundId::new(id(4)),
        key: respondent(number).response_key(),
        label: format!("Person {number}"),
        account_id: Some(account(number).id),
        created_day: DAY,
        submitted_day,
        answers: vec![BulkAnswer { field: "TE1-1".to_owned(), value: "4".to_owned(), before }],
    }
}

fn bulk() -> Bulk {
    let organisation_id = OrganisationId::new(id(1));
    let (team_id, unit_id) = (TeamId::new(id(3)), UnitId::new(id(2)));
    let name = |text: &str| text.to_owned();
    let belongs = Membership::Belongs;
    let member = |number| SetMembership {
        organisation_id,
        team_id,
        account_id: account(number).id,
        membership: belongs,
        at: DAY,
    };
    let round = |number: u8, state| BulkRound {
        id: RoundId::new(id(u64::from(number))),
        organisation_id,
        team_id,
        name: name("Spring"),
        subject: String::new(),
        mode: Mode::Named,
        state,
        instrument_id: name("mldevops"),
        instrument_version: name("1.0.0"),
        join: join(number),
        made_by: account(0).id,
        created_at: DAY,
        opens_at: DAY + 1,
        closes_at: DAY + 2,
    };
    let note = |deed, at| Note {
        organisation_id,
        actor: Some(account(0).id),
        deed,
        subject: name("x"),
        detail: name("y"),
        at,
    };
    Bulk {
        organisations: vec![BulkOrganisation { id: organisation_id, name: name("Ours"), at: DAY }],
        units: vec![BulkUnit { id: unit_id, organisation_id, name: name("Unit"), at: DAY }],
        accounts: (0..MANY).map(account).collect(),
        teams: vec![AddTeam { id: team_id, organisation_id, unit_id: Some(unit_id), name: name("Team"), at: DAY }],
        members: (0..MANY).map(member).collect(),
        rounds: vec![round(4, RoundState::Open), round(5, RoundState::Closed), round(6, RoundState::Draft)],
        responses: (0..MANY).map(response).collect(),
        actions: Vec::new(),
        worksheets: Vec::new(),
        notes: vec![note(Deed::TeamMade, DAY), note(Deed::RoundMade, DAY + 1)],
    }
}

async fn load(store: &Store, bulk: &Bulk) {
    let mut tx = store.begin().await.unwrap();
    tx.load(bulk).await.unwrap();
    tx.save().await.unwrap();
}

pub async fn what_is_loaded_can_be_read(db: Db) {
    let bulk = bulk();
    load(&db.store, &bulk).await;
    let mut snapshot = db.store.snapshot().await.unwrap();
    let ours = OrganisationId::new(id(1));
    for number in [0, 1, MANY - 1] {
        let email = Email::parse(&format!("person{number}@DEMO.example")).unwrap();
        let account = snapshot.account_by_email(&email).await.unwrap().unwrap();
        assert_eq!((account.id, account.active), (self::account(number).id, true));
        let team = snapshot.team(ours, TeamId::new(id(3)), account.id).await.unwrap().unwrap();
        assert_eq!((team.belongs, team.unit_id), (true, Some(UnitId::new(id(2)))));
    }
    let responses = snapshot.responses_of_round(RoundId::new(id(4))).await.unwrap();
    assert_eq!(responses.len() as u64, MANY);
    assert!(responses.iter().all(|response| response.answered == 1));
    let handed_in = responses.iter().filter(|response| response.state == ResponseState::Submitted).count();
    assert_eq!(handed_in as u64, MANY.div_ceil(2));
    for (number, versions) in [(3, 2), (4, 1)] {
        let (response, round) = snapshot.response_by_key(&respondent(number).response_key()).await.unwrap().unwrap();
        assert_eq!((round.id, response.label), (RoundId::new(id(4)), format!("Person {number}")));
        let answers = snapshot.answers_of_response(response.id).await.unwrap();
        assert_eq!(answers, [StoredAnswer { field: "TE1-1".to_owned(), value: "4".to_owned(), version: versions }]);
        let history = snapshot.history_of(response.id, "TE1-1").await.unwrap();
        assert_eq!((i64::try_from(history.len()).unwrap(), history.last().unwrap().value.as_str()), (versions, "4"));
    }
}

pub async fn loaded_rounds_are_found_by_their_links(db: Db) {
    load(&db.store, &bulk()).await;
    let mut snapshot = db.store.snapshot().await.unwrap();
    for (number, state) in [(4, RoundState::Open), (5, RoundState::Closed), (6, RoundState::Draft)] {
        let round = snapshot.round_by_join_key(&join(number).key()).await.unwrap().unwrap();
        assert_eq!((round.id, round.state), (RoundId::new(id(u64::from(number))), state));
    }
}

pub async fn the_log_that_is_loaded_holds(db: Db) {
    load(&db.store, &bulk()).await;
    let ours = OrganisationId::new(id(1));
    let mut links =
        db.store.snapshot().await.unwrap().audit_entries(ours, Filter::default(), i64::MAX, 10).await.unwrap();
    links.reverse();
    let words: Vec<&str> = links.iter().map(|link| link.entry.deed.word()).collect();
    assert_eq!(words, [Deed::TeamMade, Deed::RoundMade].map(Deed::word));
    assert_eq!(first_break(ours, FIRST, &links), None);
}

pub async fn loading_what_is_there_leaves_nothing_new(db: Db) {
    load(&db.store, &bulk()).await;
    let mut more = bulk();
    more.organisations[0].id = OrganisationId::new(id(77));
    let mut tx = db.store.begin().await.unwrap();
    assert!(tx.load(&more).await.is_err());
    drop(tx);
    assert_eq!(
        db.store.snapshot().await.unwrap().responses_of_round(RoundId::new(id(4))).await.unwrap().len() as u64,
        MANY
    );
}

pub async fn a_member_of_another_organisation_is_not_loaded(db: Db) {
    let mut mixed = bulk();
    mixed.organisations.push(BulkOrganisation { id: OrganisationId::new(id(77)), name: String::new(), at: DAY });
    mixed.accounts[5].organisation_id = OrganisationId::new(id(77));
    let mut tx = db.store.begin().await.unwrap();
    assert!(tx.load(&mixed).await.is_err());
}

pub async fn a_text_with_a_nul_is_not_loaded(db: Db) {
    let mut odd = bulk();
    odd.responses[7].answers[0].before = Some("a\0b".to_owned());
    let mut tx = db.store.begin().await.unwrap();
    assert!(matches!(tx.load(&odd).await, Err(StoreError::Inconsistent { .. })));
}

async fn holdings(db: &Db) -> Holdings {
    db.store.snapshot().await.unwrap().holdings().await.unwrap()
}

async fn password(db: &Db, number: u64) -> Option<String> {
    let Factor { password_hash, .. } =
        db.store.snapshot().await.unwrap().factor(account(number).id).await.unwrap().unwrap();
    password_hash
}

async fn mark(db: &Db, text: &str) {
    let mut tx = db.store.begin().await.unwrap();
    tx.mark_as_demonstration(&hash(text)).await.unwrap();
    tx.save().await.unwrap();
}

pub async fn a_database_knows_whose_data_it_holds(db: Db) {
    assert_eq!(holdings(&db).await, Holdings::Nothing);
    // Every server makes the organisation of rounds without an account.
    organisation(&db.store).await;
    assert_eq!(holdings(&db).await, Holdings::Nothing);
    round(&db.store, 1).await;
    assert_eq!(holdings(&db).await, Holdings::Other);
    mark(&db, "first").await;
    assert_eq!(holdings(&db).await, Holdings::Demonstration(hash("first")));
}

pub async fn a_new_password_is_given_to_who_had_the_old_one(db: Db) {
    let mut bulk = bulk();
    bulk.accounts[1].password_hash = Some(hash("own"));
    bulk.accounts[2].password_hash = None;
    load(&db.store, &bulk).await;
    assert_eq!(holdings(&db).await, Holdings::Other);
    mark(&db, "first").await;
    mark(&db, "second").await;
    assert_eq!(holdings(&db).await, Holdings::Demonstration(hash("second")));
    assert_eq!(password(&db, 0).await.as_deref(), Some("second"));
    assert_eq!(password(&db, 1).await.as_deref(), Some("own"));
    assert_eq!(password(&db, 2).await, None);
}
