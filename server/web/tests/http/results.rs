//! The result page and the report, from empty to explained.

use axum::http::StatusCode;

use crate::helpers::TestApp;

#[tokio::test]
async fn an_empty_round_has_a_result_that_says_what_is_missing() {
    let app = TestApp::new().await;
    let (manage, share) = app.round().await;
    app.join(&share, "").await;
    let page = app.get(&format!("{manage}/results")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Nobody has answered yet"));
    assert!(page.text().contains("Too few to tell"));
    let report = app.report(&manage).await;
    assert_eq!(report["maturity"]["text"], "Too few to tell");
    assert_eq!(report["answered"], "nobody has answered yet");
}

#[tokio::test]
async fn screen_and_report_say_the_same() {
    let app = TestApp::new().await;
    let (manage, share) = app.round().await;
    let respond = app.join(&share, "").await;
    for construct in ["AD1", "TE1", "TE2", "TE3", "TE4", "TE5", "CE1", "CE2", "IS1", "IS2", "IS3"] {
        let fields = [1, 2, 3].map(|n| (format!("{construct}-{n}"), if n == 2 { "3" } else { "4" }));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        app.post(&format!("{respond}?section={construct}"), &fields).await;
    }
    let page = app.get(&format!("{manage}/results")).await;
    let report = app.report(&manage).await;
    assert!(page.text().contains(report["maturity"]["text"].as_str().unwrap()));
    for pointer in [
        "/summary",
        "/maturity/why",
        "/level/why",
        "/level/other_rules",
        "/dials/0/figure/why",
        "/practices/3/figure/why",
    ] {
        let sentence = report.pointer(pointer).unwrap().as_str().unwrap();
        assert!(!sentence.is_empty());
        let escaped = sentence.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(page.text().contains(&escaped), "{pointer}: {sentence}");
    }
}

#[tokio::test]
async fn the_report_comes_as_a_file_with_a_safe_name() {
    let app = TestApp::new().await;
    let manage = app.post("/start", &[("team", "Päyments \"Risk\"")]).await.leads_to().to_owned();
    let answer = app.get(&format!("{manage}/report.pdf")).await;
    assert_eq!(answer.header("content-type"), "application/pdf");
    let name = answer.header("content-disposition");
    assert_eq!(name, r#"attachment; filename="plumbline-p-yments-risk-november-2026.pdf""#);
}
