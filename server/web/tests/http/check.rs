//! The quick check: its questions, what is taken and refused, what it says, and going on from it.

use axum::http::StatusCode;

use crate::helpers::{Answer, TestApp};

const ANSWERS: [(&str, &str); 15] = [
    ("AD1-1", "3"),
    ("TE1-1", "4"),
    ("TE1-2", "4"),
    ("TE2-2", "2"),
    ("TE3-1", "4"),
    ("TE4-1", "2"),
    ("TE5-3", "2"),
    ("CE1-1", "3"),
    ("IS2-1", "DK"),
    ("CH1-1", "2"),
    ("CH2-2", "4"),
    ("CH3-1", "5"),
    ("BE1-2", "4"),
    ("PM1", "3"),
    ("PM4", "12.5"),
];

async fn filled_in(app: &TestApp) -> String {
    let mut fields = ANSWERS.to_vec();
    fields.push(("action", "submit"));
    app.post("/check", &fields).await.leads_to().to_owned()
}

/// The whole start tag of the control of this name and value.
fn control<'p>(page: &'p Answer, name: &str, value: &str) -> &'p str {
    let wanted = [format!(r#"name="{name}""#), format!(r#"value="{value}""#)];
    let tags = page.text().split("<input").map(|rest| rest.split('>').next().unwrap());
    tags.into_iter().find(|tag| wanted.iter().all(|part| tag.contains(part))).unwrap_or_else(|| panic!("{wanted:?}"))
}

#[tokio::test]
async fn fifteen_questions_stand_on_one_page_behind_a_notice() {
    let app = TestApp::new().await;
    let page = app.get("/check").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.text().matches("<fieldset").count(), 15);
    for (name, _) in ANSWERS {
        control(&page, name, "DK");
    }
    let notice = page.text().find("No name, no address").unwrap();
    assert!(notice < page.text().find("<fieldset").unwrap());
    assert!(page.text().contains("about four minutes"));
    assert!(page.text().contains(r#"data-draft="check""#));
    assert!(!page.text().contains("comment."), "comments belong to the full assessment");
    assert_eq!(page.text().matches(r#"name="action""#).count(), 1);
}

#[tokio::test]
async fn a_check_says_each_answer_in_words_and_one_rough_mean() {
    let app = TestApp::new().await;
    let check = filled_in(&app).await;
    assert_eq!(check.len(), "/check/".len() + 32);
    let page = app.get(&check).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in [
        "We hear of problems from users.",
        "Strongly agree",
        "Between once a month and once a week",
        "12.5 %",
        "Don’t know",
        "rough",
        "3.0",
        "Look at first",
        "Service health is watched; quality is checked offline now and then.",
        "It is one person’s view.",
    ] {
        assert!(page.text().contains(words), "{words}");
    }
    // Practices and challenges are drawn, and nothing that would need several people.
    assert_eq!(page.text().matches("chart-steps").count(), 15);
    for words in ["likely", "Secured level", "95 %"] {
        assert!(!page.text().contains(words), "{words}");
    }
}

#[tokio::test]
async fn page_and_paper_say_the_same() {
    let app = TestApp::new().await;
    let check = filled_in(&app).await;
    let page = app.get(&check).await;
    let paper = app.get(&format!("{check}/report.pdf")).await;
    assert_eq!(paper.header("content-type"), "application/pdf");
    let name = paper.header("content-disposition");
    assert_eq!(name, r#"attachment; filename="plumbline-quick-check-23-november-2026.pdf""#);
    let paper = paper.json();
    for pointer in
        ["/heading", "/summary", "/rough/text", "/rough/why", "/practices/5/detail", "/limits/1", "/more", "/answered"]
    {
        let words = paper.pointer(pointer).unwrap().as_str().unwrap();
        assert!(page.text().contains(words), "{pointer}: {words}");
    }
}

#[tokio::test]
async fn what_cannot_be_taken_comes_back_as_it_was_typed() {
    let app = TestApp::new().await;
    let page = app.post("/check", &[("TE1-1", "4"), ("PM4", "1<2"), ("CH1-1", "7"), ("action", "submit")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(control(&page, "TE1-1", "4").contains("checked"));
    assert!(control(&page, "PM4", "1&lt;2").contains(r#"aria-invalid="true""#));
    assert!(page.text().contains(r#"id="PM4-error""#) && page.text().contains(r#"id="CH1-1-error""#));
    assert!(page.text().contains(r#"role="alert""#));
}

#[tokio::test]
async fn one_answer_is_needed_and_enough() {
    let app = TestApp::new().await;
    for nothing in [vec![], vec![("PM4", ""), ("AD1-1", " ")], vec![("TE1-2x", "4"), ("action", "submit")]] {
        let page = app.post("/check", &nothing).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{nothing:?}");
        assert!(page.text().contains("One answer is needed"));
    }
    let check = app.post("/check", &[("TE4-1", "DK")]).await.leads_to().to_owned();
    let page = app.get(&check).await;
    assert!(page.text().contains("Too few to tell"));
    assert!(page.text().contains("1 of 15 questions answered"));
}

#[tokio::test]
async fn a_link_that_leads_nowhere_is_not_found() {
    let app = TestApp::new().await;
    filled_in(&app).await;
    for path in ["/check/short".to_owned(), format!("/check/{}", "0".repeat(32))] {
        assert_eq!(app.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(app.get(&format!("{path}/report.pdf")).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(app.post(&path, &[("action", "next")]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn going_on_takes_the_answers_over_and_shows_the_ways_back() {
    let app = TestApp::new().await;
    let check = filled_in(&app).await;
    assert!(app.get(&check).await.text().contains("Go on to the full assessment"));
    let respond = app.post(&check, &[("team", "Fraud & Co"), ("action", "next")]).await.leads_to().to_owned();
    assert!(respond.starts_with("/respond/"));
    let section = app.get(&format!("{respond}?section=TE1")).await;
    assert!(control(&section, "TE1-1", "4").contains("checked"));
    assert!(section.text().contains("Fraud &amp; Co"));
    let metrics = app.get(&format!("{respond}?section=PM")).await;
    control(&metrics, "PM4", "12.5");

    let page = app.get(&check).await;
    assert!(page.text().contains("Continue answering") && page.text().contains(&respond));
    assert!(page.text().contains("Manage the round and see results"));
    let manage = page.text().split('"').find(|part| part.starts_with("/manage/")).unwrap().to_owned();
    let round = app.get(&manage).await;
    assert!(round.text().contains("1 person has answered") && round.text().contains("15 of up to 66 answered"));
    assert_eq!(app.report(&manage).await["answered"], "1 person answered");
}

#[tokio::test]
async fn going_on_twice_finds_the_same_round() {
    let app = TestApp::new().await;
    let check = filled_in(&app).await;
    let first = app.post(&check, &[("team", "Payments Risk"), ("action", "next")]).await.leads_to().to_owned();
    app.post(&format!("{first}?section=TE1"), &[("TE1-1", "1"), ("action", "next")]).await.leads_to();
    let second = app.post(&check, &[("team", "Another"), ("action", "next")]).await.leads_to().to_owned();
    assert_eq!(first, second);
    let section = app.get(&format!("{first}?section=TE1")).await;
    assert!(control(&section, "TE1-1", "1").contains("checked"), "what was answered since stays");
    assert!(section.text().contains("Payments Risk"));
    assert_ne!(filled_in(&app).await, check, "another check has a link of its own");
}

#[tokio::test]
async fn a_name_that_is_too_long_makes_no_round() {
    let app = TestApp::new().await;
    let check = filled_in(&app).await;
    let long = "x".repeat(81);
    let page = app.post(&check, &[("team", &long), ("action", "next")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains(&long) && page.text().contains("Shorten it to 80"));
    assert!(!app.get(&check).await.text().contains("Continue answering"));
}
