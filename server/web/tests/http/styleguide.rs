//! The style guide, for whoever works on the pages.

use axum::http::StatusCode;
use web::Settings;

use crate::helpers::TestApp;

#[tokio::test]
async fn it_is_there_only_where_it_is_asked_for() {
    assert_eq!(TestApp::new().await.get("/styleguide").await.status, StatusCode::NOT_FOUND);
    let app = TestApp::with(Settings { styleguide: true, ..Settings::default() }).await;
    let page = app.get("/styleguide").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("<h1>Style guide</h1>"), "{}", page.text());
    for part in ["type=\"date\"", "type=\"file\"", "type=\"password\"", "Your session had ended"] {
        assert!(page.text().contains(part), "{part}");
    }
}

#[tokio::test]
async fn it_shows_every_token() {
    let app = TestApp::with(Settings { styleguide: true, ..Settings::default() }).await;
    let page = app.get("/styleguide").await;
    let sheet = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../style/tokens.css")).unwrap();
    let colours: Vec<&str> = sheet.lines().filter(|line| line.contains("light-dark(")).collect();
    assert_eq!(colours.len(), 17);
    for line in colours {
        let name = line.trim().split(':').next().unwrap();
        assert!(page.text().contains(&format!("var({name})")), "{name} has no swatch");
    }
}
