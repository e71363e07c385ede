//! The result page and the report, from empty to explained.

use axum::http::StatusCode;
use domain::ids::TeamId;
use domain::rights::Right;

use crate::helpers::{Browser, TestApp};

#[tokio::test]
async fn an_empty_round_has_a_result_that_says_what_is_missing() {
    let app = TestApp::new().await;
    let (manage, share) = app.round().await;
    app.join(&share, "").await;
    let page = app.get(&format!("{manage}/results")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Nobody has answered, so there is nothing to show."));
    // One sentence, and no list of figures that are not there.
    assert!(!page.text().contains("Too few to tell") && !page.text().contains("report.pdf"));
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

/// A round of the organisation's team, claimed by its owner; the address of its page.
async fn claimed(app: &TestApp, owner: &Browser, team: TeamId) -> (String, String) {
    let (manage, share) = app.round().await;
    let claimed = app.post_as(owner, &format!("{manage}/claim"), &[("team", &team.to_string())]).await;
    (claimed.leads_to().to_owned(), share)
}

#[tokio::test]
async fn what_people_point_to_stands_beside_what_they_wrote() {
    let app = TestApp::new().await;
    let (manage, share) = app.round().await;
    let respond = app.join(&share, "").await;
    let fields = [
        ("TE1-1", "4"),
        ("comment.TE1-1", "Nightly."),
        ("evidence.TE1-1", "https://wiki.example.org/a?b=1&c=2"),
        ("action", "next"),
    ];
    app.post(&format!("{respond}?section=TE1"), &fields).await.leads_to();
    let page = app.get(&format!("{manage}/results")).await;
    let link = "<a href=\"https://wiki.example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\">";
    assert!(page.text().contains("Nightly.") && page.text().contains(link), "{}", page.text());
    let report = app.report(&manage).await;
    assert_eq!(report["comments"][0]["links"][0], "https://wiki.example.org/a?b=1&c=2");
}

#[tokio::test]
async fn an_account_sees_the_results_of_its_teams_and_takes_the_report_out() {
    let app = TestApp::new().await;
    let (ours, theirs) = (app.organisation("Ours").await, app.organisation("Theirs").await);
    let owner = app.account(ours, "Olga Owner", Right::Owner).await;
    let member = app.account(ours, "Mara Member", Right::Member).await;
    let foreign = app.account(theirs, "Fiona Foreign", Right::Owner).await;
    let own = app.team(ours, "Fraud", &[&member]).await;
    let sibling = app.team(ours, "Growth", &[]).await;
    let (own, share) = claimed(&app, &owner, own).await;
    let (sibling, _) = claimed(&app, &owner, sibling).await;
    let empty = app.get_as(&member, &format!("{own}/results")).await;
    assert_eq!(empty.status, StatusCode::OK);
    assert!(
        empty.text().contains("Nobody has answered, so there is nothing to show.") && empty.text().contains("Fraud")
    );
    let respond = app.join(&share, "").await;
    app.post(&format!("{respond}?section=TE1"), &[("TE1-1", "4"), ("action", "next")]).await;
    let page = app.get_as(&member, &format!("{own}/results")).await;
    assert!(page.text().contains(&format!("href=\"{own}/report.pdf\"")), "{}", page.text());
    let report = app.get_as(&member, &format!("{own}/report.pdf")).await;
    assert_eq!(report.header("content-type"), "application/pdf");
    assert_eq!(report.json()["answered"], "1 person answered");
    let log = app.get_as(&owner, "/admin/audit?deed=report.exported").await;
    assert!(log.text().contains("Mara Member") && log.text().contains("round Fraud, "), "{}", log.text());
    for path in ["results", "report.pdf"] {
        assert_eq!(app.get_as(&member, &format!("{sibling}/{path}")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(app.get_as(&foreign, &format!("{own}/{path}")).await.status, StatusCode::NOT_FOUND);
        assert!(app.get(&format!("{own}/{path}")).await.leads_to().starts_with("/login"));
    }
}

#[tokio::test]
async fn a_draft_says_that_it_is_one() {
    let app = TestApp::new().await;
    let ours = app.organisation("Ours").await;
    let owner = app.account(ours, "Olga Owner", Right::Owner).await;
    let team = app.team(ours, "Fraud", &[]).await;
    let (round, _) = claimed(&app, &owner, team).await;
    app.tamper("UPDATE round SET state = 'draft'").await;
    let page = app.get_as(&owner, &format!("{round}/results")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("This round is a draft."));
}

#[tokio::test]
async fn flagged_answers_are_counted_and_can_be_looked_at_left_out() {
    let app = TestApp::new().await;
    let (manage, share) = app.round().await;
    let one = app.join(&share, "Plain").await;
    let same = app.join(&share, "Same").await;
    let fives: Vec<(String, &str)> =
        domain::instrument::Instrument::builtin().items.iter().map(|item| (item.id.clone(), "5")).collect();
    let mut all: Vec<(&str, &str)> = fives.iter().map(|(id, value)| (id.as_str(), *value)).collect();
    all.push(("action", "next"));
    app.post(&format!("{same}?section=TE1"), &all).await.leads_to();
    let two = [("TE1-1", "2"), ("TE1-2", "2"), ("TE1-3", "2"), ("comment.TE1-1", "Mine"), ("action", "next")];
    app.post(&format!("{one}?section=TE1"), &two).await.leads_to();
    let with = app.get(&format!("{manage}/results")).await;
    assert!(with.text().contains("2 people answered") && with.text().contains("Mine"));
    let link = format!("{manage}/results?without=flagged");
    assert!(with.text().contains(&format!("href=\"{link}\"")));
    let without = app.get(&link).await;
    assert!(without.text().contains("Left out: 1 person whose answers look odd"));
    assert!(without.text().contains("1 person answered") && !without.text().contains("Mine"));
}
