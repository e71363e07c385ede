//! The worksheet of a round.

use axum::http::StatusCode;
use domain::audit::Deed;
use domain::ids::RoundId;
use domain::round::Mode;

use super::Place;
use crate::published::{closed_with, opened_with};

/// Weekly to monthly, recovered from within a week, and 15 % of them fail.
const METRICS: &[(&str, &str)] = &[("PM1", "3"), ("PM3", "4"), ("PM4", "15")];

/// The worked example of the scoring rules: its base case.
const EXAMPLE: &[(&str, &str)] = &[
    ("rate.base", "85"),
    ("labour.releases.base", "24"),
    ("labour.hours.base", "40"),
    ("speed.models.base", "6"),
    ("speed.days.base", "40"),
    ("speed.value.base", "150,000"),
    ("speed.realised.base", "50"),
    ("now.releases.base", "24"),
    ("now.fail.base", "25"),
    ("now.hours.base", "8"),
    ("then.releases.base", "48"),
    ("then.fail.base", "10"),
    ("then.hours.base", "3"),
    ("failure.cost.base", "1 200"),
    ("infra.spend.base", "200000"),
    ("infra.saved.base", "20"),
    ("audit.count.base", "4"),
    ("audit.hours.base", "60"),
    ("once.licences.base", "40000"),
    ("once.infra.base", "20000"),
    ("once.people.base", "55000"),
    ("once.training.base", "16000"),
    ("once.dip.base", "20000"),
];

fn address(round: RoundId) -> String {
    format!("/rounds/{round}/worksheet")
}

/// What stands in a field of the form.
fn value<'p>(page: &'p str, name: &str) -> &'p str {
    let field = page.split("<input").find(|field| field.contains(&format!("name=\"{name}\"")));
    let field = field.unwrap_or_else(|| panic!("no field {name}: {page}")).split('>').next().unwrap();
    field.split(" value=\"").nth(1).map_or("", |rest| rest.split('"').next().unwrap())
}

async fn named(place: &Place) -> RoundId {
    closed_with(&place.app, (place.organisation, place.team), 1, Mode::Named, &["2", "3", "3"], METRICS).await
}

#[tokio::test]
async fn what_the_round_knows_is_filled_in_and_marked() {
    let place = Place::new().await;
    let round = named(&place).await;
    let results = place.text(&place.viewer, &format!("/rounds/{round}/results")).await;
    assert!(results.contains(&format!("href=\"{}\"", address(round))), "{results}");
    let page = place.text(&place.lead, &address(round)).await;
    for (name, shown) in [
        ("labour.releases.low", "12"),
        ("labour.releases.base", "24.98"),
        ("labour.releases.high", "52"),
        ("now.fail.base", "15"),
        ("now.hours.high", "168"),
        ("speed.realised.base", "50"),
        ("rate.base", ""),
    ] {
        assert_eq!(value(&page, name), shown, "{name}");
    }
    assert_eq!(page.matches("from the round’s delivery metrics<").count(), 4, "{page}");
    assert!(page.contains("Nothing to reckon with yet."), "{page}");
    // Sent as it stands, it says no more than the round does: nothing is kept, so later answers are followed.
    let names = ["labour.releases", "now.releases", "now.fail", "now.hours", "speed.realised"];
    let names = names.iter().flat_map(|line| ["low", "base", "high"].map(|column| format!("{line}.{column}")));
    let stands: Vec<(String, &str)> = names.map(|name| (name.clone(), value(&page, &name))).collect();
    let stands: Vec<(&str, &str)> = stands.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    assert_eq!(place.app.post_as(&place.lead, &address(round), &stands).await.leads_to(), address(round));
    let (kept, _) = place.app.store.snapshot().await.unwrap().worksheet(round).await.unwrap();
    assert_eq!(kept.given().count(), 0);
    let seen = place.text(&place.viewer, &address(round)).await;
    assert!(seen.contains("24.98") && seen.contains("Who leads the team fills this in."), "{seen}");
    assert!(
        !seen.contains("rate.base") && !seen.contains("method=\"post\" action=\"/rounds"),
        "a viewer changes nothing"
    );
}

#[tokio::test]
async fn the_worked_example_comes_out_and_explains_itself() {
    let place = Place::new().await;
    let round = named(&place).await;
    assert_eq!(place.app.post_as(&place.lead, &address(round), EXAMPLE).await.leads_to(), address(round));
    let page = place.text(&place.viewer, &address(round)).await;
    for part in [
        "Worth 231,635 in the first year, and costs 151,000. The return is 53 %. It is paid back after 8 months.",
        "24 releases × 40 hours × 85 an hour",
        "6 models × 40 days ÷ 365 × 150,000 a year × 50 %",
        "81,600",
        "49,315",
        "40,320",
        "20,400",
        "55,000 once, 0 every year",
        "is people’s time.",
        "capacity, not cash",
        "What is assumed",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("from the round’s delivery metrics<"), "all of it was given: {page}");
    let form = place.text(&place.lead, &address(round)).await;
    assert_eq!([value(&form, "speed.value.base"), value(&form, "failure.cost.base")], ["150,000", "1 200"], "as typed");
    assert_eq!(place.logged(Deed::WorksheetKept).await, ["Payments, Round 1"]);
}

#[tokio::test]
async fn nothing_that_was_typed_is_lost_where_some_of_it_cannot_be_taken() {
    let place = Place::new().await;
    let round = named(&place).await;
    let typed = [
        ("rate.base", "85 <b>"),
        ("labour.hours.low", "50"),
        ("labour.hours.base", "40"),
        ("infra.saved.base", "120"),
        ("audit.count.base", "4"),
        ("labour.releases.base", ""),
    ];
    let refused = place.app.post_as(&place.lead, &address(round), &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.text();
    assert_eq!(value(page, "rate.base"), "85 &lt;b&gt;");
    for (name, shown) in typed.into_iter().skip(1) {
        assert_eq!(value(page, name), shown, "{name}");
    }
    for (line, message) in [
        ("rate.base", "give a number such as 1,250.50"),
        ("labour.hours.low", "in ascending order"),
        ("infra.saved.base", "a percentage from 0 to 100"),
    ] {
        assert!(page.contains(&format!("href=\"#{line}\"")) && page.contains(message), "{line}: {page}");
    }
    assert!(page.contains("<title>Please check: Return on investment"), "{page}");
    let (kept, version) = place.app.store.snapshot().await.unwrap().worksheet(round).await.unwrap();
    assert_eq!((kept.given().count(), version), (0, 0));
    assert!(place.logged(Deed::WorksheetKept).await.is_empty());
}

#[tokio::test]
async fn a_worksheet_that_was_changed_elsewhere_is_not_overwritten_unseen() {
    let place = Place::new().await;
    let round = named(&place).await;
    let send = async |version: &str, rate: &str| {
        place.app.post_as(&place.lead, &address(round), &[("version", version), ("rate.base", rate)]).await
    };
    assert_eq!(send("0", "85").await.leads_to(), address(round));
    let stale = send("0", "90").await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.text().contains("Somebody changed this worksheet"), "{}", stale.text());
    assert_eq!([value(stale.text(), "rate.base"), value(stale.text(), "version")], ["90", "1"]);
    assert_eq!(value(&place.text(&place.lead, &address(round)).await, "rate.base"), "85");
    assert_eq!(send("1", "90").await.leads_to(), address(round));
    assert_eq!(value(&place.text(&place.lead, &address(round)).await, "rate.base"), "90");
}

#[tokio::test]
async fn of_a_confidential_round_only_what_it_publishes_is_filled_in() {
    let place = Place::new().await;
    let home = (place.organisation, place.team);
    let mode = Mode::Confidential { k: 5 };
    let metrics = &[("PM1", "3"), ("PM4", "13")];
    let failing = async |round| value(&place.text(&place.lead, &address(round)).await, "now.fail.base").to_owned();
    let hidden = closed_with(&place.app, home, 1, mode, &["3"; 4], metrics).await;
    assert_eq!(failing(hidden).await, "", "fewer than five are told nothing of");
    assert!(place.text(&place.lead, &address(hidden)).await.contains("The round fills nothing in"));
    let open = opened_with(&place.app, home, 2, mode, &["3"; 12], metrics).await;
    assert_eq!(failing(open).await, "", "nothing is published while it is open");
    let coarse = closed_with(&place.app, home, 3, mode, &["3"; 6], metrics).await;
    assert_eq!(failing(coarse).await, "15", "below ten a percentage is rounded to fives");
    let full = closed_with(&place.app, home, 4, mode, &["3"; 12], metrics).await;
    assert_eq!(failing(full).await, "13");
}
