//! All teams on one page: what is in the cells, who sees whom, and how rounds get there.

use axum::http::StatusCode;
use domain::rights::Right;
use domain::round::Mode;
use store::PasswordHash;
use usecases::demo::load;

use crate::helpers::TestApp;
use crate::published::{closed, figures, page, row};

#[tokio::test]
async fn every_team_has_a_row_with_what_it_has_published() {
    let app = TestApp::new().await;
    let ours = app.organisation("Ours").await;
    let viewer = app.account(ours, "Vera Viewer", Right::Viewer).await;
    let member = app.account(ours, "Mara Member", Right::Member).await;
    let [fraud, growth, risk, fresh] = [
        app.team(ours, "Fraud", &[&member]).await,
        app.team(ours, "Growth", &[]).await,
        app.team(ours, "Risk", &[]).await,
        app.team(ours, "Fresh", &[]).await,
    ];
    let confidential = Mode::Confidential { k: 5 };
    let named = closed(&app, (ours, fraud), 1, Mode::Named, &["4", "3", "5"]).await;
    closed(&app, (ours, growth), 2, confidential, &["3"; 6]).await;
    closed(&app, (ours, risk), 3, confidential, &["3"; 4]).await;
    let seen = page(&app, &viewer, "/teams/overview").await;
    let seen = seen.text();
    let published = figures(&app, named).await;
    let told = |id: &str| published.iter().find(|figure| figure.id == id).unwrap().text();
    // Team, unit, date, people, index, level, practices. Among so few teams nobody has a place.
    let cells = row(seen, "Fraud");
    assert_eq!(cells[2..6], ["23 November 2026", "3", &told("index"), &told("level")]);
    assert_eq!(cells[6..9], [told("AD1"), told("TE1"), told("TE2")]);
    assert_eq!(cells.len(), 17);
    assert_eq!(row(seen, "Growth")[6..9], ["~50", "~50", "~50"]);
    assert!(
        row(seen, "Risk")[4..].iter().all(|cell| cell == "not shown" || cell.is_empty()),
        "{:?}",
        row(seen, "Risk")
    );
    assert_eq!(row(seen, "Risk")[3], "4", "how many answered is told");
    assert_eq!(row(seen, "Fresh")[2], "No published round yet");
    assert!(seen.contains("is shown once 10 teams have an index") && seen.contains("2 teams have one."), "{seen}");
    assert!(seen.contains("heat heat-4") && !seen.contains("style="));
    let own = page(&app, &member, "/teams/overview").await;
    assert!(own.text().contains("Fraud") && !own.text().contains("Growth"));
    let _ = fresh;
}

#[tokio::test]
async fn order_and_filters_stand_in_the_address() {
    let app = TestApp::new().await;
    let ours = app.organisation("Ours").await;
    let viewer = app.account(ours, "Vera Viewer", Right::Viewer).await;
    for (number, name, stage) in [(1, "Alpha", "2"), (2, "Beta", "5"), (3, "Gamma", "3")] {
        let team = app.team(ours, name, &[]).await;
        closed(&app, (ours, team), number, Mode::Named, &[stage]).await;
    }
    let text = async |query: &str| page(&app, &viewer, &format!("/teams/overview{query}")).await.text().to_owned();
    let order = |page: &str| {
        let mut places = ["Alpha", "Beta", "Gamma"].map(|name| (page.find(&format!("{name}</a>")).unwrap(), name));
        places.sort_unstable();
        places.map(|(_, name)| name)
    };
    assert_eq!(order(&text("").await), ["Alpha", "Beta", "Gamma"]);
    let sorted = text("?sort=TE1&order=down").await;
    assert_eq!(order(&sorted), ["Beta", "Gamma", "Alpha"]);
    assert!(sorted.contains("aria-sort=\"descending\"") && sorted.contains("sort=TE1&amp;order=up"), "{sorted}");
    assert_eq!(order(&text("?sort=index&order=up").await), ["Alpha", "Gamma", "Beta"]);
    assert_eq!(order(&text("?sort=nothing&order=down").await), ["Alpha", "Beta", "Gamma"]);
    let later = text("?since=2026-11-24").await;
    assert_eq!(row(&later, "Beta")[2], "No round published since that day");
    assert_eq!(row(&text("?since=2026-11-23").await, "Beta")[3], "1");
    let odd = text("?since=soon&unit=nowhere&page=x").await;
    assert!(odd.contains("Give the day as year-month-day") && odd.contains("Alpha"));
    assert!(text("?page=2").await.contains("No team is here."));
}

#[tokio::test]
async fn rounds_that_were_closed_before_are_published_some_at_a_look() {
    let app = TestApp::new().await;
    let ours = app.organisation("Ours").await;
    let viewer = app.account(ours, "Vera Viewer", Right::Viewer).await;
    for number in 1..=22 {
        let team = app.team(ours, &format!("Team {number:02}"), &[]).await;
        closed(&app, (ours, team), number, Mode::Named, &[["1", "2", "3", "4", "5"][usize::from(number % 5)]]).await;
    }
    let first = page(&app, &viewer, "/teams/overview").await;
    assert!(first.text().contains("2 rounds are still being worked out."), "{}", first.text());
    let second = page(&app, &viewer, "/teams/overview?sort=index&order=down").await;
    assert!(!second.text().contains("being worked out") && !second.text().contains("No published round yet"));
    assert!(second.text().contains("among the 22 teams of your organisation that have one, on 23 November 2026"));
    // Five steps: 4 + half of 5 of 22 at the second lowest, and so on; the lowest four have 4 / 2 of 22.
    assert_eq!(row(second.text(), "Team 05")[5], "9");
    app.tamper("DELETE FROM round WHERE name IN ('Round 21', 'Round 22', 'Round 20')").await;
    let third = page(&app, &viewer, "/teams/overview").await;
    assert!(row(third.text(), "Team 05")[5] == "lowest quarter", "{:?}", row(third.text(), "Team 05"));
    assert!(third.text().contains("quarter among the 19 teams"));
}

#[tokio::test]
async fn a_round_that_cannot_be_published_takes_the_page_from_nobody() {
    let app = TestApp::new().await;
    let ours = app.organisation("Ours").await;
    let viewer = app.account(ours, "Vera Viewer", Right::Viewer).await;
    let team = app.team(ours, "Fraud", &[]).await;
    closed(&app, (ours, team), 1, Mode::Named, &["3"]).await;
    closed(&app, (ours, team), 2, Mode::Named, &["4"]).await;
    page(&app, &viewer, "/teams/overview").await;
    app.tamper("UPDATE publication SET stands_for = 0, shown = '{' WHERE round_id = (SELECT id FROM round WHERE name = 'Round 2')").await;
    app.tamper("UPDATE round SET stands_for = 0 WHERE name = 'Round 2'").await;
    let seen = page(&app, &viewer, "/teams/overview").await;
    assert!(seen.text().contains("1 round is still being worked out."));
    assert_eq!(row(seen.text(), "Fraud")[3], "1");
}

#[tokio::test]
async fn a_demonstration_is_published_from_the_start() {
    let app = TestApp::new().await;
    load(&app.app, &PasswordHash("shared".to_owned())).await.unwrap();
    let mut snapshot = app.store.snapshot().await.unwrap();
    let owner = snapshot.account_by_email(&domain::account::Email::parse("owner@demo.example").unwrap()).await.unwrap();
    let organisation = owner.unwrap().organisation_id;
    let instrument = app.app.instrument();
    let missing = snapshot.unpublished_rounds(organisation, (&instrument.id, &instrument.version), 20).await.unwrap();
    assert_eq!(missing.1, 0);
    assert!(snapshot.indices(organisation).await.unwrap().len() > 3);
}

#[tokio::test]
async fn nobody_sees_it_without_an_account() {
    let app = TestApp::new().await;
    let answer = app.get("/teams/overview").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}
