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

#[tokio::test]
async fn a_deed_of_another_version_is_shown_by_its_word() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    note(&app, Some(&owner), &owner, Deed::TeamChanged, "", "two into one").await;
    app.tamper("UPDATE audit_entry SET action = 'team.merged'").await;
    let page = app.get_as(&owner, "/admin/audit").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("<td>team.merged</td>") && page.text().contains("two into one"), "{}", page.text());
    let file = app.get_as(&owner, "/admin/audit.csv").await;
    assert!(file.text().contains(",team.merged,"), "{}", file.text());
}

#[tokio::test]
async fn what_one_person_did_stands_alone() {
    let app = TestApp::new().await;
    let (ours, theirs) = (app.organisation("Ours").await, app.organisation("Theirs").await);
    let owner = app.account(ours, "Olga Owner", Right::Owner).await;
    let lead = app.account(ours, "Lena Lead", Right::Lead).await;
    let foreign = app.account(theirs, "Fiona Foreign", Right::Owner).await;
    for number in 1..=60 {
        note(&app, Some(&owner), &owner, Deed::SettingChanged, "", &format!("olga-{number};")).await;
        note(&app, Some(&lead), &owner, Deed::TeamChanged, "", &format!("lena-{number};")).await;
    }
    note(&app, Some(&foreign), &foreign, Deed::TeamChanged, "", "fiona-1;").await;
    let person = app.get_as(&owner, &format!("/admin/people/{}", lead.account)).await;
    let here = format!("/admin/audit?person={}", lead.account);
    assert!(person.text().contains(&format!("href=\"{here}\"")), "{}", person.text());
    let count = |page: &str, word: &str| page.matches(word).count();
    let first = app.get_as(&owner, &here).await;
    assert_eq!((count(first.text(), "lena-"), count(first.text(), "olga-")), (50, 0));
    assert!(first.text().contains("Only what Lena Lead did."));
    // Older entries, another deed and the file are that person's as well.
    let older = format!("/admin/audit?before=22&amp;person={}", lead.account);
    assert!(first.text().contains(&older), "{}", first.text());
    assert!(first.text().contains(&format!("name=\"person\" value=\"{}\"", lead.account)));
    let second = app.get_as(&owner, &older.replace("&amp;", "&")).await;
    assert_eq!((count(second.text(), "lena-"), count(second.text(), "olga-")), (10, 0));
    assert!(second.text().contains(&format!("href=\"{here}\"")), "no way back to the newest of that person");
    let other = app.get_as(&owner, &format!("{here}&deed=setting.changed")).await;
    assert_eq!((count(other.text(), "lena-"), count(other.text(), "olga-")), (0, 0));
    let file = app.get_as(&owner, &here.replace("audit", "audit.csv")).await;
    assert_eq!((count(file.text(), "lena-"), count(file.text(), "olga-")), (60, 0));
    let lines: Vec<&str> = file.text().lines().collect();
    assert!(lines[1].contains("lena-1;") && lines[60].contains("lena-60;"), "{}", file.text());
    let log = app.get_as(&owner, "/admin/audit").await;
    assert!(log.text().contains("part of the audit log"), "{}", log.text());
}

#[tokio::test]
async fn whom_the_log_does_not_speak_of_is_not_found() {
    let app = TestApp::new().await;
    let (ours, theirs) = (app.organisation("Ours").await, app.organisation("Theirs").await);
    let owner = app.account(ours, "Olga Owner", Right::Owner).await;
    let foreign = app.account(theirs, "Fiona Foreign", Right::Owner).await;
    let gone = Browser { account: AccountId::new(uuid::Uuid::from_u128(7)), ..owner.clone() };
    note(&app, Some(&gone), &owner, Deed::TeamChanged, "", "before they left").await;
    note(&app, Some(&foreign), &foreign, Deed::TeamChanged, "", "fiona-1;").await;
    for path in ["/admin/audit", "/admin/audit.csv"] {
        for odd in [foreign.account.to_string(), uuid::Uuid::from_u128(8).to_string(), "me".to_owned()] {
            let page = app.get_as(&owner, &format!("{path}?person={odd}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path} {odd}");
            assert!(!page.text().contains("fiona-1;") && !page.text().contains("before they left"));
        }
    }
    let page = app.get_as(&owner, &format!("/admin/audit?person={}", gone.account)).await;
    assert!(page.text().contains("Only what a deleted account did.") && page.text().contains("before they left"));
}
