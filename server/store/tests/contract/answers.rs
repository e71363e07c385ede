//! Saving answers and reading them back.

use domain::instrument::Instrument;
use domain::privacy::publish;
use store::{CloseRound, HistoryEntry, Saved, StaleField, SubmitResponse};

use crate::db::Db;
use crate::fixture::{DAY, change, one, person, round, saved};

fn row(field: &str, value: &str, version: i64) -> (String, String, i64) {
    (field.to_owned(), value.to_owned(), version)
}

fn versions(values: &[&str]) -> Vec<(i64, String)> {
    (1..).zip(values.iter().map(|value| (*value).to_owned())).collect()
}

pub async fn a_save_gives_versions_and_history(Db { store, .. }: Db) {
    let person = one(&store).await;
    let both = [change("TE1-2", "4", Some(0)), change("TE1-1", "3", Some(0))];
    assert_eq!(person.save(&store, &both).await, saved(&[("TE1-2", 1), ("TE1-1", 1)]));
    assert_eq!(person.save(&store, &[change("TE1-1", "5", Some(1))]).await, saved(&[("TE1-1", 2)]));
    assert_eq!(person.answers(&store).await, [row("TE1-1", "5", 2), row("TE1-2", "4", 1)]);
    assert_eq!(person.history(&store, "TE1-1").await, versions(&["3", "5"]));
    assert_eq!(person.history(&store, "TE1-3").await, []);
    let days = store.snapshot().await.unwrap().history_of(person.id, "TE1-2").await.unwrap();
    assert_eq!(days, [HistoryEntry { version: 1, value: "4".to_owned(), changed_day: DAY }]);
}

pub async fn the_whole_history_and_any_version_can_be_read(Db { store, .. }: Db) {
    let person = one(&store).await;
    person.save(&store, &[change("TE1-2", "4", None), change("TE1-1", "3", None)]).await;
    person.save(&store, &[change("TE1-1", "", None)]).await;
    let mut snapshot = store.snapshot().await.unwrap();
    let history = snapshot.history_of_response(person.id).await.unwrap();
    let history: Vec<_> =
        history.iter().map(|entry| (entry.field.as_str(), entry.version, entry.value.as_str())).collect();
    assert_eq!(history, [("TE1-1", 1, "3"), ("TE1-1", 2, ""), ("TE1-2", 1, "4")]);
    assert_eq!(snapshot.value_at(person.id, "TE1-1", 1).await.unwrap().as_deref(), Some("3"));
    assert_eq!(snapshot.value_at(person.id, "TE1-1", 2).await.unwrap().as_deref(), Some(""));
    assert_eq!(snapshot.value_at(person.id, "TE1-1", 3).await.unwrap(), None);
}

pub async fn an_equal_value_is_no_new_version(Db { store, .. }: Db) {
    let person = one(&store).await;
    person.save(&store, &[change("TE1-1", "3", None)]).await;
    person.save(&store, &[change("TE1-1", "4", None)]).await;
    // Whatever was seen before: what is wanted is there.
    for seen in [None, Some(0), Some(1), Some(2), Some(9)] {
        assert_eq!(person.save(&store, &[change("TE1-1", "4", seen)]).await, saved(&[("TE1-1", 2)]));
    }
    assert_eq!(person.save(&store, &[change("TE1-2", "", Some(0))]).await, saved(&[("TE1-2", 0)]));
    assert_eq!(person.answers(&store).await, [row("TE1-1", "4", 2)]);
    assert_eq!(person.history(&store, "TE1-1").await.len(), 2);
    assert_eq!(person.save(&store, &[]).await, saved(&[]));
}

pub async fn a_stale_change_saves_nothing_at_all(Db { store, .. }: Db) {
    let person = one(&store).await;
    person.save(&store, &[change("TE1-1", "3", None), change("TE1-2", "3", None)]).await;
    person.save(&store, &[change("TE1-2", "5", Some(1))]).await;
    let changes = [change("TE1-1", "4", Some(1)), change("TE1-2", "1", Some(1)), change("TE1-3", "2", Some(0))];
    let stale = StaleField { field: "TE1-2".to_owned(), current_value: "5".to_owned(), current_version: 2 };
    assert_eq!(person.save(&store, &changes).await, Saved::Stale(vec![stale]));
    assert_eq!(person.answers(&store).await, [row("TE1-1", "3", 1), row("TE1-2", "5", 2)]);
    assert_eq!(person.history(&store, "TE1-1").await, versions(&["3"]));
    // A version from the future is stale as well.
    let ahead = person.save(&store, &[change("TE1-1", "4", Some(7))]).await;
    assert!(matches!(ahead, Saved::Stale(fields) if fields[0].current_version == 1));
}

pub async fn seen_zero_means_empty(Db { store, .. }: Db) {
    let person = one(&store).await;
    assert_eq!(person.save(&store, &[change("TE1-1", "3", Some(0))]).await, saved(&[("TE1-1", 1)]));
    assert!(matches!(person.save(&store, &[change("TE1-1", "4", Some(0))]).await, Saved::Stale(_)));
    person.save(&store, &[change("TE1-1", "", Some(1))]).await;
    assert_eq!(person.save(&store, &[change("TE1-1", "4", Some(0))]).await, saved(&[("TE1-1", 3)]));
}

pub async fn without_a_seen_version_the_last_one_wins(Db { store, .. }: Db) {
    let person = one(&store).await;
    for (value, version) in [("1", 1), ("2", 2), ("3", 3)] {
        assert_eq!(person.save(&store, &[change("TE1-1", value, None)]).await, saved(&[("TE1-1", version)]));
    }
    assert_eq!(person.history(&store, "TE1-1").await, versions(&["1", "2", "3"]));
}

pub async fn clearing_is_a_version_of_its_own(Db { store, .. }: Db) {
    let person = one(&store).await;
    person.save(&store, &[change("TE1-1", "3", None)]).await;
    assert_eq!(person.save(&store, &[change("TE1-1", "", Some(1))]).await, saved(&[("TE1-1", 2)]));
    assert_eq!(person.answers(&store).await, [row("TE1-1", "", 2)]);
    assert_eq!(person.history(&store, "TE1-1").await, versions(&["3", ""]));
}

pub async fn a_field_named_twice_takes_the_last_value(Db { store, .. }: Db) {
    let person = one(&store).await;
    let changes = [change("TE1-1", "1", None), change("TE1-2", "2", None), change("TE1-1", "5", Some(0))];
    assert_eq!(person.save(&store, &changes).await, saved(&[("TE1-1", 1), ("TE1-2", 1)]));
    assert_eq!(person.answers(&store).await, [row("TE1-1", "5", 1), row("TE1-2", "2", 1)]);
}

pub async fn nothing_is_saved_after_submission_or_closure(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    let (open, submitted) = (person(&store, 1, 1).await, person(&store, 1, 2).await);
    let response_key = submitted.key.clone();
    store.execute(SubmitResponse { response_key, too_fast: false, day: DAY }).await.unwrap();
    let changes = [change("TE1-1", "3", None)];
    assert_eq!(submitted.save(&store, &changes).await, Saved::Submitted);
    store.execute(CloseRound { round_id }).await.unwrap();
    assert_eq!(submitted.save(&store, &changes).await, Saved::RoundClosed);
    assert_eq!(open.save(&store, &changes).await, Saved::RoundClosed);
    assert_eq!(open.answers(&store).await, []);
    assert_eq!(submitted.answers(&store).await, []);
}

pub async fn any_text_comes_back_as_it_was(Db { store, .. }: Db) {
    let person = one(&store).await;
    let long = "ß€\u{1f600}".repeat(3_000);
    let texts = ["'; DROP TABLE answer; --", "100 %_\\", " \t\r\n ", "0", "1e3", "TRUE", "e\u{301}é\u{feff}", &long];
    for (number, text) in texts.into_iter().enumerate() {
        let field = format!("comment.TE1-{number}");
        assert_eq!(person.save(&store, &[change(&field, text, Some(0))]).await, saved(&[(&field, 1)]));
        assert_eq!(person.history(&store, &field).await, versions(&[text]));
    }
    store.execute(person.saving(&[change("comment.TE1-9", "a\0b", None)])).await.unwrap_err();
    assert_eq!(person.answers(&store).await.len(), texts.len());
}

pub async fn answers_of_a_round_leave_out_what_is_empty(Db { store, .. }: Db) {
    let round_id = round(&store, 1).await;
    round(&store, 2).await;
    let (first, second, other) = (person(&store, 1, 1).await, person(&store, 1, 2).await, person(&store, 2, 3).await);
    first.save(&store, &[change("TE1-2", "3", None), change("TE1-1", "DK", None)]).await;
    first.save(&store, &[change("TE1-3", "3", None)]).await;
    first.save(&store, &[change("TE1-3", "", None)]).await;
    second.save(&store, &[change("TE1-1", "4", None), change("comment.TE1-1", "Slow", None)]).await;
    other.save(&store, &[change("TE1-1", "5", None)]).await;
    person(&store, 1, 4).await.save(&store, &[change("comment.TE1-1", "Only words", None)]).await;
    let (_, of_round) = first.response(&store).await.unwrap();
    assert_eq!(of_round.id, round_id);
    let instrument = Instrument::builtin();
    let collected = store.snapshot().await.unwrap().answers_of_round(&of_round).await.unwrap();
    assert_eq!(format!("{collected:?}"), "CollectedAnswers { .. }");
    let publication = publish(instrument, &collected.seal(instrument), None, 0).unwrap();
    let published = publication.published();
    assert_eq!(published.scores.respondents, 2, "who only wrote a comment is none");
    let items: Vec<_> = published.scores.items.iter().filter(|item| item.id.starts_with("TE1-")).collect();
    assert_eq!([items[0].counts, items[1].counts, items[2].counts], [[0, 0, 0, 1, 0], [0, 0, 1, 0, 0], [0; 5]]);
    assert_eq!((items[0].dont_know, items[2].dont_know), (1, 0));
    assert_eq!(published.comments.iter().map(|comment| comment.text.as_str()).collect::<Vec<_>>(), ["Slow"]);
}
