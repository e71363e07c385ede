//! A confidential round from its making to its result.

use axum::http::StatusCode;
use domain::rights::Right;

use crate::helpers::{Browser, TestApp};

struct Place {
    app: TestApp,
    lead: Browser,
    people: Vec<Browser>,
    team: String,
    round: String,
}

impl Place {
    /// A team of a lead and `n` members, asked confidentially.
    async fn new(n: usize, k: &str) -> Self {
        let app = TestApp::new().await;
        let organisation = app.organisation("Ours").await;
        let lead = app.account(organisation, "Lena Lead", Right::Lead).await;
        let mut people = Vec::new();
        for number in 1..=n {
            people.push(app.account(organisation, &format!("Person {number:02}"), Right::Member).await);
        }
        let members: Vec<&Browser> = people.iter().chain([&lead]).collect();
        let team = app.team(organisation, "Payments", &members).await.to_string();
        let fields = [("team", team.as_str()), ("round", "Autumn"), ("mode", "confidential"), ("k", k)];
        let round = app.post_as(&lead, "/rounds/new", &fields).await.leads_to().to_owned();
        Self { app, lead, people, team, round }
    }

    async fn page(&self, who: &Browser, path: &str) -> String {
        let page = self.app.get_as(who, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        page.text().to_owned()
    }

    /// Begins as somebody; the address of the response.
    async fn begin(&self, who: &Browser) -> String {
        self.app.post_as(who, &format!("{}/answer", self.round), &[]).await.leads_to().to_owned()
    }

    async fn answer_all(&self, value: &str) {
        for person in &self.people {
            let own = self.begin(person).await;
            let fields = [("TE1-1", value), ("TE1-2", value), ("TE1-3", value), ("action", "next")];
            self.app.post(&format!("{own}?section=TE1"), &fields).await.leads_to();
        }
    }

    async fn step(&self, step: &str) {
        self.app.post_as(&self.lead, &format!("{}/{step}", self.round), &[("action", "next")]).await.leads_to();
    }
}

#[tokio::test]
async fn people_are_told_what_confidential_means_before_they_begin() {
    let place = Place::new(6, "4").await;
    let page = place.page(&place.people[0], &place.round).await;
    for part in ["Before the first question", "only if 4 people or more", "not whose they are", "only way back"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(page.find("Before the first question") < page.find("Your answers"), "the notice comes first");
    let own = place.begin(&place.people[0]).await;
    let profile = place.app.get(&own).await;
    assert!(
        !profile.text().contains("name=\"name\"")
            && profile.text().contains("The way back to your answers on another device")
    );
}

#[tokio::test]
async fn the_threshold_is_three_to_ten() {
    let place = Place::new(1, "5").await;
    for k in ["2", "11", "five"] {
        let fields = [("team", place.team.as_str()), ("round", "x"), ("mode", "confidential"), ("k", k)];
        let refused = place.app.post_as(&place.lead, "/rounds/new", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{k}");
        assert!(refused.text().contains("whole number from 3 to 10"), "{k}");
    }
}

#[tokio::test]
async fn a_lead_is_warned_while_fewer_are_asked_than_a_figure_needs() {
    // The lead is asked as well.
    for (n, warned) in [(3, true), (4, false)] {
        let place = Place::new(n, "5").await;
        let page = place.page(&place.lead, &place.round).await;
        assert_eq!(page.contains("4 people are asked so far. Below 5 no figure will be shown"), warned, "{n}");
    }
}

#[tokio::test]
async fn the_mode_that_suits_the_size_of_the_team_is_suggested() {
    for (n, mode) in [(3, "named"), (4, "confidential")] {
        // The lead answers as well.
        let place = Place::new(n, "5").await;
        let form = place.page(&place.lead, &format!("/rounds/new?team={}", place.team)).await;
        assert!(form.contains(&format!("value=\"{mode}\" checked")), "{n}");
    }
}

#[tokio::test]
async fn the_lead_sees_who_has_begun_and_nothing_of_the_answers_while_it_is_open() {
    let place = Place::new(6, "5").await;
    let own = place.begin(&place.people[0]).await;
    place.app.post(&format!("{own}?section=TE1"), &[("TE1-1", "4"), ("action", "next")]).await.leads_to();
    let page = place.page(&place.lead, &place.round).await;
    assert!(page.contains("1 person has answered") && page.contains("Not begun: 6 of 7."), "who is missing");
    assert!(!page.contains(" of up to "), "not how far anybody is");
    assert!(!page.contains("Download PDF"), "nothing to print");
    for path in ["results", "report.pdf"] {
        let shown = place.app.get_as(&place.lead, &format!("{}/{path}", place.round)).await;
        assert_eq!(shown.status, StatusCode::OK);
        if path == "results" {
            assert!(shown.text().contains("Nothing is shown while this confidential round is open"));
            assert!(!shown.text().contains("1 person answered"));
            assert!(!shown.text().contains("report.xlsx"), "nothing to take away");
        }
    }
}

#[tokio::test]
async fn only_the_own_link_or_the_browser_that_began_leads_back() {
    let place = Place::new(6, "5").await;
    let (first, second) = (&place.people[0], &place.people[1]);
    let address = format!("{}/answer", place.round);
    let began = place.app.post_as(first, &address, &[]).await;
    let own = began.leads_to().to_owned();
    let remembered = began.header("set-cookie").split(';').next().unwrap().to_owned();
    assert!(
        began.header("set-cookie").contains(&format!("Path={address}")) && remembered.starts_with("plumbline-answers=")
    );
    // Another device of the same person.
    let elsewhere = place.app.post_as(first, &address, &[]).await;
    assert_eq!(elsewhere.status, StatusCode::CONFLICT);
    assert!(elsewhere.text().contains("Only your own link leads there"));
    let with = |who: &Browser| Browser { cookie: format!("{}; {remembered}", who.cookie), ..who.clone() };
    assert_eq!(place.app.post_as(&with(first), &address, &[]).await.leads_to(), own);
    // Somebody else who signs in on that device gets a response of their own.
    let other = place.app.post_as(&with(second), &address, &[]).await.leads_to().to_owned();
    assert_ne!(other, own);
}

#[tokio::test]
async fn pressing_begin_twice_makes_one_response() {
    let place = Place::new(6, "5").await;
    let page = place.page(&place.people[0], &place.round).await;
    let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let address = format!("{}/answer", place.round);
    for _ in 0..2 {
        let begun = place.app.post_as(&place.people[0], &address, &[("token", &token)]).await;
        assert_eq!(begun.leads_to(), format!("/respond/{token}"));
    }
}

#[tokio::test]
async fn the_result_comes_at_the_close_as_far_as_enough_people_are_behind_it() {
    let place = Place::new(6, "5").await;
    place.answer_all("4").await;
    let asked = place.page(&place.lead, &format!("{}/close", place.round)).await;
    assert!(asked.contains("6 people have answered") && asked.contains("rounded"), "{asked}");
    place.step("close").await;
    let result = place.page(&place.people[0], &format!("{}/results", place.round)).await;
    assert!(result.contains("This round is confidential") && result.contains("about 75"), "TE1 is told");
    assert!(result.contains("Not shown: fewer than 5"), "what nobody answered is not");
    // Four change their minds: too few to publish anew.
    place.step("reopen").await;
    let open = place.page(&place.lead, &format!("{}/results", place.round)).await;
    assert!(open.contains("This round was opened again") && open.contains("about 75"));
    place.step("close").await;
    assert!(place.page(&place.lead, &format!("{}/results", place.round)).await.contains("about 75"));
}

#[tokio::test]
async fn four_people_are_not_enough() {
    let place = Place::new(4, "5").await;
    place.answer_all("4").await;
    let asked = place.page(&place.lead, &format!("{}/close", place.round)).await;
    assert!(asked.contains("no figure will be shown"), "{asked}");
    place.step("close").await;
    let result = place.page(&place.lead, &format!("{}/results", place.round)).await;
    assert!(result.contains("Results are shown from 5 people on") && !result.contains("about 75"));
}

#[tokio::test]
async fn a_stored_result_is_what_the_answers_give_again() {
    let place = Place::new(6, "5").await;
    place.answer_all("4").await;
    place.step("close").await;
    let id = place.round.rsplit('/').next().unwrap().parse().unwrap();
    let round = place.app.store.snapshot().await.unwrap().round(id).await.unwrap().unwrap();
    let again = usecases::results::recompute(&place.app.app, &round).await.unwrap();
    assert_eq!(again, usecases::results::Recomputed::Equal);
    place.app.tamper("UPDATE answer SET value = '1' WHERE field = 'TE1-1'").await;
    let again = usecases::results::recompute(&place.app.app, &round).await.unwrap();
    assert_eq!(again, usecases::results::Recomputed::Different);
}

#[tokio::test]
async fn every_file_says_what_the_screen_says() {
    let place = Place::new(6, "5").await;
    place.answer_all("4").await;
    let file = async |ending: &str| {
        let file = place.app.get_as(&place.lead, &format!("{}/report.{ending}", place.round)).await;
        assert_eq!(file.status, StatusCode::OK, "{ending}");
        assert!(file.header("content-disposition").contains(&format!("plumbline-payments-autumn.{ending}")));
        file
    };
    let json = async || -> serde_json::Value { serde_json::from_str(file("json").await.text()).unwrap() };
    let index = |json: &serde_json::Value| json["constructs"][1]["index"].clone();
    assert_eq!(index(&json().await), serde_json::Value::Null, "nothing is told while it is open");
    assert!(!file("csv").await.text().contains("75"), "nor here");
    place.step("close").await;
    let told = json().await;
    assert_eq!((index(&told), told["constructs"][1]["detail"].as_str()), (75.0.into(), Some("coarse")));
    assert_eq!(told["constructs"][0]["status"], "suppressed");
    let csv = file("csv").await.text().to_owned();
    assert!(csv.contains("constructs,TE1,index,scored,coarse,75"), "{csv}");
    assert!(file("xlsx").await.body.starts_with(b"PK"));
    let again = file("xlsx").await;
    assert_eq!(file("xlsx").await.body, again.body, "the same bytes each time");
}

#[tokio::test]
async fn the_dashboard_knows_that_somebody_has_begun_and_not_how_far() {
    let place = Place::new(6, "5").await;
    let own = place.begin(&place.people[0]).await;
    place.app.post(&format!("{own}?section=TE1"), &[("TE1-1", "4"), ("action", "next")]).await.leads_to();
    let dashboard = place.page(&place.people[0], "/dashboard").await;
    assert!(dashboard.contains(">begun<") && dashboard.contains("Go on answering"), "{dashboard}");
}
