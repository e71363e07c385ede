//! Responses: found, renamed, handed in, taken back.

use domain::pace::Pace;
use domain::round::{Mode, ResponseState};
use store::{
    CloseRound, EraseResponse, Erased, RenameResponse, Renamed, ReopenResponse, Reopened, ResponseSummary, SaveAnswers,
    Saved, Store, Submission, SubmitResponse,
};

use crate::db::Db;
use crate::fixture::{DAY, Person, change, one, person, respondent, round, start};

async fn submit(store: &Store, person: &Person, too_fast: bool) -> Submission {
    let response_key = person.key.clone();
    store.execute(SubmitResponse { response_key, too_fast, day: DAY }).await.unwrap()
}

async fn reopen(store: &Store, person: &Person) -> Reopened {
    store.execute(ReopenResponse { response_key: person.key.clone() }).await.unwrap()
}

async fn rename(store: &Store, person: &Person, label: &str) -> Renamed {
    let response_key = person.key.clone();
    store.execute(RenameResponse { response_key, label: label.to_owned() }).await.unwrap()
}

pub async fn a_response_is_found_with_its_round(Db { store, .. }: Db) {
    let person = one(&store).await;
    let (response, round) = person.response(&store).await.unwrap();
    assert_eq!(response.id, person.id);
    assert_eq!(response.round_id, round.id);
    assert_eq!(response.label, "Person 1");
    assert_eq!(response.state, ResponseState::Open);
    assert!(!response.too_fast);
    assert_eq!(round.id, start(1, Mode::Named).round_id);
    assert_eq!(round.team_name, "Team 1");
    let nobody = Person { key: respondent(2).response_key(), id: person.id };
    assert_eq!(nobody.response(&store).await, None);
}

pub async fn submitting_and_reopening(Db { store, .. }: Db) {
    let person = one(&store).await;
    assert_eq!(reopen(&store, &person).await, Reopened::AlreadyOpen);
    assert_eq!(submit(&store, &person, true).await, Submission::Submitted);
    let (response, _) = person.response(&store).await.unwrap();
    assert_eq!(response.state, ResponseState::Submitted);
    assert!(response.too_fast);
    // The second one changes nothing.
    assert_eq!(submit(&store, &person, false).await, Submission::AlreadySubmitted);
    assert!(person.response(&store).await.unwrap().0.too_fast);
    assert_eq!(reopen(&store, &person).await, Reopened::Reopened);
    let (response, _) = person.response(&store).await.unwrap();
    assert_eq!(response.state, ResponseState::Open);
    // Taking it back does not undo what was noticed; the next submission says anew.
    assert!(response.too_fast);
    assert_eq!(submit(&store, &person, false).await, Submission::Submitted);
    assert!(!person.response(&store).await.unwrap().0.too_fast);
}

pub async fn a_closed_round_keeps_its_responses_as_they_are(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let (open, submitted) = (person(&store, 1, 1).await, person(&store, 1, 2).await);
    submit(&store, &submitted, false).await;
    store.execute(CloseRound { round_id }).await.unwrap();
    assert_eq!(submit(&store, &open, false).await, Submission::RoundClosed);
    assert_eq!(submit(&store, &submitted, false).await, Submission::AlreadySubmitted);
    assert_eq!(reopen(&store, &submitted).await, Reopened::RoundClosed);
    assert_eq!(rename(&store, &open, "New").await, Renamed::RoundClosed);
    assert_eq!(open.response(&store).await.unwrap().0.state, ResponseState::Open);
    assert_eq!(open.response(&store).await.unwrap().0.label, "Person 1");
    assert_eq!(submitted.response(&store).await.unwrap().0.state, ResponseState::Submitted);
}

pub async fn nothing_happens_behind_an_unknown_link(Db { store, .. }: Db) {
    let person = one(&store).await;
    let nobody = Person { key: respondent(2).response_key(), id: person.id };
    assert_eq!(submit(&store, &nobody, false).await, Submission::Unknown);
    assert_eq!(reopen(&store, &nobody).await, Reopened::Unknown);
    assert_eq!(rename(&store, &nobody, "New").await, Renamed::Unknown);
    let erasing = EraseResponse { response_key: nobody.key.clone() };
    assert_eq!(store.execute(erasing).await.unwrap(), Erased::Unknown);
    let (response_key, changes) = (nobody.key.clone(), vec![change("TE1-1", "3", None)]);
    let saving = SaveAnswers { response_key, idempotency_key: None, changes, pace: None, day: DAY };
    assert_eq!(store.execute(saving).await.unwrap(), Saved::Unknown);
    assert_eq!(person.answers(&store).await, []);
}

pub async fn renaming(Db { store, .. }: Db) {
    let person = one(&store).await;
    for label in ["Zoë 東京 \u{1f600}", ""] {
        assert_eq!(rename(&store, &person, label).await, Renamed::Renamed);
        assert_eq!(person.response(&store).await.unwrap().0.label, label);
    }
}

pub async fn summaries_count_answered_items(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    round(&store, 2).await;
    let (busy, idle) = (person(&store, 1, 1).await, person(&store, 1, 2).await);
    person(&store, 2, 3).await;
    let fields = ["TE1-1", "TE1-2", "TE1-3", "comment.TE1-1", "evidence.TE1-1", "job_role", "name"];
    busy.save(&store, &fields.map(|field| change(field, "DK", None))).await;
    busy.save(&store, &[change("TE1-3", "", None)]).await;
    submit(&store, &busy, true).await;
    let found = store.snapshot().await.unwrap().responses_of_round(round_id).await.unwrap();
    let summary = |person: &Person, label: &str, state, answered, too_fast| {
        let label = label.to_owned();
        ResponseSummary { id: person.id, label, state, answered, too_fast }
    };
    let mut expected = vec![
        summary(&busy, "Person 1", ResponseState::Submitted, 2, true),
        summary(&idle, "Person 2", ResponseState::Open, 0, false),
    ];
    expected.sort_by_key(|summary| summary.id);
    assert_eq!(found, expected);
}

pub async fn pace_adds_up_until_the_response_is_handed_in(Db { store, .. }: Db) {
    let person = one(&store).await;
    let pace = async || person.response(&store).await.unwrap().0.pace;
    assert_eq!(pace().await, Pace::default());
    let mut save = person.saving(&[change("TE1-1", "3", Some(0))]);
    save.pace = Some(Pace { seconds: 30, items: 1 });
    save.idempotency_key = Some("n1".to_owned());
    // Sent twice, it counts once.
    store.execute(save.clone()).await.unwrap();
    store.execute(save.clone()).await.unwrap();
    assert_eq!(pace().await, Pace { seconds: 30, items: 1 });
    save.pace = Some(Pace { seconds: 12, items: 4 });
    save.idempotency_key = None;
    store.execute(save.clone()).await.unwrap();
    assert_eq!(pace().await, Pace { seconds: 42, items: 5 });
    // What is not saved does not count.
    save.changes = vec![change("TE1-1", "5", Some(9))];
    assert!(matches!(store.execute(save).await.unwrap(), Saved::Stale(_)));
    assert_eq!(pace().await, Pace { seconds: 42, items: 5 });
    submit(&store, &person, false).await;
    assert_eq!(pace().await, Pace::default());
}
