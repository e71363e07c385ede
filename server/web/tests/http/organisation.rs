//! Teams, units, people, settings, imports, the dashboard and the search.

use axum::http::StatusCode;
use domain::ids::OrganisationId;
use domain::rights::Right;

use crate::helpers::{Browser, TestApp};

struct Place {
    app: TestApp,
    organisation: OrganisationId,
    owner: Browser,
}

impl Place {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let organisation = app.organisation("Ours").await;
        let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
        Self { app, organisation, owner }
    }

    async fn page(&self, path: &str) -> String {
        let page = self.app.get_as(&self.owner, path).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        page.text().to_owned()
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> String {
        self.app.post_as(&self.owner, path, fields).await.leads_to().to_owned()
    }

    async fn refused(&self, path: &str, fields: &[(&str, &str)], why: &str) {
        let answer = self.app.post_as(&self.owner, path, fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(answer.text().contains(why), "{path}: {why}\n{}", answer.text());
    }
}

/// The text between two others.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    text.split(before).nth(1).unwrap().split(after).next().unwrap()
}

#[tokio::test]
async fn a_fresh_owner_is_led_through_the_first_steps() {
    let place = Place::new().await;
    let page = place.page("/dashboard").await;
    assert!(page.contains("Three steps to your first result") && page.contains("href=\"/teams/new\""));
    let team = place.post("/teams/new", &[("name", "Payments & Risk")]).await;
    let page = place.page(&team).await;
    assert!(page.contains("Payments &amp; Risk") && page.contains("This team has no round yet."));
    assert!(place.page("/dashboard").await.contains("Teams at a glance"));
    place.refused("/teams/new", &[("name", " ")], "name-error").await;
    // A name that is refused stands in the form; the heading stays that of the team.
    place.refused(&team, &[("team", "")], "<h1>Payments &amp; Risk</h1>").await;
}

#[tokio::test]
async fn units_are_a_tree_of_three_levels() {
    let place = Place::new().await;
    let mut parent = String::new();
    for name in ["Bank", "Risk", "Models"] {
        place.post("/admin/units", &[("name", name), ("parent", &parent)]).await;
        let page = place.page("/admin/units").await;
        let path = page.split("href=\"/admin/units/").map(|rest| (&rest[..36], rest)).skip(1);
        let path = path.into_iter().find(|(_, rest)| between(rest, ">", "<").ends_with(name)).unwrap();
        path.0.clone_into(&mut parent);
    }
    place.refused("/admin/units", &[("name", "Too deep"), ("parent", &parent)], "three levels at most").await;
    let team = place.post("/teams/new", &[("name", "Fraud"), ("unit", &parent)]).await;
    assert!(place.page(&team).await.contains("Bank / Risk / Models"));
    let unit = format!("/admin/units/{parent}");
    assert!(place.page(&unit).await.contains(&format!("href=\"{unit}/delete\"")));
    place.refused(&format!("{unit}/delete"), &[], "still has units or teams").await;
    place.refused(&unit, &[("name", "")], "<h1>Models</h1>").await;
    // Asking deletes nothing, and an empty unit goes.
    place.post(&team, &[("team", "Fraud"), ("unit", "")]).await;
    assert!(place.page(&format!("{unit}/delete")).await.contains("Delete Bank / Risk / Models?"));
    assert!(place.page("/admin/units").await.contains("Bank / Risk / Models"));
    place.post(&format!("{unit}/delete"), &[]).await;
    assert!(!place.page("/admin/units").await.contains("Bank / Risk / Models"));
}

#[tokio::test]
async fn somebody_is_invited_changed_switched_off_and_deleted() {
    let place = Place::new().await;
    let team = place.app.team(place.organisation, "Payments", &[]).await.to_string();
    let fields = [("email", "ida@example.org"), ("name", "Ida"), ("right", "lead"), ("team", team.as_str())];
    let invited = place.app.post_as(&place.owner, "/admin/people/new", &fields).await;
    assert_eq!(invited.status, StatusCode::OK);
    let link = format!("/invitation/{}", between(invited.text(), "/invitation/", "\""));
    place.refused("/admin/people/new", &fields, "has this address already").await;
    let joined = place.app.post(&link, &[("name", "Ida"), ("password", "correct horse battery staple")]).await;
    let cookie = joined.header("set-cookie").split(';').next().unwrap().to_owned();
    let ida = Browser { cookie, ..place.owner.clone() };
    assert_eq!(place.app.get_as(&ida, &format!("/teams/{team}")).await.status, StatusCode::OK);

    let people = place.page("/admin/people?q=IDA").await;
    let ids = people.split("href=\"/admin/people/").skip(1).filter_map(|rest| rest.split('"').next());
    let person = format!("/admin/people/{}", ids.into_iter().find(|id| id.len() == 36).unwrap());
    place.post(&person, &[("name", "Ida"), ("right", "member")]).await;
    // What was changed holds from the next page on: no team, so no page of it.
    assert_eq!(place.app.get_as(&ida, &format!("/teams/{team}")).await.status, StatusCode::FORBIDDEN);
    assert!(place.page(&format!("{person}/switch")).await.contains("Switch Ida off?"));
    place.post(&format!("{person}/switch"), &[("action", "off")]).await;
    assert_eq!(place.app.get_as(&ida, "/dashboard").await.leads_to(), "/login?next=%2Fdashboard");
    place.post(&format!("{person}/switch"), &[("action", "on")]).await;
    let reset = place.app.post_as(&place.owner, &format!("{person}/link"), &[]).await;
    assert!(reset.text().contains("/reset/"));
    place.post(&format!("{person}/delete"), &[]).await;
    assert_eq!(place.app.get_as(&place.owner, &person).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_last_owner_stays_one() {
    let place = Place::new().await;
    let own = format!("/admin/people/{}", place.owner.account);
    let why = "last owner who can sign in";
    place.refused(&own, &[("name", "Olga"), ("right", "member")], why).await;
    place.refused(&format!("{own}/switch"), &[("action", "off")], why).await;
    place.refused(&format!("{own}/delete"), &[], why).await;
    assert!(place.page("/admin").await.contains("Administration"));
}

#[tokio::test]
async fn a_lead_looks_after_members_of_the_own_team() {
    let place = Place::new().await;
    let app = &place.app;
    let lead = app.account(place.organisation, "Lena Lead", Right::Lead).await;
    let member = app.account(place.organisation, "Mara Member", Right::Member).await;
    let team = format!("/teams/{}", app.team(place.organisation, "Payments", &[&lead]).await);
    let found = app.get_as(&lead, &format!("{team}?q=mara")).await;
    assert!(found.text().contains("mara.member@example.org"));
    let fields = [("person", member.account.to_string()), ("action", "add".to_owned())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    app.post_as(&lead, &format!("{team}/members"), &fields).await.leads_to();
    assert_eq!(app.get_as(&member, &team).await.status, StatusCode::OK);
    assert!(!app.get_as(&member, &team).await.text().contains("Take out"));
    // Taking somebody out is asked first; without an answer they stay.
    let asked = format!("{team}/members?person={}", member.account);
    assert!(app.get_as(&lead, &team).await.text().contains(&format!("href=\"{asked}\"")));
    let page = app.get_as(&lead, &asked).await;
    assert!(page.text().contains("Take Mara Member out of Payments?"), "{}", page.text());
    assert_eq!(app.get_as(&member, &team).await.status, StatusCode::OK);
    assert_eq!(app.get_as(&lead, &format!("{team}/members")).await.status, StatusCode::NOT_FOUND, "nobody is meant");
    let fields = [("person", fields[0].1), ("action", "remove")];
    app.post_as(&lead, &format!("{team}/members"), &fields).await.leads_to();
    assert_eq!(app.get_as(&member, &team).await.status, StatusCode::FORBIDDEN);
    let invited = app.post_as(&lead, &format!("{team}/invite"), &[("email", "new@example.org")]).await;
    assert!(invited.text().contains("/invitation/"));
    app.post_as(&lead, &team, &[("team", "Payments and Risk")]).await.leads_to();
    assert!(app.get_as(&lead, &team).await.text().contains("Payments and Risk"));
    assert_eq!(app.get_as(&lead, &format!("{team}/archive")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.get_as(&lead, "/admin/people").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_table_is_tried_before_it_is_imported_and_may_be_imported_twice() {
    let place = Place::new().await;
    let csv = "email,name,right,team,unit\nada@example.org,Ada,lead,Fraud;Churn,Bank/Risk\nbo@example.org,,,Fraud,Bank/Risk\n";
    let tried = place.app.post_as(&place.owner, "/admin/import", &[("csv", csv), ("action", "next")]).await;
    assert!(tried.status == StatusCode::OK && tried.text().contains("This would happen"), "{}", tried.text());
    assert!(tried.text().contains("2 new accounts are") && tried.text().contains("2 teams and 2 units are"));
    assert!(!place.page("/admin/people").await.contains("ada@example.org"), "nothing was changed");
    let import = async || place.app.post_as(&place.owner, "/admin/import", &[("csv", csv), ("action", "import")]).await;
    assert!(import().await.text().contains("Imported"));
    let people = place.page("/admin/people").await;
    assert!(people.contains("ada@example.org") && people.contains("Churn"));
    assert!(place.page("/teams").await.contains("Bank / Risk"));
    assert!(import().await.text().contains("0 new accounts are made."));
    // A team that is there stays in its unit, the page says so, and no empty unit comes of it.
    let moved = csv.replace("Bank/Risk", "Bank/Ops");
    let tried = place.app.post_as(&place.owner, "/admin/import", &[("csv", &moved), ("action", "import")]).await;
    let page = tried.text();
    assert!(page.contains("<td>Bank / Risk</td><td>Bank / Ops</td>") && page.contains(">Churn</a>"), "{page}");
    assert!(!place.page("/admin/units").await.contains("Ops") && place.page("/teams").await.contains("Bank / Risk"));
    assert_eq!(
        place.page("/admin/people").await.matches("ada@example.org").count(),
        people.matches("ada@example.org").count()
    );

    let wrong = "email,right\nada,lead\nbo@example.org,boss\nolga.owner@example.org,member\n";
    let refused = place.app.post_as(&place.owner, "/admin/import", &[("csv", wrong), ("action", "import")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Nothing was changed") && refused.text().contains("bo@example.org,boss"));
    // Lines are those of the text, however a browser ends them.
    for csv in [wrong.to_owned(), wrong.replace('\n', "\r\n")] {
        let refused = place.app.post_as(&place.owner, "/admin/import", &[("csv", &csv), ("action", "next")]).await;
        let lines: Vec<&str> = refused.text().split("class=\"number\">").skip(2).map(|rest| &rest[..1]).collect();
        assert_eq!(lines, ["2", "3"], "{}", refused.text());
    }
}

#[tokio::test]
async fn a_team_that_was_put_away_gets_no_double_by_an_import() {
    let place = Place::new().await;
    let team = place.post("/teams/new", &[("name", "Fraud")]).await;
    place.post(&format!("{team}/archive"), &[("action", "archive")]).await;
    let csv = "email,team\nada@example.org,Churn\nbo@example.org,FRAUD\n";
    for action in ["next", "import"] {
        place.refused("/admin/import", &[("csv", csv), ("action", action)], "FRAUD was put away.").await;
    }
    assert!(!place.page("/admin/people").await.contains("ada@example.org"), "nothing was changed");
    place.post(&format!("{team}/archive"), &[("action", "restore")]).await;
    let done = place.app.post_as(&place.owner, "/admin/import", &[("csv", csv), ("action", "import")]).await;
    assert!(done.text().contains("1 team and 0 units are made."), "{}", done.text());
}

#[tokio::test]
async fn a_table_comes_as_a_file_and_goes_on_as_text() {
    let place = Place::new().await;
    let send = async |file: &[u8]| {
        let part = |name: &str| format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"");
        let mut body = format!("{}\r\n\r\nnext\r\n{}\r\n\r\nold text\r\n", part("action"), part("csv")).into_bytes();
        let head = format!("{}; filename=\"people.csv\"\r\nContent-Type: text/csv\r\n\r\n", part("file"));
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        place.app.post_body_as(&place.owner, "/admin/import", "multipart/form-data; boundary=edge", body).await
    };
    let page = place.page("/admin/import").await;
    assert!(page.contains("enctype=\"multipart/form-data\"") && page.contains("type=\"file\""), "{page}");
    let tried = send("email,name\nzoe@example.org,Zoë\n".as_bytes()).await;
    assert!(tried.text().contains("This would happen") && tried.text().contains("1 new account is made."));
    let text = between(tried.text(), "<textarea", "</textarea>");
    assert!(text.contains("zoe@example.org,Zoë") && !text.contains("old text"), "{text}");
    // Without a file, the text counts; a file in the wrong letters is told so.
    assert!(send(b"").await.text().contains("old text"));
    let refused = send(b"email\nzo\xeb@example.org\n").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("This file is no UTF-8 text.") && refused.text().contains("old text"));
    // 15 MiB are taken and no more: that is the limit of the text as well.
    assert_eq!(send(&vec![b'x'; 14 << 20]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(send(&vec![b'x'; 15 << 20]).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn settings_are_kept_and_rounds_without_an_account_can_be_switched_off() {
    let place = Place::new().await;
    place.refused("/admin/settings", &[("name", ""), ("retention", "never")], "retention-error").await;
    place.post("/admin/settings", &[("name", "Ours & Co"), ("retention", "365")]).await;
    assert!(place.page("/dashboard").await.contains("Ours &amp; Co"));
    assert!(place.page("/rounds/new").await.contains("value=\"365\""));
    let refused = place.app.post("/start", &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.text().contains("href=\"/login\""));
    let landing = place.app.get("/").await;
    assert!(landing.text().contains("href=\"/login\"") && !landing.text().contains("Start a round"));
    assert!(!landing.text().contains("No account, nothing to install"));
    place.post("/admin/settings", &[("name", "Ours"), ("account_free", "yes")]).await;
    assert!(place.app.get("/").await.text().contains("Start a round"));
    assert_eq!(place.app.post("/start", &[]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_start_page_and_errors_lead_who_is_signed_in_to_their_dashboard() {
    let place = Place::new().await;
    // A round without a team, started by a member of one, would be seen by nobody else in the organisation.
    let landing = place.page("/").await;
    assert!(!landing.contains("Start a round") && landing.contains(">To the dashboard</a>"), "{landing}");
    let lost = place.app.get_as(&place.owner, "/nowhere").await;
    assert_eq!(lost.status, StatusCode::NOT_FOUND);
    assert!(lost.text().contains(">To the dashboard</a>"));
    let mark = |href: &str| format!("<a href=\"{href}\" class=\"mark\">");
    assert!(lost.text().contains(&mark("/dashboard")) && !lost.text().contains(&mark("/")));
    let lost = place.app.get("/nowhere").await;
    assert!(lost.text().contains(">To the start page</a>") && lost.text().contains(&mark("/")), "{}", lost.text());
}

#[tokio::test]
async fn the_search_finds_what_one_may_see() {
    let place = Place::new().await;
    let theirs = place.app.organisation("Theirs").await;
    let member = place.app.account(place.organisation, "Mara Member", Right::Member).await;
    place.app.team(place.organisation, "Zebra own", &[&member]).await;
    place.app.team(place.organisation, "Zebra sibling", &[]).await;
    place.app.team(theirs, "Zebra foreign", &[]).await;
    let found = place.page("/search?q=zebra").await;
    assert!(found.contains("Zebra own") && found.contains("Zebra sibling") && !found.contains("Zebra foreign"));
    let found = place.app.get_as(&member, "/search?q=ZEBRA").await;
    assert!(found.text().contains("Zebra own") && !found.text().contains("Zebra sibling"));
    // Signs of a pattern are only signs.
    assert!(place.page("/search?q=%25").await.contains("Nothing of this name."));
    assert!(place.page("/search?q=mara").await.contains("Mara Member"));
    assert!(!place.app.get_as(&member, "/search?q=olga").await.text().contains("olga.owner"));
}
