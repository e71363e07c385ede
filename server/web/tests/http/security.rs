//! Headers, forms from elsewhere, and markup in every text field.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use web::Settings;

use crate::helpers::TestApp;

#[tokio::test]
async fn every_response_carries_the_security_headers() {
    let app = TestApp::new().await;
    for path in ["/", "/nowhere", "/healthz"] {
        let page = app.get(path).await;
        let policy = page.header("content-security-policy");
        for part in ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "'nonce-"]
        {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe-inline"));
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "same-origin");
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(page.headers.get("strict-transport-security").is_none());
    }
}

#[tokio::test]
async fn the_nonce_is_new_each_time_and_stands_on_the_script() {
    let app = TestApp::new().await;
    let (_, share) = app.round().await;
    let respond = app.join(&share, "").await;
    let nonce = |policy: &str| policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
    let (first, second) = (app.get(&respond).await, app.get(&respond).await);
    let (a, b) = (nonce(first.header("content-security-policy")), nonce(second.header("content-security-policy")));
    assert_ne!(a, b);
    assert!(first.text().contains(&format!(r#"nonce="{a}""#)));
}

#[tokio::test]
async fn tls_is_insisted_on_behind_a_public_address() {
    let settings = Settings { public_url: Some("https://plumbline.example".to_owned()), ..Settings::default() };
    let app = TestApp::with(settings).await;
    assert!(app.get("/").await.header("strict-transport-security").contains("max-age"));
    let manage = app.post("/start", &[]).await.leads_to().to_owned();
    assert!(app.get(&manage).await.text().contains("https://plumbline.example/join/"));
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let app = TestApp::new().await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")] {
        let request = Request::post("/start").header("host", "localhost:3000").header(name, value);
        let page = app.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{name}");
        assert!(page.text().contains("from somewhere else"));
    }
    let own = Request::post("/start").header("host", "localhost:3000").header("sec-fetch-site", "same-origin");
    assert_eq!(app.send(own.body(Body::empty()).unwrap()).await.status, StatusCode::SEE_OTHER);
}

const MARKUP: [&str; 5] = [
    "<script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' autofocus onfocus='alert(1)",
    "<!--<svg/onload=alert(1)>",
];

/// The markup as it would do harm: raw in the page.
fn harmless(page: &str) -> bool {
    !["<script>alert", "<img src=x", "<svg/onload", "<!--<svg"].iter().any(|raw| page.contains(raw))
        && !page.contains("\"' autofocus onfocus='alert(1)\" autofocus")
}

#[tokio::test]
async fn markup_in_any_text_field_stays_text_on_every_page() {
    let app = TestApp::new().await;
    for markup in MARKUP {
        let manage = app.post("/start", &[("team", markup), ("subject", markup)]).await.leads_to().to_owned();
        let page = app.get(&manage).await;
        let share = page.text().split("http://localhost:3000").map(|rest| rest.split('"').next().unwrap());
        let share = share.into_iter().find(|path| path.starts_with("/join/")).unwrap().to_owned();
        let respond = app.join(&share, markup).await;
        let section = |id: &str| format!("{respond}?section={id}");
        app.post(&section("TE1"), &[("TE1-1", "3"), ("comment.TE1-1", markup), ("evidence.TE1-1", markup)]).await;
        app.post(&section("open"), &[("open.change", markup), ("open.obstacle", markup)]).await;
        app.post(&section("tools"), &[("tools_other.tracking", markup)]).await;
        let results = format!("{manage}/results");
        for path in [
            &manage,
            &share,
            &respond,
            &section("TE1"),
            &section("open"),
            &section("tools"),
            &section("PM"),
            &section("profile"),
            &results,
        ] {
            let page = app.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(harmless(page.text()), "{path}: {markup}");
        }
        let refused =
            app.post(&section("TE1"), &[("evidence.TE1-1", markup), ("comment.TE1-1", &markup.repeat(2000))]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(harmless(refused.text()), "refused: {markup}");
    }
}
