//! Rounds side by side: who may see them, what they say, and choosing them.

use axum::http::StatusCode;
use domain::ids::{OrganisationId, RoundId, TeamId};
use domain::rights::Right;
use domain::round::Mode;

use crate::helpers::{Browser, TestApp};
use crate::published::{closed, figures, opened, page, row};

const LOW: [&str; 10] = ["1", "2", "2", "3", "1", "2", "3", "3", "2", "1"];
const TOP: [&str; 10] = ["4", "5", "4", "5", "5", "4", "5", "4", "5", "4"];
const HIGH: [&str; 10] = ["3", "4", "2", "4", "3", "3", "4", "2", "3", "4"];

struct Place {
    app: TestApp,
    organisation: OrganisationId,
    viewer: Browser,
    member: Browser,
    fraud: TeamId,
    growth: TeamId,
}

impl Place {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let organisation = app.organisation("Ours").await;
        let viewer = app.account(organisation, "Vera Viewer", Right::Viewer).await;
        let member = app.account(organisation, "Mara Member", Right::Member).await;
        let fraud = app.team(organisation, "Fraud", &[&member]).await;
        let growth = app.team(organisation, "Growth", &[]).await;
        Self { app, organisation, viewer, member, fraud, growth }
    }

    async fn closed(&self, team: TeamId, number: u16, mode: Mode, stages: &[&str]) -> RoundId {
        closed(&self.app, (self.organisation, team), number, mode, stages).await
    }
}

fn address(rounds: &[RoundId]) -> String {
    let ids: Vec<String> = rounds.iter().map(ToString::to_string).collect();
    format!("/compare?rounds={}", ids.join(","))
}

#[tokio::test]
async fn the_numbers_are_those_of_the_publications() {
    let place = Place::new().await;
    let rounds = [
        place.closed(place.fraud, 1, Mode::Named, &LOW).await,
        place.closed(place.growth, 2, Mode::Named, &HIGH).await,
    ];
    let page = page(&place.app, &place.viewer, &address(&rounds)).await;
    let page = page.text();
    assert!(page.contains("Fraud and Growth side by side") && page.contains("10 people"), "{page}");
    for (round, column) in rounds.into_iter().zip(1..) {
        for figure in figures(&place.app, round).await {
            let name = match figure.id.as_str() {
                "index" => "Maturity index",
                "level" => "Secured level",
                id => &place.app.app.instrument().construct(id).unwrap().short,
            };
            let number = if figure.id == "level" { format!("Level {}", figure.text()) } else { figure.text() };
            let expected = format!("{number} {}", figure.range_text());
            // Challenges and practices have names of their own.
            assert_eq!(row(page, name)[column], expected.trim(), "{name}");
        }
    }
    let pipelines = row(page, "Pipelines");
    assert_eq!(pipelines[3], "+30 likely +11 to +49");
    assert_eq!(pipelines[4], "large (g 1.43)");
    // p is .0036 alone, and twenty constructs are compared.
    assert_eq!(pipelines[5], "Could be chance (p .073)");
}

#[tokio::test]
async fn a_round_that_may_not_be_seen_is_not_there() {
    let place = Place::new().await;
    let own = place.closed(place.fraud, 1, Mode::Named, &["3"]).await;
    let earlier = place.closed(place.fraud, 2, Mode::Named, &["2"]).await;
    let sibling = place.closed(place.growth, 3, Mode::Named, &["3"]).await;
    let theirs = place.app.organisation("Theirs").await;
    let foreign_team = place.app.team(theirs, "Foreign", &[]).await;
    let foreign = closed(&place.app, (theirs, foreign_team), 4, Mode::Named, &["3"]).await;
    let status = async |who: &Browser, rounds: &[RoundId]| place.app.get_as(who, &address(rounds)).await.status;
    assert_eq!(status(&place.member, &[own, earlier]).await, StatusCode::OK);
    assert_eq!(status(&place.viewer, &[own, sibling]).await, StatusCode::OK);
    for rounds in [&[own, sibling][..], &[sibling], &[own, earlier, foreign], &[foreign]] {
        let answer = place.app.get_as(&place.member, &address(rounds)).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(!answer.text().contains("Growth") && !answer.text().contains("Foreign"));
    }
    assert_eq!(status(&place.viewer, &[own, foreign]).await, StatusCode::NOT_FOUND);
    assert!(place.app.get(&address(&[own, earlier])).await.leads_to().starts_with("/login"));
}

#[tokio::test]
async fn what_cannot_be_compared_says_what_to_do() {
    let place = Place::new().await;
    let mut rounds = Vec::new();
    for number in 1..=9 {
        rounds.push(place.closed(place.fraud, number, Mode::Named, &["3"]).await);
    }
    let refused = async |path: &str| {
        let answer = place.app.get_as(&place.member, path).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(answer.text().contains("<title>Please check: Compare rounds"), "{path}");
        answer.text().to_owned()
    };
    assert!(refused(&address(&rounds)).await.contains("Up to 8 rounds fit beside each other."));
    assert!(refused("/compare?rounds=here,there").await.contains("Tick them here instead."));
    let one = format!("/compare?q=&rounds={}&action=compare", rounds[0]);
    assert!(refused(&one).await.contains("Tick two rounds at least."));
    assert!(refused("/compare?q=&action=compare").await.contains("Tick two rounds at least."));
    assert_eq!(place.app.get_as(&place.member, &address(&rounds[..8])).await.status, StatusCode::OK);
}

#[tokio::test]
async fn rounds_are_ticked_and_found_by_name() {
    let place = Place::new().await;
    let own = [
        place.closed(place.fraud, 1, Mode::Named, &["3"]).await,
        place.closed(place.fraud, 2, Mode::Named, &["3"]).await,
    ];
    let sibling = place.closed(place.growth, 3, Mode::Named, &["3"]).await;
    place.app.tamper("UPDATE round SET name_folded = lower(name)").await;
    let text = async |who: &Browser, path: &str| page(&place.app, who, path).await.text().to_owned();
    let seen = text(&place.member, "/compare").await;
    let at = |round: RoundId| seen.find(&format!("value=\"{round}\""));
    assert!(at(own[1]).unwrap() < at(own[0]).unwrap(), "newest first");
    assert_eq!(at(sibling), None);
    assert!(!seen.contains("checked"));
    // One is ticked and stays so while others are searched for.
    let searched = format!("/compare?q=gro&rounds={}&action=choose", own[0]);
    let seen = text(&place.viewer, &searched).await;
    assert!(seen.contains(&format!("value=\"{}\" checked", own[0])), "{seen}");
    assert!(seen.contains(&format!("value=\"{sibling}\"")) && !seen.contains(&own[1].to_string()));
    let form = format!("/compare?q=&rounds={}&rounds={}&action=compare", own[0], sibling);
    assert_eq!(place.app.get_as(&place.viewer, &form).await.leads_to(), address(&[own[0], sibling]));
    let nothing = text(&place.member, "/compare?q=gro&action=choose").await;
    assert!(nothing.contains("No round of this name."));
}

#[tokio::test]
async fn a_confidential_round_shows_what_it_published_and_no_more() {
    let place = Place::new().await;
    let confidential = Mode::Confidential { k: 5 };
    let hidden = place.closed(place.fraud, 1, confidential, &["3"; 4]).await;
    let few = place.closed(place.fraud, 2, confidential, &["3"; 6]).await;
    let open = opened(&place.app, (place.organisation, place.growth), 3, confidential, &["4"; 6]).await;
    let answer = page(&place.app, &place.viewer, &address(&[hidden, few, open])).await;
    for name in ["Maturity index", "Secured level", "Pipelines", "Skill gaps", "Speed"] {
        let cells = row(answer.text(), name);
        assert_eq!(cells[1], "Not shown", "{name}");
        assert_eq!(cells[3], "Not published yet", "{name}");
    }
    let pipelines = row(answer.text(), "Pipelines");
    assert_eq!(pipelines[2], "about 50 likely 45 to 55 Change: too few to tell");
    assert!(answer.text().contains("cannot be linked person by person"));
    let two = page(&place.app, &place.viewer, &address(&[hidden, few])).await;
    assert_eq!(row(two.text(), "Pipelines")[3..], ["Too few to tell", "–", "–"]);
}

#[tokio::test]
async fn a_teams_rounds_come_in_their_order_with_what_changed() {
    let place = Place::new().await;
    let rounds = [
        place.closed(place.fraud, 1, Mode::Named, &LOW).await,
        place.closed(place.fraud, 2, Mode::Named, &TOP).await,
        place.closed(place.fraud, 3, Mode::Named, &TOP).await,
    ];
    let backwards = page(&place.app, &place.member, &address(&[rounds[2], rounds[0], rounds[1]])).await;
    assert!(backwards.text().contains("Fraud from round to round"));
    let index = row(backwards.text(), "Pipelines");
    assert!(!index[1].contains("Change"), "{index:?}");
    assert!(index[2].ends_with("Change: +63 · more than chance"), "{index:?}");
    assert!(index[3].ends_with("Change: 0 · could be chance"), "{index:?}");
    // The first round was asked in a version that this program does not have.
    let first = "WHERE round_id = (SELECT id FROM round WHERE name = 'Round 1')";
    let version = |version: &str| format!("\"version\":\"{version}\"");
    let shown = format!(
        "UPDATE publication SET shown = replace(shown, '{}', '{}') {first}",
        version("1.0.0"),
        version("0.9.0")
    );
    place.app.tamper(&shown).await;
    place.app.tamper("UPDATE round SET instrument_version = '0.9.0' WHERE name = 'Round 1'").await;
    let broken = page(&place.app, &place.member, &address(&rounds)).await;
    assert!(row(broken.text(), "Pipelines")[2].ends_with("Change: Asked in another way: not compared"));
    assert!(row(broken.text(), "Pipelines")[3].ends_with("Change: 0 · could be chance"));
}

#[tokio::test]
async fn teams_and_results_lead_to_comparisons() {
    let place = Place::new().await;
    let first = place.closed(place.fraud, 1, Mode::Named, &["3"]).await;
    let alone = page(&place.app, &place.member, &format!("/rounds/{first}/results")).await;
    assert!(
        alone.text().contains(&format!("href=\"{}\"", address(&[first])))
            && alone.text().contains("Compare with another")
    );
    let second = place.closed(place.fraud, 2, Mode::Named, &["3"]).await;
    let results = page(&place.app, &place.member, &format!("/rounds/{second}/results")).await;
    assert!(results.text().contains(&format!("href=\"{}\"", address(&[first, second]))));
    let team = page(&place.app, &place.member, &format!("/teams/{}", place.fraud)).await;
    assert!(team.text().contains(&format!("href=\"{}\"", address(&[second, first]))));
    for path in ["/dashboard", "/teams"] {
        let seen = page(&place.app, &place.member, path).await;
        assert!(
            seen.text().contains("href=\"/compare\"") && seen.text().contains("href=\"/teams/overview\""),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_paper_says_what_the_page_says_and_each_rounds_log_that_it_was_taken_out() {
    let place = Place::new().await;
    let rounds = [
        place.closed(place.fraud, 1, Mode::Named, &LOW).await,
        place.closed(place.growth, 2, Mode::Confidential { k: 5 }, &HIGH[..4]).await,
    ];
    let paper = address(&rounds).replace("/compare", "/compare.pdf");
    let shown = page(&place.app, &place.viewer, &address(&rounds)).await;
    assert!(shown.text().contains(&format!("href=\"{paper}\"")), "{}", shown.text());
    let taken = place.app.get_as(&place.viewer, &paper).await;
    assert_eq!((taken.status, taken.header("content-type")), (StatusCode::OK, "application/pdf"));
    let said = taken.json();
    assert_eq!(said["title"], "Fraud and Growth side by side");
    assert_eq!(said["organisation"], "Ours");
    assert_eq!(said["rounds"], serde_json::json!(["Round 1", "Round 2"]));
    // The maturity index, of the second round not shown for so few.
    let first = figures(&place.app, rounds[0]).await;
    assert_eq!(said["rows"][0], serde_json::json!([first[0].text(), "Not shown"]));
    let owner = place.app.account(place.organisation, "Olga Owner", Right::Owner).await;
    let log = place.app.get_as(&owner, "/admin/audit?deed=report.exported").await;
    assert_eq!(log.text().matches("PDF comparison").count(), 2, "{}", log.text());
    for wrong in ["/compare.pdf", "/compare.pdf?rounds=x"] {
        assert_eq!(place.app.get_as(&place.viewer, wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn the_report_of_a_closed_round_bears_its_organisation_and_the_digest_of_the_other_files() {
    let place = Place::new().await;
    let round = place.closed(place.fraud, 1, Mode::Named, &LOW).await;
    let paper = place.app.get_as(&place.viewer, &format!("/rounds/{round}/report.pdf")).await.json();
    let file = place.app.get_as(&place.viewer, &format!("/rounds/{round}/report.json")).await.json();
    assert_eq!(paper["organisation"], "Ours");
    assert_eq!(paper["digest"].as_str().map(str::len), Some(64), "{paper}");
    assert_eq!(paper["digest"], file["about"]["digest"]);
    let open = opened(&place.app, (place.organisation, place.fraud), 2, Mode::Named, &LOW).await;
    let paper = place.app.get_as(&place.viewer, &format!("/rounds/{open}/report.pdf")).await.json();
    assert_eq!(paper["digest"], serde_json::Value::Null);
}
