//! The log's page and file.

use axum::http::StatusCode;
use domain::audit::Deed;
use domain::ids::AccountId;
use domain::rights::Right;
use store::{Note, NoteDown};

use crate::helpers::{Browser, TestApp};

async fn note(app: &TestApp, by: Option<&Browser>, of: &Browser, deed: Deed, subject: &str, detail: &str) {
    let note = Note {
        organisation_id: of.organisation,
        actor: by.map(|browser| browser.account),
        deed,
        subject: subject.to_owned(),
        detail: detail.to_owned(),
        at: app.app.now(),
    };
    app.store.execute(NoteDown(note)).await.unwrap();
}

#[tokio::test]
async fn owners_read_who_did_what_to_which() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    let empty = app.get_as(&owner, "/admin/audit").await;
    assert_eq!(empty.status, StatusCode::OK);
    assert!(empty.text().contains("No entries."));
    let team = app.team(organisation, "Fraud <Models>", &[]).await;
    note(&app, Some(&owner), &owner, Deed::TeamMade, &format!("team {team}"), "").await;
    note(&app, None, &owner, Deed::RoundClosed, &format!("round {team}1"), "on time").await;
    let gone = Browser { account: AccountId::new(uuid::Uuid::from_u128(7)), ..owner.clone() };
    note(&app, Some(&gone), &owner, Deed::AccountDeleted, &format!("account {}", gone.account), "").await;
    let page = app.get_as(&owner, "/admin/audit").await;
    let page = page.text();
    for words in ["Olga Owner", "made a team", "team Fraud &lt;Models>", "Plumbline itself", "on time"] {
        assert!(page.replace("&gt;", ">").contains(words), "{words}: {page}");
    }
    assert!(page.contains("deleted account") && page.contains("a deleted account"));
    assert!(page.contains("2026-11-23 12:00:00") && page.contains("The chain holds"));
    let one = app.get_as(&owner, "/admin/audit?deed=team.made").await;
    assert!(one.text().contains("Fraud") && !one.text().contains("on time"));
    // What is no deed and no number is left out of account.
    let odd = app.get_as(&owner, "/admin/audit?deed=x&before=y").await;
    assert!(odd.status == StatusCode::OK && odd.text().contains("on time"));
}

#[tokio::test]
async fn the_log_has_pages_of_fifty() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    for number in 1..=101 {
        note(&app, Some(&owner), &owner, Deed::SettingChanged, "", &format!("setting-{number};")).await;
    }
    let first = app.get_as(&owner, "/admin/audit").await;
    let shown = |page: &str| page.matches("setting-").count();
    assert_eq!(shown(first.text()), 50);
    assert!(first.text().contains("setting-101;") && first.text().contains("setting-52;"));
    assert!(first.text().contains("/admin/audit?before=52"));
    let second = app.get_as(&owner, "/admin/audit?before=52").await;
    assert_eq!(shown(second.text()), 50);
    assert!(second.text().contains("Newest entries"));
    let third = app.get_as(&owner, "/admin/audit?before=2").await;
    assert_eq!(shown(third.text()), 1);
    assert!(!third.text().contains("Older entries"));
}

#[tokio::test]
async fn a_log_that_was_touched_shows() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    for _ in 0..5 {
        note(&app, Some(&owner), &owner, Deed::SignedIn, "", "").await;
    }
    app.tamper("UPDATE audit_entry SET at = at + 1 WHERE number = 3").await;
    let page = app.get_as(&owner, "/admin/audit").await;
    assert!(page.text().contains("The chain is broken at entry 3"), "{}", page.text());
}

#[tokio::test]
async fn the_file_holds_the_chain_and_no_formulas() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    note(&app, Some(&owner), &owner, Deed::TeamChanged, "", "=HYPERLINK(\"x\")").await;
    let file = app.get_as(&owner, "/admin/audit.csv").await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.header("content-type").starts_with("text/csv"));
    assert!(file.header("content-disposition").starts_with("attachment"));
    let lines: Vec<&str> = file.text().lines().collect();
    assert_eq!(lines.len(), 3, "{}", file.text());
    assert!(lines[1].contains("\"'=HYPERLINK(\"\"x\"\")\""), "{}", lines[1]);
    // Taking it out is the newest thing that it says.
    assert!(lines[2].contains("report.exported") && lines[2].contains("audit log"), "{}", lines[2]);
    let first_hash = lines[1].rsplit(',').next().unwrap();
    assert_eq!(lines[2].rsplit(',').nth(1).unwrap(), first_hash);
}

#[tokio::test]
async fn nobody_else_reads_the_log() {
    let app = TestApp::new().await;
    let (ours, theirs) = (app.organisation("Ours").await, app.organisation("Theirs").await);
    let owner = app.account(ours, "Olga Owner", Right::Owner).await;
    note(&app, Some(&owner), &owner, Deed::TeamChanged, "", "ours alone").await;
    for right in [Right::Lead, Right::Member, Right::Viewer] {
        let other = app.account(ours, right.word(), right).await;
        for path in ["/admin/audit", "/admin/audit.csv"] {
            assert_eq!(app.get_as(&other, path).await.status, StatusCode::FORBIDDEN, "{right} {path}");
        }
    }
    let foreign = app.account(theirs, "Fiona Foreign", Right::Owner).await;
    for path in ["/admin/audit", "/admin/audit.csv"] {
        let page = app.get_as(&foreign, path).await;
        assert!(page.status == StatusCode::OK && !page.text().contains("ours alone"), "{path}");
    }
}
