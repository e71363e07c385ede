//! The island's single changes.

use axum::http::StatusCode;

use crate::helpers::TestApp;

async fn begun() -> (TestApp, String) {
    let app = TestApp::new().await;
    let (_, share) = app.round().await;
    let respond = app.join(&share, "").await;
    (app, respond)
}

#[tokio::test]
async fn a_change_is_acknowledged_without_a_body_and_is_there() {
    let (app, respond) = begun().await;
    let answer = app.post(&format!("{respond}/autosave"), &[("TE1-1", "5")]).await;
    assert_eq!((answer.status, answer.body.len()), (StatusCode::NO_CONTENT, 0));
    assert!(app.get(&format!("{respond}?section=TE1")).await.text().contains(r#"name="TE1-1" value="5" checked"#));
}

#[tokio::test]
async fn what_cannot_be_taken_is_told_in_plain_words() {
    let (app, respond) = begun().await;
    let answer = app.post(&format!("{respond}/autosave"), &[("PM4", "many")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = pairs(answer.text());
    assert_eq!(told[0].0, "field");
    assert_eq!(told[0].1, "PM4");
    assert!(told[1].1.contains("from 0 to 100"), "{told:?}");
}

fn pairs(line: &str) -> Vec<(String, String)> {
    url::form_urlencoded::parse(line.trim_end().as_bytes()).into_owned().collect()
}

#[tokio::test]
async fn the_new_versions_are_told() {
    let (app, respond) = begun().await;
    let autosave = format!("{respond}/autosave");
    let answer =
        app.post(&autosave, &[("TE1-1", "5"), ("seen.TE1-1", "0"), ("comment.TE1-1", "so"), ("PM4", "?")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "the rest is saved");
    assert_eq!(answer.header("saved-versions"), "TE1-1=1&comment.TE1-1=1");
    let answer = app.post(&autosave, &[("TE1-1", "4"), ("seen.TE1-1", "1")]).await;
    assert_eq!((answer.status, answer.header("saved-versions")), (StatusCode::NO_CONTENT, "TE1-1=2"));
}

#[tokio::test]
async fn a_change_of_what_was_changed_elsewhere_is_refused_with_both_and_the_rest_is_saved() {
    let (app, respond) = begun().await;
    let autosave = format!("{respond}/autosave");
    app.post(&autosave, &[("TE1-1", "5"), ("seen.TE1-1", "0")]).await;
    let stale = app.post(&autosave, &[("TE1-1", "DK"), ("seen.TE1-1", "0"), ("TE1-2", "2"), ("seen.TE1-2", "0")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(stale.header("saved-versions"), "TE1-2=1");
    let told = pairs(stale.text());
    let get = |name: &str| told.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value);
    assert_eq!((get("field"), get("label"), get("mine")), ("TE1-1", "How training runs", "Don’t know"));
    assert_eq!((get("value"), get("version")), ("5", "1"));
    assert!(get("theirs").starts_with("Optimising: "), "{told:?}");
    assert!(app.get(&format!("{respond}?section=TE1")).await.text().contains(r#"name="TE1-1" value="5" checked"#));
    // Who has seen it may replace it; and the same value again is no conflict, whatever was seen.
    let insisted = app.post(&autosave, &[("TE1-1", "DK"), ("seen.TE1-1", "1")]).await;
    assert_eq!(insisted.header("saved-versions"), "TE1-1=2");
    assert_eq!(app.post(&autosave, &[("TE1-1", "DK"), ("seen.TE1-1", "0")]).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn of_a_thousand_changes_by_two_tabs_each_acknowledged_one_is_in_the_history() {
    let (app, respond) = begun().await;
    let autosave = format!("{respond}/autosave");
    let mut seen = ["0".to_owned(), "0".to_owned()];
    let mut acknowledged = Vec::new();
    let mut refused = 0;
    for edit in 0..1_000_usize {
        let tab = (edit * 7 / 3) % 2;
        let text = format!("tab {tab} edit {edit}");
        let answer = app.post(&autosave, &[("open.change", &text), ("seen.open.change", &seen[tab])]).await;
        if answer.status == StatusCode::NO_CONTENT {
            acknowledged.push(text);
            seen[tab] = answer.header("saved-versions").split_once('=').unwrap().1.to_owned();
        } else {
            assert_eq!(answer.status, StatusCode::CONFLICT);
            refused += 1;
            let told = pairs(answer.text());
            seen[tab].clone_from(&told.iter().find(|(key, _)| key == "version").unwrap().1);
        }
    }
    assert!(refused > 100 && acknowledged.len() > 100, "{refused} refused, {} taken", acknowledged.len());
    let history = app.get(&format!("{respond}/history")).await;
    for text in &acknowledged {
        assert!(history.text().contains(&format!(">{text}<")), "{text} is lost");
    }
    let versions = history.text().matches("data-version").count();
    assert_eq!(versions, acknowledged.len());
}

#[tokio::test]
async fn a_submitted_response_refuses() {
    let (app, respond) = begun().await;
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    let answer = app.post(&format!("{respond}/autosave"), &[("TE1-1", "5")]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_link_that_leads_nowhere_is_not_found() {
    let (app, _) = begun().await;
    let answer = app.post(&format!("/respond/{}/autosave", "0".repeat(32)), &[("TE1-1", "5")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_change_after_the_close_is_refused_with_words_and_changes_nothing() {
    let (app, respond) = begun().await;
    let autosave = format!("{respond}/autosave");
    app.post(&autosave, &[("comment.TE1-1", "before")]).await;
    app.tamper("UPDATE round SET state = 'closed'").await;
    let answer = app.post(&autosave, &[("comment.TE1-1", "after"), ("seen.comment.TE1-1", "1")]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let told = pairs(answer.text());
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].0 == "message" && told[0].1.contains("The round is closed"), "{told:?}");
    assert!(told[0].1.contains("kept in this browser"), "{told:?}");
    let history = app.get(&format!("{respond}/history")).await;
    assert!(!history.text().contains("after</"));
    let page = app.get(&format!("{respond}?section=TE1")).await;
    assert!(page.text().contains("before") && !page.text().contains(">\nafter"));
}
