//! Links to a result, for people without an account.

use axum::http::StatusCode;
use domain::audit::{Deed, Filter};
use domain::ids::{OrganisationId, RoundId, TeamId};
use domain::rights::Right;
use domain::round::Mode;
use store::{Turn, TurnRound, Turned};

use crate::helpers::{Answer, Browser, TestApp};
use crate::published::{closed, opened};

const DAY: i64 = 86_400_000_000;

struct Place {
    app: TestApp,
    organisation: OrganisationId,
    team: TeamId,
    lead: Browser,
}

impl Place {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let organisation = app.organisation("Ours").await;
        let lead = app.account(organisation, "Lena Lead", Right::Lead).await;
        let team = app.team(organisation, "Payments", &[&lead]).await;
        Self { app, organisation, team, lead }
    }

    async fn closed(&self, number: u16, mode: Mode, stages: &[&str]) -> RoundId {
        closed(&self.app, (self.organisation, self.team), number, mode, stages).await
    }

    async fn make(&self, round: RoundId, days: &str) -> Answer {
        self.app.post_as(&self.lead, &format!("/rounds/{round}/report-links"), &[("days", days)]).await
    }

    /// Makes a link; its path.
    async fn link(&self, round: RoundId, days: &str) -> String {
        let made = self.make(round, days).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.text());
        let token = made.text().split("value=\"http://localhost:3000/report/").nth(1).expect("a link").split('"');
        format!("/report/{}", token.into_iter().next().unwrap())
    }

    async fn links(&self, round: RoundId) -> String {
        let page = self.app.get_as(&self.lead, &format!("/rounds/{round}/report-links")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.text().to_owned()
    }

    async fn turn(&self, round_id: RoundId, turn: Turn) {
        let at = self.app.app.now() + 60_000_000;
        assert_eq!(self.app.store.execute(TurnRound { round_id, turn, by: None, at }).await.unwrap(), Turned::Turned);
    }
}

#[tokio::test]
async fn a_link_shows_the_result_and_its_pdf_to_whoever_holds_it_and_nothing_else() {
    let place = Place::new().await;
    let round = place.closed(1, Mode::Named, &["2", "3", "4"]).await;
    let signed_in = place.app.get_as(&place.lead, &format!("/rounds/{round}/results")).await;
    assert!(signed_in.text().contains(&format!("/rounds/{round}/report-links")), "there is a way to the links");
    let path = place.link(round, "7").await;
    let shown = place.app.get(&path).await;
    assert_eq!(shown.status, StatusCode::OK);
    for part in
        ["Where Payments stands", "This result was sent to you", "30 November 2026", &format!("{path}/report.pdf")]
    {
        assert!(shown.text().contains(part), "{part}");
    }
    // Nothing leads further in: no round, no comparison, no tables, nobody left out.
    for part in ["/rounds/", "/compare", "report.xlsx", "without=", "/plan"] {
        assert!(!shown.text().contains(part), "{part}");
    }
    let paper = place.app.get(&format!("{path}/report.pdf")).await;
    assert_eq!(paper.status, StatusCode::OK);
    let (paper, page) = (paper.json(), shown.text());
    assert!(page.contains(paper["maturity"]["text"].as_str().unwrap()), "both say the same");
    assert_eq!(paper["heading"], "Where Payments stands");
}

#[tokio::test]
async fn a_link_ends_with_its_day() {
    let place = Place::new().await;
    let round = place.closed(1, Mode::Named, &["3"; 3]).await;
    let (short, long) = (place.link(round, "1").await, place.link(round, "30").await);
    assert_eq!(place.links(round).await.matches(">Withdraw<").count(), 2);
    place.app.wait(DAY - 1_000_000);
    assert_eq!(place.app.get(&short).await.status, StatusCode::OK);
    place.app.wait(1_000_000);
    for path in [short.clone(), format!("{short}/report.pdf")] {
        let ended = place.app.get(&path).await;
        assert_eq!(ended.status, StatusCode::NOT_FOUND, "{path}");
        assert!(ended.text().contains("This link shows nothing now") && !ended.text().contains("Payments"), "{path}");
    }
    assert_eq!(place.app.get(&long).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_withdrawn_link_leads_nowhere_and_each_round_withdraws_its_own() {
    let place = Place::new().await;
    let round = place.closed(1, Mode::Named, &["3"; 3]).await;
    let other = place.closed(2, Mode::Named, &["3"; 3]).await;
    let path = place.link(round, "7").await;
    let page = place.links(round).await;
    let id = page.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let withdraw = async |of: RoundId| {
        let address = format!("/rounds/{of}/report-links/withdraw");
        place.app.post_as(&place.lead, &address, &[("id", &id)]).await.status
    };
    assert_eq!(withdraw(other).await, StatusCode::CONFLICT);
    assert_eq!(place.app.get(&path).await.status, StatusCode::OK, "another round took nothing away");
    assert_eq!(withdraw(round).await, StatusCode::SEE_OTHER);
    assert_eq!(place.app.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(withdraw(round).await, StatusCode::CONFLICT, "once");
    let mut snapshot = place.app.store.snapshot().await.unwrap();
    let log = snapshot.audit_entries(place.organisation, Filter::default(), i64::MAX, 100).await.unwrap();
    let shared = log.into_iter().filter(|link| link.entry.deed == Deed::ReportShared.into());
    let told: Vec<String> = shared.map(|link| link.entry.detail).collect();
    assert_eq!(told, ["withdrawn", "made, for 7 days"]);
}

#[tokio::test]
async fn only_what_has_been_published_is_shared() {
    let place = Place::new().await;
    let home = (place.organisation, place.team);
    let open = opened(&place.app, home, 1, Mode::Named, &["3"; 3]).await;
    assert!(place.links(open).await.contains("Only the result of a closed round can be shared"));
    assert_eq!(place.make(open, "7").await.status, StatusCode::CONFLICT);
    // Answers come in again: the link waits, and works once they do not.
    let round = place.closed(2, Mode::Named, &["3"; 3]).await;
    let path = place.link(round, "7").await;
    place.turn(round, Turn::Reopen).await;
    assert_eq!(place.app.get(&path).await.status, StatusCode::NOT_FOUND);
    place.turn(round, Turn::Close).await;
    assert_eq!(place.app.get(&path).await.status, StatusCode::OK);
    // Of a confidential round it is what was published, with nothing of fewer people than it says.
    let few = place.closed(3, Mode::Confidential { k: 5 }, &["3"; 4]).await;
    let path = place.link(few, "7").await;
    let shown = place.app.get(&path).await;
    assert!(
        shown.text().contains("answered. Results are shown from 5 people on")
            && !shown.text().contains("of 100 · likely")
    );
}

#[tokio::test]
async fn how_long_it_works_is_chosen_from_three() {
    let place = Place::new().await;
    let round = place.closed(1, Mode::Named, &["3"; 3]).await;
    for days in ["", "0", "2", "365", "-1", "x"] {
        let refused = place.make(round, days).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{days}");
        assert!(refused.text().contains("Choose for how long the link works."), "{days}");
    }
    assert!(place.links(round).await.contains("No link works now."));
}
