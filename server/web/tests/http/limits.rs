//! More than is taken, and what is not understood.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::helpers::TestApp;

#[tokio::test]
async fn a_form_above_the_limit_is_refused_at_once() {
    let app = TestApp::new().await;
    let large = "x".repeat(1024 * 1024 + 1);
    let page = app.post("/start", &[("team", &large)]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.text().contains("too much at once"));
}

#[tokio::test]
async fn what_is_no_form_is_refused() {
    let app = TestApp::new().await;
    let request = Request::post("/start").header("content-type", "application/json").body(Body::from("{}")).unwrap();
    assert_eq!(app.send(request).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_text_at_the_limit_is_taken_and_one_above_is_not() {
    let app = TestApp::new().await;
    let (_, share) = app.round().await;
    let open = format!("{}?section=open", app.join(&share, "").await);
    let most = "ä".repeat(10_000);
    assert_eq!(app.post(&open, &[("open.change", &most), ("action", "save")]).await.status, StatusCode::SEE_OTHER);
    let more = "ä".repeat(10_001);
    let page = app.post(&open, &[("open.change", &more), ("action", "save")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("10,001 characters"));
}

#[tokio::test]
async fn an_address_asked_in_the_wrong_way_says_so() {
    let app = TestApp::new().await;
    let request = Request::delete("/").body(Body::empty()).unwrap();
    assert_eq!(app.send(request).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn the_process_is_alive_and_ready() {
    let app = TestApp::new().await;
    assert_eq!(app.get("/healthz").await.status, StatusCode::OK);
    assert_eq!(app.get("/readyz").await.status, StatusCode::OK);
}
