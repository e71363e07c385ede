//! The embedded files.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::helpers::TestApp;

fn stylesheet(page: &str) -> String {
    let end = page.find("/plumbline.css").unwrap();
    let start = page[..end].rfind('"').unwrap() + 1;
    format!("{}/plumbline.css", &page[start..end])
}

#[tokio::test]
async fn an_asset_is_kept_for_ever_and_compressed() {
    let app = TestApp::new().await;
    let path = stylesheet(app.get("/").await.text());
    let plain = app.get(&path).await;
    assert_eq!(plain.status, StatusCode::OK);
    assert_eq!(plain.header("content-type"), "text/css");
    assert!(plain.header("cache-control").contains("immutable"));
    let request = Request::get(&path).header("accept-encoding", "gzip, br").body(Body::empty()).unwrap();
    let small = app.send(request).await;
    assert_eq!(small.header("content-encoding"), "br");
    assert!(small.body.len() < plain.body.len() / 2);
    let old = app.get("/assets/0123456789abcdef/plumbline.css").await;
    assert_eq!(old.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn nothing_else_is_served_from_there() {
    let app = TestApp::new().await;
    for path in
        ["/assets/0/../Cargo.toml", "/assets/0/none.css", "/assets/0/plumbline.css.br", "/assets/0/%2e%2e/Cargo.toml"]
    {
        assert_eq!(app.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn only_pages_with_an_island_load_scripts() {
    let app = TestApp::new().await;
    let (manage, share) = app.round().await;
    let respond = app.join(&share, "").await;
    for path in ["/", &share, &format!("{manage}/results"), &format!("{respond}/history")] {
        let page = app.get(path).await;
        assert!(!page.text().contains("<script") && !page.text().contains("modulepreload"), "{path}");
    }
    // A page with addresses has the button that copies, and nothing of the islands.
    let page = app.get(&manage).await;
    assert_eq!(page.text().matches("<script").count(), 1);
    assert!(page.text().contains("/copy.js\" nonce=\"") && !page.text().contains("modulepreload"), "{}", page.text());
    // The review sends what could not be sent before, so it has the island as well.
    for path in [&respond, &format!("{respond}?section=review")] {
        assert_eq!(app.get(path).await.text().matches("<script").count(), 1, "{path}");
    }
}

#[tokio::test]
async fn pages_are_compressed_by_brotli_where_the_browser_takes_it() {
    let app = TestApp::new().await;
    // As Chromium sends it.
    let request = Request::get("/").header("accept-encoding", "gzip, deflate, br, zstd").body(Body::empty()).unwrap();
    assert_eq!(app.send(request).await.header("content-encoding"), "br");
}
