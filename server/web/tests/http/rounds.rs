//! Starting, sharing and joining a round.

use axum::http::StatusCode;

use crate::helpers::TestApp;

#[tokio::test]
async fn the_landing_page_says_what_this_is_and_has_the_form() {
    let app = TestApp::new().await;
    let page = app.get("/").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains(r#"<form method="post" action="/start""#));
    assert!(page.text().contains("66 questions"));
}

#[tokio::test]
async fn a_round_starts_with_everything_left_at_its_default() {
    let app = TestApp::new().await;
    let manage = app.post("/start", &[]).await.leads_to().to_owned();
    assert!(manage.starts_with("/manage/"));
    let page = app.get(&manage).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Our team"));
    assert!(page.text().contains("November 2026"));
    assert!(page.text().contains("Nobody has answered yet"));
}

#[tokio::test]
async fn a_name_that_is_too_long_comes_back_with_a_message_at_it() {
    let app = TestApp::new().await;
    let long = "x".repeat(81);
    let page = app.post("/start", &[("team", &long), ("subject", "Fraud score")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains(&long), "what was typed is kept");
    assert!(page.text().contains("Fraud score"));
    assert!(page.text().contains("Shorten it to 80"));
}

#[tokio::test]
async fn opening_the_shared_link_changes_nothing_and_posting_makes_one_response() {
    let app = TestApp::new().await;
    let (manage, share) = app.round().await;
    for _ in 0..3 {
        assert_eq!(app.get(&share).await.status, StatusCode::OK);
    }
    assert!(app.get(&manage).await.text().contains("Nobody has answered yet"));
    assert!(!app.get(&manage).await.text().contains("Person 1"));
    let first = app.join(&share, "").await;
    let second = app.join(&share, "Sam").await;
    assert_ne!(first, second);
    let page = app.get(&manage).await;
    assert!(page.text().contains("Person 1"));
    assert!(page.text().contains("Sam"));
}

#[tokio::test]
async fn the_notice_stands_before_the_first_question() {
    let app = TestApp::new().await;
    let (_, share) = app.round().await;
    let page = app.get(&share).await;
    assert!(page.text().contains("This is a named round"));
    assert!(page.text().contains("Payments Risk"));
}

#[tokio::test]
async fn links_that_lead_nowhere_are_not_found() {
    let app = TestApp::new().await;
    let (manage, share) = app.round().await;
    let token = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    for path in [
        format!("/manage/{}", token(&share)),
        format!("/manage/{}/results", token(&share)),
        format!("/manage/{}/report.pdf", token(&share)),
        format!("/join/{}", token(&manage)),
        format!("/respond/{}", token(&share)),
        format!("/respond/{}", token(&manage)),
        format!("/manage/{}", "0".repeat(32)),
        "/manage/short".to_owned(),
        "/nowhere".to_owned(),
    ] {
        let page = app.get(&path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.text().contains("This page is not here"), "{path}");
    }
}

#[tokio::test]
async fn the_notices_name_who_answers_for_the_data() {
    let operator = Some("Example Ltd, privacy@example.com".to_owned());
    let app = TestApp::with(web::Settings { operator, ..web::Settings::default() }).await;
    let (_, share) = app.round().await;
    for path in [share.as_str(), "/check"] {
        let page = app.get(path).await;
        assert!(page.text().contains("until Example Ltd, privacy@example.com deletes it"), "{path}");
    }
    let app = TestApp::new().await;
    assert!(app.get("/check").await.text().contains("until whoever runs this server deletes it"));
}

#[tokio::test]
async fn pressing_begin_twice_makes_one_response() {
    let app = TestApp::new().await;
    let (manage, share) = app.round().await;
    let page = app.get(&share).await;
    let token = page.text().split(r#"name="token" value=""#).nth(1).unwrap().split('"').next().unwrap();
    let fields = [("name", ""), ("token", token), ("action", "next")];
    let first = app.post(&share, &fields).await.leads_to().to_owned();
    assert_eq!(app.post(&share, &fields).await.leads_to(), first);
    assert_ne!(app.join(&share, "").await, first);
    let round = app.get(&manage).await;
    assert_eq!(round.text().matches("opened the link").count(), 2);
    assert!(round.text().contains("Person 1") && round.text().contains("Person 2"));
}

#[tokio::test]
async fn a_page_of_the_link_does_not_give_the_same_link_twice() {
    let app = TestApp::new().await;
    let (_, share) = app.round().await;
    let token = async || app.get(&share).await.text().split(r#"name="token" value=""#).nth(1).unwrap()[..32].to_owned();
    assert_ne!(token().await, token().await);
}
