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
    assert!(answer.text().contains("from 0 to 100"), "{}", answer.text());
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
