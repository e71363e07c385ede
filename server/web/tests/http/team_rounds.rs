//! Rounds made and run by people with accounts.

use axum::http::StatusCode;
use domain::audit::{Deed, Filter};
use domain::ids::OrganisationId;
use domain::rights::Right;
use usecases::rounds::due;

use crate::helpers::{Browser, TestApp};

const DAY: i64 = 86_400_000_000;

struct Place {
    app: TestApp,
    organisation: OrganisationId,
    lead: Browser,
    member: Browser,
    other: Browser,
    team: String,
    sibling: String,
}

impl Place {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let organisation = app.organisation("Ours").await;
        let lead = app.account(organisation, "Lena Lead", Right::Lead).await;
        let member = app.account(organisation, "Mara Member", Right::Member).await;
        let other = app.account(organisation, "Otto Other", Right::Member).await;
        let team = app.team(organisation, "Payments", &[&lead, &member, &other]).await.to_string();
        let sibling = app.team(organisation, "Sibling", &[]).await.to_string();
        Self { app, organisation, lead, member, other, team, sibling }
    }

    /// Makes a round by the form; its address.
    async fn make(&self, action: &str, more: &[(&str, &str)]) -> String {
        let mut fields = vec![("team", self.team.as_str()), ("round", "Autumn"), ("action", action)];
        fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
        fields.extend_from_slice(more);
        if !more.iter().any(|(name, _)| *name == "mode") {
            fields.push(("mode", "named"));
        }
        self.app.post_as(&self.lead, "/rounds/new", &fields).await.leads_to().to_owned()
    }

    async fn answer(&self, who: &Browser, round: &str) -> String {
        self.app.post_as(who, &format!("{round}/answer"), &[]).await.leads_to().to_owned()
    }

    async fn step(&self, round: &str, step: &str) {
        let done = self.app.post_as(&self.lead, &format!("{round}/{step}"), &[("action", "next")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    }

    async fn page(&self, who: &Browser, path: &str) -> String {
        let page = self.app.get_as(who, path).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        page.text().to_owned()
    }

    async fn logged(&self, deed: Deed) -> usize {
        let log = self
            .app
            .store
            .snapshot()
            .await
            .unwrap()
            .audit_entries(self.organisation, Filter::default(), i64::MAX, 100)
            .await;
        log.unwrap().into_iter().filter(|link| link.entry.deed == deed.into()).count()
    }
}

#[tokio::test]
async fn a_form_that_cannot_be_taken_comes_back_with_what_was_typed() {
    let place = Place::new().await;
    let page = place.page(&place.lead, &format!("/rounds/new?team={}", place.team)).await;
    assert!(page.contains("November 2026") && page.contains("Payments") && !page.contains("Sibling"), "{page}");
    let fields = [("round", "Odd & new"), ("mode", "secret"), ("closes", "soon"), ("retention", "x")];
    let refused = place.app.post_as(&place.lead, "/rounds/new", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["Odd &amp; new", "soon", "Choose a team at least.", "year-month-day", "Choose how the team answers."] {
        assert!(refused.text().contains(part), "{part}");
    }
    let member = place.app.get_as(&place.member, "/rounds/new").await;
    assert_eq!(member.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn days_that_are_over_are_refused_and_a_last_day_outlives_a_close() {
    let place = Place::new().await;
    // It is 23 November 2026.
    let refused = async |action: &str, day: (&str, &str), why: &str| {
        let fields = [("team", place.team.as_str()), ("round", "Autumn"), ("mode", "named"), ("action", action), day];
        let page = place.app.post_as(&place.lead, "/rounds/new", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains(why) && page.text().contains(day.1), "{}", page.text());
    };
    refused("open", ("closes", "2026-11-22"), "This day is over.").await;
    refused("save", ("opens", "2026-11-22"), "This day is over.").await;
    refused("open", ("opens", "2026-12-01"), "A round that opens now has no first day.").await;
    let round = place.make("open", &[("closes", "2026-11-23")]).await;
    let edit = [("round", "Autumn"), ("closes", "2026-12-24")];
    place.app.post_as(&place.lead, &format!("{round}/edit"), &edit).await.leads_to();
    place.step(&round, "close").await;
    assert!(!place.page(&place.lead, &round).await.contains("Open until"));
    place.step(&round, "reopen").await;
    assert!(place.page(&place.lead, &round).await.contains("Open until 24 December 2026"));
    place.step(&round, "close").await;
    place.app.tamper("UPDATE round SET closes_at = 1").await;
    place.step(&round, "reopen").await;
    assert!(!place.page(&place.lead, &round).await.contains("Open until"), "a day that has come is over");
}

#[tokio::test]
async fn members_are_told_who_sees_what_before_the_first_question() {
    let place = Place::new().await;
    let round = place.make("open", &[]).await;
    let dashboard = place.page(&place.member, "/dashboard").await;
    assert!(dashboard.contains(&format!("href=\"{round}\"")) && !dashboard.contains(&format!("{round}/answer")));
    let page = place.page(&place.member, &round).await;
    assert!(page.contains("Before the first question") && page.contains("may see who answered what"), "{page}");
    place.answer(&place.member, &round).await;
    assert!(place.page(&place.member, "/dashboard").await.contains(&format!("{round}/answer")));
    assert!(!place.page(&place.member, &round).await.contains("Before the first question"));
}

#[tokio::test]
async fn rounds_are_made_for_own_teams_only() {
    let place = Place::new().await;
    let theirs = place.app.organisation("Theirs").await;
    let foreign = place.app.team(theirs, "Foreign", &[]).await.to_string();
    let owner = place.app.account(place.organisation, "Olga Owner", Right::Owner).await;
    for (team, status) in [(&foreign, StatusCode::NOT_FOUND), (&place.sibling, StatusCode::FORBIDDEN)] {
        let fields = [("team", team.as_str()), ("round", "x"), ("mode", "named")];
        assert_eq!(place.app.post_as(&place.lead, "/rounds/new", &fields).await.status, status);
    }
    let both = [("team", place.team.as_str()), ("team", place.sibling.as_str()), ("round", "x"), ("mode", "named")];
    assert_eq!(place.app.post_as(&owner, "/rounds/new", &both).await.leads_to(), "/dashboard");
    assert_eq!(place.logged(Deed::RoundMade).await, 1);
    assert!(place.page(&place.lead, "/dashboard").await.contains("Payments"));
}

#[tokio::test]
async fn a_round_goes_through_its_life() {
    let place = Place::new().await;
    let round = place.make("save", &[("subject", "churn")]).await;
    let refused = place.app.post_as(&place.member, &format!("{round}/answer"), &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let edit = [("round", "Winter"), ("closes", "2026-12-24")];
    place.app.post_as(&place.lead, &format!("{round}/edit"), &edit).await.leads_to();
    place.step(&round, "open").await;
    let again = place.app.post_as(&place.lead, &format!("{round}/open"), &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let page = place.page(&place.lead, &round).await;
    assert!(page.contains("Winter") && page.contains("24 December 2026") && page.contains("Lena Lead"), "{page}");
    assert!(place.page(&place.lead, &format!("{round}/close")).await.contains("Close Winter of Payments?"));
    place.step(&round, "close").await;
    // What publishing does is told before it is done, and not afterwards.
    let marks = "Publishing only marks the round as published";
    assert!(place.page(&place.lead, &round).await.contains(marks));
    place.step(&round, "publish").await;
    assert!(!place.page(&place.lead, &round).await.contains(marks));
    place.step(&round, "reopen").await;
    let page = place.page(&place.lead, &round).await;
    for event in ["Made", "Opened", "Closed", "Published", "Opened again"] {
        assert!(page.contains(&format!("<span>{event}</span>")), "{event}: {page}");
    }
    assert_eq!(place.logged(Deed::RoundOpened).await, 1);
    // What has taken answers is no draft.
    let kept = place.app.post_as(&place.lead, &format!("{round}/delete"), &[]).await;
    assert_eq!(kept.status, StatusCode::CONFLICT);
    let draft = place.make("save", &[]).await;
    place.step(&draft, "delete").await;
    assert_eq!(place.app.get_as(&place.lead, &draft).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn people_stand_by_name_and_not_as_they_began() {
    let place = Place::new().await;
    let round = place.make("open", &[]).await;
    let answers = place.answer(&place.member, &round).await;
    place.app.post(&format!("{answers}?section=TE1"), &[("TE1-1", "3"), ("action", "next")]).await.leads_to();
    let page = place.page(&place.lead, &round).await;
    let people = page.split("id=\"people\"").nth(1).unwrap();
    let [lead, member] = ["Lena Lead", "Mara Member"].map(|name| people.find(name).expect(name));
    assert!(lead < member, "{people}");
}

#[tokio::test]
async fn a_new_link_ends_the_old_one_and_members_see_neither() {
    let place = Place::new().await;
    let round = place.make("next", &[]).await;
    let link = |page: &str| {
        let rest = page.split_once("http://localhost:3000/join/").unwrap().1;
        format!("/join/{}", &rest[..32])
    };
    let first = link(&place.page(&place.lead, &round).await);
    let own = place.app.join(&first, "Gast").await;
    place.step(&round, "share").await;
    let page = place.page(&place.lead, &round).await;
    assert!(page.contains("Gast"));
    assert_ne!(link(&page), first);
    assert_eq!(place.app.get(&first).await.status, StatusCode::NOT_FOUND);
    assert_eq!(place.app.get(&own).await.status, StatusCode::OK);
    let seen = place.page(&place.member, &round).await;
    assert!(!seen.contains("/join/") && !seen.contains("Gast") && !seen.contains("Close the round"));
}

#[tokio::test]
async fn a_member_answers_once_and_goes_on_by_another_link() {
    let place = Place::new().await;
    let round = place.make("next", &[]).await;
    assert!(place.page(&place.member, &round).await.contains("Begin"));
    let first = place.answer(&place.member, &round).await;
    place.app.post(&format!("{first}?section=TE1"), &[("TE1-1", "3"), ("action", "next")]).await.leads_to();
    let second = place.answer(&place.member, &round).await;
    assert_ne!(first, second);
    place.app.post(&format!("{second}?section=TE1"), &[("TE1-2", "2"), ("action", "next")]).await.leads_to();
    let page = place.page(&place.member, &round).await;
    assert!(page.contains("Go on answering") && page.contains("You have answered 2 of up to"), "{page}");
    let page = place.page(&place.lead, &round).await;
    assert!(page.contains("1 person has answered") && page.contains("Mara Member"), "{page}");
}

#[tokio::test]
async fn one_answer_is_everybodys() {
    let place = Place::new().await;
    let round = place.make("next", &[("mode", "one_answer")]).await;
    let first = place.answer(&place.member, &round).await;
    place.app.post(&format!("{first}?section=TE1"), &[("TE1-1", "3"), ("action", "next")]).await.leads_to();
    let second = place.answer(&place.other, &round).await;
    let page = place.page(&place.lead, &round).await;
    assert!(page.contains("1 person has answered") && page.contains("1 of up to"), "{page}");
    // Who comes by the link to share opens the same.
    let link = format!("/join/{}", &page.split_once("http://localhost:3000/join/").unwrap().1[..32]);
    let guest = place.app.join(&link, "Gast").await;
    assert!(guest != first && guest != second);
    place.app.post(&format!("{guest}?section=TE1"), &[("TE1-2", "2"), ("action", "next")]).await.leads_to();
    let page = place.page(&place.lead, &round).await;
    assert!(page.contains("1 person has answered") && page.contains("2 of up to") && !page.contains("Gast"), "{page}");
}

#[tokio::test]
async fn answers_by_name_are_no_start_for_one_answer_of_the_team() {
    let place = Place::new().await;
    let last = place.make("next", &[]).await;
    let answers = place.answer(&place.member, &last).await;
    place.app.post(&format!("{answers}?section=TE1"), &[("TE1-1", "3"), ("action", "next")]).await.leads_to();
    place.step(&last, "close").await;
    let next = place.make("next", &[("carry", "yes"), ("mode", "one_answer")]).await;
    place.answer(&place.other, &next).await;
    assert!(place.page(&place.other, &next).await.contains("answered 0 of up to"));
}

#[tokio::test]
async fn answers_start_from_the_last_round() {
    let place = Place::new().await;
    let last = place.make("next", &[]).await;
    let answers = place.answer(&place.member, &last).await;
    place.app.post(&format!("{answers}?section=TE1"), &[("TE1-1", "3"), ("action", "next")]).await.leads_to();
    place.step(&last, "close").await;
    let next = place.make("next", &[("carry", "yes")]).await;
    assert!(place.page(&place.member, &next).await.contains("begins with their answers of the last round"));
    place.answer(&place.member, &next).await;
    assert!(place.page(&place.member, &next).await.contains("answered 1 of up to"));
    place.answer(&place.other, &next).await;
    assert!(place.page(&place.other, &next).await.contains("answered 0 of up to"));
}

#[tokio::test]
async fn what_is_due_happens_once() {
    let place = Place::new().await;
    let days = [("opens", "2026-11-24"), ("closes", "2026-11-25"), ("retention", "30")];
    let round = place.make("save", &days).await;
    assert_eq!(due(&place.app.app).await.unwrap(), 0);
    place.app.wait(DAY);
    assert_eq!(due(&place.app.app).await.unwrap(), 1);
    assert_eq!(due(&place.app.app).await.unwrap(), 0);
    // The session has long ended; the account signs in anew.
    let member = place.app.account(place.organisation, "Mia Later", Right::Owner).await;
    let team = format!("/teams/{}/members", place.team);
    let fields = [("person", member.account.to_string()), ("action", "add".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    place.app.post_as(&member, &team, &fields).await.leads_to();
    let answers = place.answer(&member, &round).await;
    place.app.post(&format!("{answers}?section=TE1"), &[("TE1-1", "3"), ("action", "next")]).await.leads_to();
    place.app.wait(2 * DAY);
    assert_eq!(due(&place.app.app).await.unwrap(), 1);
    assert_eq!(due(&place.app.app).await.unwrap(), 0);
    place.app.wait(31 * DAY);
    assert_eq!(due(&place.app.app).await.unwrap(), 1);
    assert_eq!(due(&place.app.app).await.unwrap(), 0);
    assert_eq!(place.app.get(&answers).await.status, StatusCode::NOT_FOUND, "the answers are gone");
    let lead = place.app.account(place.organisation, "Otto Owner", Right::Owner).await;
    let page = place.page(&lead, &round).await;
    assert!(page.contains("Answers deleted") && page.contains("by itself"), "{page}");
    // The result says so as well, wherever it is looked at, and asks nobody to share a link.
    let result = place.page(&lead, &format!("{round}/results")).await;
    let report = place.page(&lead, &format!("{round}/report.pdf")).await;
    for said in [result, report] {
        assert!(said.contains("The answers of this round were deleted on 27 December 2026."), "{said}");
        assert!(said.contains("answers deleted on 27 December 2026") && !said.contains("obody has answered"), "{said}");
        assert!(!said.contains("Share the link"), "{said}");
    }
    for deed in [Deed::RoundOpened, Deed::RoundClosed, Deed::AnswersErased] {
        assert_eq!(place.logged(deed).await, 1, "{deed:?}");
    }
}

#[tokio::test]
async fn no_name_is_suggested_that_the_team_has_used() {
    let place = Place::new().await;
    let suggested = async || {
        let form = place.page(&place.lead, &format!("/rounds/new?team={}", place.team)).await;
        let field = form.split("name=\"round\" value=\"").nth(1).unwrap();
        field.split('"').next().unwrap().to_owned()
    };
    let first = suggested().await;
    place.make("open", &[("round", &first)]).await;
    assert_eq!(suggested().await, format!("{first}, 2"));
    place.make("draft", &[("round", &format!("{first}, 2"))]).await;
    assert_eq!(suggested().await, format!("{first}, 3"));
}

#[tokio::test]
async fn who_runs_a_round_of_another_team_is_told_why_there_is_nothing_to_answer() {
    let place = Place::new().await;
    let owner = place.app.account(place.organisation, "Olga Owner", Right::Owner).await;
    let round = place.make("open", &[]).await;
    let hint = "are not in its team";
    assert!(place.page(&owner, &round).await.contains(hint));
    for who in [&place.lead, &place.member] {
        assert!(!place.page(who, &round).await.contains(hint));
    }
}
