//! The sample result, and its picture on the first page.

use axum::http::StatusCode;

use crate::helpers::TestApp;

#[tokio::test]
async fn the_sample_is_a_whole_result_that_says_it_is_invented() {
    let app = TestApp::new().await;
    let page = app.get("/sample").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("its answers are invented"));
    assert!(page.text().contains("Where Payments Risk stands"));
    for heading in ["Practices", "Where you disagree", "What to do next", "Challenges", "Benefits", "Delivery"] {
        assert!(page.text().contains(&format!(">{heading}</h2>")), "{heading}");
    }
    assert!(!page.text().contains("/manage/"), "it has no round");
}

#[tokio::test]
async fn its_report_says_what_the_page_says() {
    let app = TestApp::new().await;
    let page = app.get("/sample").await;
    let file = app.get("/sample/report.pdf").await;
    assert_eq!(file.header("content-disposition"), r#"attachment; filename="plumbline-sample.pdf""#);
    let report = file.json();
    assert!(report["notices"][0].as_str().unwrap().contains("invented"));
    for pointer in ["/summary", "/maturity/text", "/maturity/range_text", "/level/text"] {
        assert!(page.text().contains(report.pointer(pointer).unwrap().as_str().unwrap()), "{pointer}");
    }
    assert_eq!(file.body, app.get("/sample/report.pdf").await.body);
}

#[tokio::test]
async fn the_first_page_shows_a_picture_of_it_and_both_ways() {
    let app = TestApp::new().await;
    let report = app.get("/sample/report.pdf").await.json();
    let page = app.get("/").await;
    let picture = page.text().split("<figure").nth(1).unwrap().split("</figure>").next().unwrap();
    assert!(picture.contains(r#"href="/sample""#));
    assert!(picture.contains(report["maturity"]["range_text"].as_str().unwrap()));
    assert!(picture.contains("Maturity index from 0 to 100"));
    assert_eq!(picture.matches("<svg").count(), 5, "the index and four practices");
    // The strongest practice and the weakest.
    for id in ["TE1", "TE4"] {
        let rows = report["practices"].as_array().unwrap();
        let name = rows.iter().find(|row| row["id"] == id).unwrap()["short"].as_str().unwrap();
        assert!(picture.contains(name), "{name}");
    }
    assert!(page.text().contains(r#"href="/check""#));
}
