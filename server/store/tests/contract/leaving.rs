//! Deleting accounts.

use domain::ids::ResponseId;
use store::{Begin, CloseRound, DeleteAccount, Deleted, ForgetCommands, Leaving, Store};

use crate::claiming::{home, owner};
use crate::db::Db;
use crate::fixture::{DAY, Person, change, id, person, respondent, round};

/// Ties the response of a label to the account of an owner.
async fn tie(db: &Db, owner: u64, label: &str) {
    let sql = format!(
        "INSERT INTO participation (round_id, account_id, response_id)
        SELECT p.round_id, a.id, p.id FROM response p JOIN account a ON a.email_folded = 'owner{owner}@example.org'
        WHERE p.label = '{label}'"
    );
    db.tamper(&sql).await;
}

/// A person's response with two saves, of which the second is remembered by a name.
async fn answered(store: &Store, round: u64, number: u64) -> Person {
    let person = person(store, round, number).await;
    let fields = [change("TE1-1", "3", None), change("name", "Ada", None), change("comment.TE1-1", "Well", None)];
    person.save(store, &fields).await;
    let mut save = person.saving(&[change("TE1-1", "4", None)]);
    save.idempotency_key = Some("n1".to_owned());
    store.execute(save).await.unwrap();
    person
}

pub async fn who_leaves_takes_the_name_or_everything(db: Db) {
    let store = &db.store;
    let round_id = round(store, 1).await;
    let home = home(store, 1).await;
    let (keeper, eraser) = (owner(store, home.0, 2).await, owner(store, home.0, 3).await);
    let (kept, gone) = (answered(store, 1, 2).await, answered(store, 1, 3).await);
    tie(&db, 2, "Person 2").await;
    tie(&db, 3, "Person 3").await;
    let leave = |account_id, answers| DeleteAccount { account_id, organisation_id: home.0, answers };
    let keep = leave(keeper, Leaving::Keep { label: "Somebody who left".to_owned() });
    assert_eq!(store.execute(keep.clone()).await.unwrap(), Deleted::Deleted);
    assert_eq!(store.execute(keep).await.unwrap(), Deleted::Unknown);
    assert_eq!(store.execute(leave(eraser, Leaving::Erase)).await.unwrap(), Deleted::Deleted);
    assert_eq!(kept.response(store).await, None, "the link that was theirs opens nothing any more");
    let left = store.snapshot().await.unwrap().responses_of_round(round_id).await.unwrap();
    assert_eq!(left.iter().map(|response| response.label.as_str()).collect::<Vec<_>>(), ["Somebody who left"]);
    let fields: Vec<String> = kept.answers(store).await.into_iter().map(|(field, ..)| field).collect();
    assert_eq!(fields, ["TE1-1", "comment.TE1-1"]);
    assert_eq!(kept.history(store, "TE1-1").await.len(), 2);
    assert_eq!(kept.history(store, "name").await, []);
    assert_eq!(gone.response(store).await, None);
    assert_eq!(gone.history(store, "TE1-1").await, []);
    assert_eq!(store.execute(ForgetCommands { before_day: DAY + 1 }).await.unwrap(), 1);
    let mut snapshot = store.snapshot().await.unwrap();
    assert_eq!(snapshot.account(home.0, keeper).await.unwrap(), None);
    assert_eq!(snapshot.account(home.0, eraser).await.unwrap(), None);
    assert!(snapshot.only_owner_is(home.1).await.unwrap());
}

pub async fn ones_own_values_are_not_those_of_the_whole_team(db: Db) {
    let store = &db.store;
    round(store, 1).await;
    let home = home(store, 1).await;
    let account = owner(store, home.0, 2).await;
    answered(store, 1, 2).await;
    tie(&db, 2, "Person 2").await;
    let values = store.snapshot().await.unwrap().own_values(account).await.unwrap();
    assert_eq!(values.len(), 4);
    db.tamper("UPDATE round SET mode = 'one_answer'").await;
    let mut snapshot = store.snapshot().await.unwrap();
    assert_eq!(snapshot.own_values(account).await.unwrap(), []);
    assert_eq!(snapshot.own_responses(account).await.unwrap().len(), 1);
}

pub async fn who_begins_while_leaving_leaves_no_name(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let home = home(&store, 1).await;
    for number in 10..20 {
        let account_id = owner(&store, home.0, number).await;
        let begin = Begin {
            invitation_key: respondent(1).invitation_key(),
            round_id,
            account_id,
            label: format!("Owner {number}"),
            response_id: ResponseId::new(id(8_000 + number)),
            response_key: respondent(8_000 + number).response_key(),
            day: DAY,
        };
        let answers = Leaving::Keep { label: "Somebody who left".to_owned() };
        let leave = DeleteAccount { account_id, organisation_id: home.0, answers };
        let (started, left) = tokio::join!(store.execute(begin), store.execute(leave));
        assert_eq!(left.unwrap(), Deleted::Deleted);
        // Whichever came first: a response that was begun has lost its name and its link, or none was begun.
        let opened = store.snapshot().await.unwrap().response_by_key(&respondent(8_000 + number).response_key()).await;
        assert_eq!(opened.unwrap(), None, "{:?}", started.unwrap());
    }
    for response in store.snapshot().await.unwrap().responses_of_round(round_id).await.unwrap() {
        assert_eq!(response.label, "Somebody who left");
    }
}

pub async fn what_a_team_gave_together_stays(db: Db) {
    let store = &db.store;
    let round_id = round(store, 1).await;
    let home = home(store, 1).await;
    let leaver = owner(store, home.0, 2).await;
    let shared = answered(store, 1, 2).await;
    tie(&db, 2, "Person 2").await;
    db.tamper("UPDATE round SET mode = 'one_answer'").await;
    store.execute(CloseRound { round_id }).await.unwrap();
    let leave = DeleteAccount { account_id: leaver, organisation_id: home.0, answers: Leaving::Erase };
    assert_eq!(store.execute(leave).await.unwrap(), Deleted::Deleted);
    assert_eq!(shared.answers(store).await.len(), 3);
    assert_eq!(shared.response(store).await.unwrap().0.label, "Person 2");
}

pub async fn an_organisation_keeps_an_owner(Db { store, .. }: Db) {
    let home = home(&store, 1).await;
    let other = owner(&store, home.0, 2).await;
    let leave = |account_id| DeleteAccount { account_id, organisation_id: home.0, answers: Leaving::Erase };
    // However close together they leave.
    let (one, two) = tokio::join!(store.execute(leave(home.1)), store.execute(leave(other)));
    let mut outcomes = [one.unwrap(), two.unwrap()];
    outcomes.sort_by_key(|outcome| *outcome == Deleted::LastOwner);
    assert_eq!(outcomes, [Deleted::Deleted, Deleted::LastOwner]);
    // Nor does anybody reach an account of another organisation.
    let (foreign, ..) = crate::claiming::home(&store, 3).await;
    for account in [home.1, other] {
        let leave = DeleteAccount { account_id: account, organisation_id: foreign, answers: Leaving::Erase };
        assert_eq!(store.execute(leave).await.unwrap(), Deleted::Unknown);
    }
}
