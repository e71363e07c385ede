//! In a confidential round nothing leads from who was asked to what was answered, not even for who reads the database.

use domain::ids::RoundId;
use domain::round::Mode;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use store::{Begun, Joining, RenameResponse, Standing, SubmitResponse, Turn, TurnRound};

use crate::db::Db;
use crate::fixture::{DAY, Person, change, organisation, respondent, start};
use crate::joining::{account, begin};
use crate::personal::{invite, using};

/// People who begin by their accounts, one after another.
const PEOPLE: u64 = 12;

async fn texts(db: &Db, sql: &str) -> Vec<String> {
    let sql = AssertSqlSafe(sql.to_owned());
    if db.url.starts_with("sqlite:") {
        let mut connection = SqliteConnection::connect(&db.url).await.unwrap();
        sqlx::query_scalar(sql).fetch_all(&mut connection).await.unwrap()
    } else {
        let mut connection = PgConnection::connect(&db.url).await.unwrap();
        sqlx::query_scalar(sql).fetch_all(&mut connection).await.unwrap()
    }
}

/// Everybody begins and answers, some hand in; the keys of invitations and of responses in the order of beginning.
async fn round(db: &Db) -> (RoundId, Vec<String>, Vec<String>) {
    let store = &db.store;
    organisation(store).await;
    let start = start(1, Mode::Confidential { k: 5 });
    let round_id = start.round_id;
    store.execute(start).await.unwrap();
    let (mut invitations, mut responses) = (Vec::new(), Vec::new());
    for number in 1..=PEOPLE {
        let account = account(store, number).await;
        let begin = begin(round_id, account, number);
        invitations.push(begin.invitation_key.as_str().to_owned());
        responses.push(begin.response_key.as_str().to_owned());
        let person = Person { key: begin.response_key.clone(), id: begin.response_id };
        assert_eq!(store.execute(begin).await.unwrap(), Begun::Ready { carried: false });
        person.save(store, &[change("TE1-1", "3", Some(0))]).await;
        if number % 3 == 0 {
            let response_key = person.key.clone();
            store.execute(SubmitResponse { response_key, too_fast: false, day: DAY }).await.unwrap();
        }
    }
    (round_id, invitations, responses)
}

pub async fn an_account_begins_once_and_only_its_own_link_leads_back(db: Db) {
    let (round_id, ..) = round(&db).await;
    let store = &db.store;
    let first = account_of(1);
    assert_eq!(
        store.execute(begin(round_id, first, 1)).await.unwrap(),
        Begun::Ready { carried: false },
        "pressed twice"
    );
    assert_eq!(store.execute(begin(round_id, first, 99)).await.unwrap(), Begun::ByOwnLink);
    let mut snapshot = store.snapshot().await.unwrap();
    assert_eq!(snapshot.responses_of_round(round_id).await.unwrap().len(), 12);
    assert!(snapshot.has_begun_apart(round_id, first).await.unwrap());
    assert_eq!(snapshot.response_of(round_id, first, false).await.unwrap(), None);
    drop(snapshot);
    let late = account(store, 77).await;
    store.execute(TurnRound { round_id, turn: Turn::Close, by: None, at: DAY + 9 }).await.unwrap();
    assert_eq!(store.execute(begin(round_id, late, 77)).await.unwrap(), Begun::NotOpen);
    assert_eq!(store.execute(begin(round_id, first, 1)).await.unwrap(), Begun::Ready { carried: false });
}

fn account_of(number: u64) -> domain::ids::AccountId {
    domain::ids::AccountId::new(crate::fixture::id(9_000 + number))
}

pub async fn a_confidential_response_bears_no_name(db: Db) {
    let (round_id, ..) = round(&db).await;
    let response_key = respondent(8_001).response_key();
    db.store.execute(RenameResponse { response_key, label: "Me".to_owned() }).await.unwrap();
    let responses = db.store.snapshot().await.unwrap().responses_of_round(round_id).await.unwrap();
    assert!(responses.iter().all(|response| response.label.is_empty()));
}

pub async fn who_has_begun_is_known_and_no_more(db: Db) {
    let (round_id, ..) = round(&db).await;
    let members = db.store.snapshot().await.unwrap().members_of_round(round_id).await.unwrap();
    assert!(members.iter().all(|member| member.standing == Standing::Begun), "{members:?}");
}

pub async fn nothing_that_is_stored_leads_from_an_invitation_to_a_response(db: Db) {
    let (_, invitations, responses) = round(&db).await;
    nothing_leads(&db, &invitations, &responses).await;
}

pub async fn nor_from_a_personal_link(db: Db) {
    let store = &db.store;
    organisation(store).await;
    let start = start(1, Mode::Confidential { k: 5 });
    let round_id = start.round_id;
    store.execute(start).await.unwrap();
    let numbers: Vec<u64> = (1..=PEOPLE).collect();
    store.execute(invite(round_id, &numbers)).await.unwrap();
    let (mut invitations, mut responses) = (Vec::new(), Vec::new());
    for number in numbers {
        let command = using(number);
        invitations.push(command.invitation_key.as_str().to_owned());
        responses.push(command.response_key.as_str().to_owned());
        let person = Person { key: command.response_key.clone(), id: command.response_id };
        assert!(matches!(store.execute(command).await.unwrap(), Joining::Joined { .. }));
        person.save(store, &[change("TE1-1", "3", Some(0))]).await;
    }
    nothing_leads(&db, &invitations, &responses).await;
}

/// The keys of invitations and of responses are in the order of beginning.
async fn nothing_leads(db: &Db, invitations: &[String], responses: &[String]) {
    // No table that ties accounts to answers has a row.
    assert!(texts(db, "SELECT 'tied' FROM participation").await.is_empty());
    assert!(texts(db, "SELECT 'tied' FROM response_link").await.is_empty());
    // No value of an invitation stands anywhere in a response or in what hangs on it.
    let hex = |column: &str| {
        if db.url.starts_with("sqlite:") { format!("lower(hex({column}))") } else { format!("{column}::TEXT") }
    };
    let of = |column: String| format!("SELECT {column} FROM invitation WHERE account_id IS NOT NULL OR id IS NOT NULL");
    let known = [of("key".to_owned()), of(hex("COALESCE(account_id, id)")), of("name".to_owned())];
    let known = texts(db, &known.join(" UNION ALL ")).await;
    let known: Vec<String> =
        known.into_iter().map(|text| text.replace('-', "")).filter(|text| !text.is_empty()).collect();
    assert!(known.len() >= 24, "{known:?}");
    let id = if db.url.starts_with("sqlite:") { "lower(hex(id))" } else { "id::TEXT" };
    let mut stored = texts(db, &format!("SELECT {id} || ' ' || key || ' ' || label FROM response")).await;
    stored.extend(texts(db, "SELECT field || ' ' || value FROM answer").await);
    stored.extend(texts(db, "SELECT key || ' ' || outcome FROM command_done").await);
    assert!(stored.len() >= 24);
    for text in stored.iter().map(|text| text.replace('-', "")) {
        assert!(known.iter().all(|known| !text.contains(known.as_str())), "{text}");
    }
    // Nor does the order in which rows lie, or in which they were written.
    let order = if db.url.starts_with("sqlite:") { "" } else { " ORDER BY xmin::TEXT::BIGINT, ctid" };
    let rows = texts(db, &format!("SELECT key FROM invitation{order}")).await;
    let others = texts(db, &format!("SELECT key FROM response{order}")).await;
    let place = |all: &[String], key: &String| all.iter().position(|one| one == key).unwrap();
    let pairs = rows.iter().zip(&others);
    let right =
        pairs.filter(|(invitation, response)| place(invitations, invitation) == place(responses, response)).count();
    // By chance one is right; nine of twelve less than once in a million.
    assert!(right < 9, "{right} of {PEOPLE} are matched by their order");
    if !order.is_empty() {
        let written = texts(db, "SELECT DISTINCT xmin::TEXT FROM invitation UNION SELECT DISTINCT xmin::TEXT FROM response WHERE state = 'open'").await;
        assert_eq!(written.len(), 1, "one transaction wrote all of them last");
    }
}
