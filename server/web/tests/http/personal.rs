//! Personal links, reminders, and who takes part.

use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use domain::rights::Right;
use usecases::mail::{Mail, Office, Post, Sending};

use crate::helpers::{Browser, TestApp};

/// Keeps the mails that it is given.
#[derive(Default)]
struct Letterbox(Mutex<Vec<Mail>>);

impl Post for Letterbox {
    fn send<'a>(&'a self, mail: &'a Mail) -> Sending<'a> {
        self.0.lock().unwrap().push(mail.clone());
        Box::pin(std::future::ready(Ok(())))
    }
}

struct Place {
    app: TestApp,
    letters: Arc<Letterbox>,
    lead: Browser,
    member: Browser,
    round: String,
}

impl Place {
    /// A team of a lead and a member, asked in this way, on a server that sends mail or not.
    async fn new(mode: &str, mails: bool) -> Self {
        let letters = Arc::<Letterbox>::default();
        let app = if mails {
            let office = Office { post: letters.clone(), address: "https://plumbline.example".to_owned() };
            TestApp::mailing(office).await
        } else {
            TestApp::new().await
        };
        let organisation = app.organisation("Ours").await;
        let lead = app.account(organisation, "Lena Lead", Right::Lead).await;
        let member = app.account(organisation, "Mara Member", Right::Member).await;
        let team = app.team(organisation, "Payments", &[&lead, &member]).await.to_string();
        let fields = [("team", team.as_str()), ("round", "Autumn"), ("mode", mode), ("k", "5")];
        let round = app.post_as(&lead, "/rounds/new", &fields).await.leads_to().to_owned();
        Self { app, letters, lead, member, round }
    }

    fn at(&self, part: &str) -> String {
        if part.is_empty() { self.round.clone() } else { format!("{}/{part}", self.round) }
    }

    async fn page(&self, part: &str) -> String {
        let page = self.app.get_as(&self.lead, &self.at(part)).await;
        assert_eq!(page.status, StatusCode::OK, "{part}");
        page.text().to_owned()
    }

    /// Invites these, and gives the links that are shown, in the order of the lines.
    async fn invite(&self, people: &str) -> Vec<String> {
        let made = self.app.post_as(&self.lead, &self.at("invitations"), &[("people", people)]).await;
        assert_eq!(made.status, StatusCode::OK, "{}", made.text());
        links(made.text())
    }

    async fn mails(&self) -> Vec<Mail> {
        while usecases::jobs::work_once(&self.app.app).await.unwrap() > 0 {}
        std::mem::take(&mut *self.letters.0.lock().unwrap())
    }
}

/// The links in fields of a page.
fn links(page: &str) -> Vec<String> {
    let parts = page.split("value=\"http://localhost:3000/join/").skip(1);
    parts.map(|rest| format!("/join/{}", rest.split('"').next().unwrap())).collect()
}

/// What the buttons of the first invitation on a page send.
fn first_id(page: &str) -> String {
    page.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_personal_link_shows_the_notice_makes_one_response_and_is_the_way_back() {
    let place = Place::new("named", false).await;
    let made = place.invite("Ada Lovelace\nBob <bob@example.org>\ncy@example.org").await;
    assert_eq!(made.len(), 3);
    let notice = place.app.get(&made[0]).await;
    assert_eq!(notice.status, StatusCode::OK);
    for part in ["Before the first question", "named round", "as Ada Lovelace", "yours alone"] {
        assert!(notice.text().contains(part), "{part}");
    }
    assert!(!notice.text().contains("name=\"name\""), "the name is known");
    assert!(place.page("invitations").await.contains("3 invited, 0 begun"), "looking at it uses nothing up");
    let own = place.app.post(&made[0], &[("action", "next")]).await.leads_to().to_owned();
    assert_eq!(own, made[0].replace("/join/", "/respond/"));
    // From any device: pressing again, and opening the link again.
    assert_eq!(place.app.post(&made[0], &[("action", "next")]).await.leads_to(), own);
    assert_eq!(place.app.get(&made[0]).await.leads_to(), own);
    assert!(place.app.get(&own).await.text().contains("value=\"Ada Lovelace\""));
    let list = place.page("invitations").await;
    assert!(
        list.contains("3 invited, 1 begun") && !list.contains("New link<span class=\"visually-hidden\"> for Ada"),
        "it is hers now"
    );
    let round = place.page("").await;
    assert!(round.contains("Ada Lovelace") && round.contains("Bob") && round.contains("cy@example.org"));
    assert_eq!(round.matches(">Ada Lovelace<").count(), 1, "once");
}

#[tokio::test]
async fn a_form_that_is_sent_twice_invites_once_and_shows_the_same_links() {
    let place = Place::new("named", false).await;
    let form = place.page("invitations").await;
    let token = form.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let fields = [("people", "Ada\nBob"), ("token", token.as_str())];
    let mut shown = Vec::new();
    for _ in 0..2 {
        shown.push(links(place.app.post_as(&place.lead, &place.at("invitations"), &fields).await.text()));
    }
    assert!(shown[0].len() == 2 && shown[0] == shown[1], "{shown:?}");
    assert!(place.page("invitations").await.contains("2 invited, 0 begun"));
    let again = place.app.post_as(&place.lead, &place.at("invitations"), &[("people", "Cy\nBob")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("Invited before, and listed below: Bob") && again.text().contains("Cy\nBob"));
}

#[tokio::test]
async fn what_cannot_be_read_comes_back_with_its_line() {
    let place = Place::new("named", false).await;
    let many = (0..201).map(|i| format!("P{i}")).collect::<Vec<_>>().join("\n");
    for (people, told) in [("Ada <ada", "Line 1: Close"), ("", "one line a person"), (many.as_str(), "At most 200")] {
        let refused = place.app.post_as(&place.lead, &place.at("invitations"), &[("people", people)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains(told), "{told}");
    }
    assert!(place.page("invitations").await.contains("Nobody is invited"));
}

#[tokio::test]
async fn a_lost_link_is_replaced_or_withdrawn_until_it_is_used_and_only_in_its_own_round() {
    let place = Place::new("named", false).await;
    let lost = place.invite("Ada").await;
    let id = first_id(&place.page("invitations").await);
    let team = place.app.get_as(&place.lead, &place.round).await;
    let team = team.text().split("href=\"/teams/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let fields = [("team", team.as_str()), ("round", "Another"), ("mode", "named")];
    let other = place.app.post_as(&place.lead, "/rounds/new", &fields).await.leads_to().to_owned();
    for step in ["replace", "withdraw"] {
        let foreign = format!("{other}/invitations/{step}");
        let refused = place.app.post_as(&place.lead, &foreign, &[("id", &id)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{step}");
    }
    assert_eq!(place.app.get(&lost[0]).await.status, StatusCode::OK);
    let new = place.app.post_as(&place.lead, &place.at("invitations/replace"), &[("id", &id)]).await;
    let new = links(new.text());
    assert_eq!(place.app.get(&lost[0]).await.status, StatusCode::NOT_FOUND, "the old link leads nowhere");
    assert_eq!(place.app.post(&lost[0], &[]).await.status, StatusCode::NOT_FOUND);
    place.app.post(&new[0], &[]).await.leads_to();
    for step in ["invitations/replace", "invitations/withdraw"] {
        let refused = place.app.post_as(&place.lead, &place.at(step), &[("id", &id)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{step}: it was used");
    }
    let second = place.invite("Bob").await;
    let id = first_id(&place.page("invitations").await);
    place.app.post_as(&place.lead, &place.at("invitations/withdraw"), &[("id", &id)]).await.leads_to();
    assert_eq!(place.app.get(&second[0]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn everything_is_refused_once_the_round_is_closed_but_the_way_back() {
    let place = Place::new("named", false).await;
    let made = place.invite("Ada\nBob").await;
    let own = place.app.post(&made[0], &[]).await.leads_to().to_owned();
    let id = first_id(&place.page("invitations").await);
    place.app.post_as(&place.lead, &place.at("close"), &[("action", "next")]).await.leads_to();
    for (part, field) in
        [("invitations", "people"), ("invitations/replace", "id"), ("invitations/withdraw", "id"), ("remind", "x")]
    {
        let refused = place.app.post_as(&place.lead, &place.at(part), &[(field, &id)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{part}");
        assert!(refused.text().contains("This round is closed"), "{part}");
    }
    assert!(place.app.get(&made[1]).await.text().contains("This round is closed"));
    assert_eq!(place.app.post(&made[1], &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(place.app.get(&made[0]).await.leads_to(), own);
    let page = place.page("invitations").await;
    assert!(page.contains("2 invited, 1 begun") && !page.contains("New link<") && !page.contains("name=\"people\""));
}

#[tokio::test]
async fn in_confidence_it_is_known_who_has_begun_and_no_more() {
    let place = Place::new("confidential", false).await;
    let made = place.invite("Ada\nBob").await;
    let notice = place.app.get(&made[0]).await;
    assert!(notice.text().contains("This round is confidential") && !notice.text().contains("as Ada"));
    let own = place.app.post(&made[0], &[]).await.leads_to().to_owned();
    assert!(!place.app.get(&own).await.text().contains("Ada"), "the response bears no name");
    let fields = [("TE1-1", "4"), ("action", "next")];
    place.app.post(&format!("{own}?section=TE1"), &fields).await.leads_to();
    place.app.post(&own, &[("job_role", "OPS"), ("action", "next")]).await.leads_to();
    place.app.post(&format!("{own}?section=review"), &[("action", "submit")]).await.leads_to();
    let round = place.page("").await;
    assert!(round.contains("Ada") && round.contains("Bob") && !round.contains("1 of up to"));
    assert!(!round.contains("submitted</") && !round.contains("Nobody has answered as"), "neither how far nor as what");
    let list = place.page("invitations").await;
    assert!(list.contains("2 invited, 1 begun") && list.contains("nothing leads from them to answers"));
}

#[tokio::test]
async fn a_personal_link_opens_the_one_answer_of_a_team() {
    let place = Place::new("one_answer", false).await;
    let made = place.invite("Ada\nBob").await;
    let first = place.app.post(&made[0], &[]).await.leads_to().to_owned();
    let second = place.app.post(&made[1], &[]).await.leads_to().to_owned();
    assert_ne!(first, second);
    place.app.post(&format!("{first}?section=TE1"), &[("TE1-1", "4"), ("action", "next")]).await.leads_to();
    let page = place.app.get(&format!("{second}?section=TE1")).await;
    assert!(page.text().contains("name=\"TE1-1\" value=\"4\" checked"));
}

#[tokio::test]
async fn whoever_has_an_address_gets_the_link_by_mail_and_only_there() {
    let place = Place::new("named", true).await;
    let made = place
        .app
        .post_as(&place.lead, &place.at("invitations"), &[("people", "Ada & Co <ada@example.org>\nBob")])
        .await;
    assert!(made.text().contains("On their way by mail: ada@example.org"));
    assert_eq!(links(made.text()).len(), 1, "Bob’s");
    let mails = place.mails().await;
    assert_eq!(mails.len(), 1);
    let Mail { to, text, html, subject } = &mails[0];
    assert_eq!(to, "ada@example.org");
    assert!(subject.contains("Payments, Autumn") && text.contains("Hello Ada & Co,") && html.contains("Ada &amp; Co"));
    let link = text.split("https://plumbline.example").nth(1).unwrap().split('\n').next().unwrap().to_owned();
    assert!(html.contains(&format!("href=\"https://plumbline.example{link}\"")));
    let id = first_id(&place.page("invitations").await);
    let again = place.app.post_as(&place.lead, &place.at("invitations/replace"), &[("id", &id)]).await;
    assert!(again.text().contains("On their way by mail"));
    let second = place.mails().await;
    assert_eq!(place.app.get(&link).await.status, StatusCode::NOT_FOUND);
    let link = second[0].text.split("https://plumbline.example").nth(1).unwrap().split('\n').next().unwrap().to_owned();
    place.app.post(&link, &[]).await.leads_to();
}

#[tokio::test]
async fn a_reminder_goes_to_each_who_has_not_begun_once_a_day() {
    let place = Place::new("named", true).await;
    place.app.post_as(&place.lead, &place.at("answer"), &[]).await.leads_to();
    place.invite("Bob").await;
    let page = place.page("remind").await;
    assert!(page.contains("Mara Member") && page.contains("Bob"));
    assert!(!page.contains("<li>Lena Lead"), "she has begun");
    assert!(page.contains("Send the reminders"));
    let remind = async || place.app.post_as(&place.lead, &place.at("remind"), &[]).await.leads_to().to_owned();
    assert_eq!(remind().await, place.at("remind?sent=1"));
    assert_eq!(remind().await, place.at("remind?sent=0"), "pressed twice");
    assert!(place.page("remind?sent=1").await.contains("1 reminder is on its way"));
    let mails = place.mails().await;
    let told: Vec<_> = mails.iter().map(|mail| mail.to.as_str()).collect();
    assert_eq!(told, ["mara.member@example.org"]);
    assert!(mails[0].text.contains(&format!("https://plumbline.example{}", place.round)));
    place.app.wait(24 * 3_600_000_000);
    // Who begins before the mail is written gets none.
    let lead = place.app.sign_in_again(&place.lead).await;
    assert_eq!(place.app.post_as(&lead, &place.at("remind"), &[]).await.leads_to(), place.at("remind?sent=1"));
    let member = place.app.sign_in_again(&place.member).await;
    place.app.post_as(&member, &place.at("answer"), &[]).await.leads_to();
    assert!(place.mails().await.is_empty());
}

#[tokio::test]
async fn a_confidential_reminder_holds_no_link_to_an_answer_and_is_logged_by_number() {
    let place = Place::new("confidential", true).await;
    let page = place.page("remind").await;
    assert!(page.contains("Open your own link if you were sent one, or sign in and begin there"));
    assert_eq!(place.app.post_as(&place.lead, &place.at("remind"), &[]).await.leads_to(), place.at("remind?sent=2"));
    let mails = place.mails().await;
    assert_eq!(mails.len(), 2);
    for mail in &mails {
        assert!(mail.text.contains("https://plumbline.example/rounds/"), "{}", mail.text);
        for part in ["/respond/", "/join/"] {
            assert!(!mail.text.contains(part) && !mail.html.contains(part), "{part}");
        }
    }
    let organisation = place.lead.organisation;
    let owner = place.app.account(organisation, "Olga Owner", Right::Owner).await;
    let log = place.app.get_as(&owner, "/admin/audit.csv").await;
    let line =
        log.text().lines().find(|line| line.contains("reminded people of a round") || line.contains("round.reminded"));
    let line = line.unwrap();
    assert!(line.contains("2 reminded") && !line.contains("Mara"), "{line}");
}

#[tokio::test]
async fn without_mail_there_is_a_text_to_copy() {
    let place = Place::new("named", false).await;
    let page = place.page("remind").await;
    assert!(page.contains("This server sends no mail") && !page.contains("Send the reminders"));
    assert!(
        page.contains("Autumn of Payments waits for your answers") && page.contains("http://localhost:3000/rounds/")
    );
    assert_eq!(place.app.post_as(&place.lead, &place.at("remind"), &[]).await.leads_to(), place.at("remind?sent=0"));
}

#[tokio::test]
async fn job_roles_that_nobody_has_answered_as_are_named_once_somebody_has_answered() {
    let place = Place::new("named", false).await;
    assert!(!place.page("").await.contains("Nobody has answered as"));
    let own = place.app.post_as(&place.member, &place.at("answer"), &[]).await.leads_to().to_owned();
    place.app.post(&own, &[("job_role", "DS"), ("job_role", "OPS"), ("action", "next")]).await.leads_to();
    place.app.post(&format!("{own}?section=TE1"), &[("TE1-1", "4"), ("action", "next")]).await.leads_to();
    let page = place.page("").await;
    let told = page.split("Nobody has answered as ").nth(1).unwrap().split(" so far.").next().unwrap();
    assert!(told.contains("data engineer") && !told.contains("data scientist"), "{told}");
}

#[tokio::test]
async fn the_link_to_share_is_also_a_code_behind_one_step() {
    let place = Place::new("named", false).await;
    let page = place.page("").await;
    let opened = page.split("<summary>Show as a code for a meeting</summary>").nth(1).unwrap();
    let inside = opened.split("</details>").next().unwrap();
    assert!(inside.contains("class=\"square-code\"") && inside.contains("http://localhost:3000/join/"));
    let seen = place.app.get_as(&place.member, &place.round).await;
    assert!(!seen.text().contains("square-code"), "not for who does not see the link");
}
