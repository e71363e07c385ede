//! What the pages show.

use domain::figures::Figure;
use domain::rights::Right;
use domain::round::Mode;

use super::Place;
use crate::published::{closed, figures};

const DAY: i64 = 86_400_000_000;

/// The index with TE4 at 75: one of eleven practices.
fn then(figures: &[Figure]) -> f64 {
    let value = |id: &str| figures.iter().find(|figure| figure.id == id).unwrap().value.unwrap();
    value("index") + (75.0 - value("TE4")) / 11.0
}

#[tokio::test]
async fn all_actions_stand_on_one_page_filtered_by_address() {
    let place = Place::new().await;
    let empty = place.text(&place.lead, "/plan").await;
    assert!(empty.contains("Nothing is planned yet.") && empty.contains("What to do next"), "{empty}");
    assert!(
        empty.contains("href=\"/plan\"")
            && place.text(&place.lead, &format!("/teams/{}", place.team)).await.contains(&place.plan())
    );
    // It is 23 November 2026.
    place.add("Late", &[("due", "2026-11-22")]).await;
    place.add("Today", &[("due", "2026-11-23")]).await;
    place.add("Whenever", &[]).await;
    place.add("Over", &[("due", "2026-11-01"), ("status", "done")]).await;
    let page = place.text(&place.viewer, "/plan").await;
    let at = |title: &str| page.find(&format!("<h3>{title}</h3>")).unwrap_or_else(|| panic!("{title}: {page}"));
    assert!(at("Late") < at("Today") && at("Today") < at("Whenever") && at("Whenever") < at("Over"));
    assert_eq!(page.matches("Overdue").count(), 1, "what is done is not overdue: {page}");
    let open = place.text(&place.viewer, "/plan?status=open").await;
    assert!(open.contains("Late") && !open.contains("<h3>Over</h3>"));
    let done = place.text(&place.viewer, &format!("/plan?team={}&status=done", place.team)).await;
    assert!(done.contains("<h3>Over</h3>") && !done.contains("Whenever") && done.contains("value=\"done\" selected"));
    let none = place.text(&place.viewer, "/plan?status=dropped").await;
    assert!(none.contains("No action is here."));
    let stranger = place.app.account(place.organisation, "Nora None", Right::Member).await;
    let theirs = place.text(&stranger, "/plan").await;
    assert!(theirs.contains("Nothing is planned yet.") && !theirs.contains("Payments"), "{theirs}");
    place.app.wait(2 * DAY);
    let later = place.app.sign_in_again(&place.viewer).await;
    assert_eq!(place.text(&later, "/plan").await.matches("Overdue").count(), 2);
}

#[tokio::test]
async fn many_actions_are_paged() {
    let place = Place::new().await;
    for number in 0..51 {
        place.add(&format!("Action {number:02}"), &[]).await;
    }
    let first = place.text(&place.lead, "/plan?status=open").await;
    assert!(first.contains("Page 1 of 2") && first.contains("/plan?status=open&amp;page=2"), "{first}");
    assert_eq!(first.matches("<h3>").count(), 50);
    assert_eq!(place.text(&place.lead, "/plan?status=open&page=2").await.matches("<h3>").count(), 1);
}

#[tokio::test]
async fn the_plan_says_what_it_would_bring_by_the_newest_result() {
    let place = Place::new().await;
    let plan = async || place.text(&place.member, &place.plan()).await;
    assert!(plan().await.contains("There is no published result yet"));
    let round = closed(&place.app, (place.organisation, place.team), 1, Mode::Named, &["2", "2", "3"]).await;
    plan().await;
    let now = figures(&place.app, round).await[0].text();
    assert!(plan().await.contains(&format!("{now} now. Nothing is planned that would change it.")));
    place.add("One", &[("round", &round.to_string())]).await;
    let page = plan().await;
    let then = then(&figures(&place.app, round).await);
    assert!(
        page.contains(&format!("If every planned practice reaches its target: {now} now, {then:.0} then.")),
        "{page}"
    );
    assert!(page.contains("Whether anything moves is told after the next round."), "{page}");
    assert_eq!(place.status(&place.lead, "One", "dropped").await, axum::http::StatusCode::SEE_OTHER);
    assert!(plan().await.contains("Nothing is planned that would change it."));
}

#[tokio::test]
async fn after_a_later_round_it_says_what_has_moved() {
    let place = Place::new().await;
    let home = (place.organisation, place.team);
    let first = closed(&place.app, home, 1, Mode::Named, &["2", "2", "3"]).await;
    place.add("One", &[("round", &first.to_string())]).await;
    let second = closed(&place.app, home, 2, Mode::Named, &["3", "4", "4"]).await;
    let page = place.text(&place.viewer, &place.plan()).await;
    assert!(page.contains("Since Round 1"), "{page}");
    assert!(page.contains("33 then, 67 now: +33"), "{page}");
    assert!(page.contains("The score rose; of delivery too little is known to tell."), "{page}");
    let then = then(&figures(&place.app, second).await);
    assert!(page.contains(&format!("now, {then:.0} then.")), "{page}");
}

#[tokio::test]
async fn figures_that_are_not_published_are_not_told_by_a_plan() {
    let place = Place::new().await;
    let home = (place.organisation, place.team);
    let few = Mode::Confidential { k: 5 };
    let first = closed(&place.app, home, 1, few, &["2"; 4]).await;
    place.add("One", &[("round", &first.to_string())]).await;
    closed(&place.app, home, 2, few, &["4"; 6]).await;
    let page = place.text(&place.viewer, &place.plan()).await;
    assert!(page.contains("Not shown then, about 75 now: too few to tell."), "{page}");
    assert!(page.contains("Too few to tell whether anything moved."), "{page}");
    assert!(!page.contains("25 then"), "{page}");
}
