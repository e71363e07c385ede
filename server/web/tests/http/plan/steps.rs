//! Making, changing and deleting actions.

use axum::http::StatusCode;
use domain::audit::Deed;
use domain::plan::{Owner, Status};
use domain::rights::Right;
use domain::round::Mode;

use super::Place;
use crate::published::closed;

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let field = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}"));
    field.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_priority_of_a_result_becomes_an_action() {
    let place = Place::new().await;
    let round = closed(&place.app, (place.organisation, place.team), 1, Mode::Named, &["2", "3"]).await;
    let results = format!("/rounds/{round}/results");
    let link = format!("{}/new?round={round}&practice=TE4", place.plan());
    let offered = place.text(&place.lead, &results).await;
    assert!(offered.contains(&format!("href=\"{}\"", link.replace('&', "&amp;"))), "{offered}");
    let form = place.text(&place.lead, &link).await;
    for part in ["value=\"TE4\" checked", "name=\"target\" value=\"75\"", "Mara Member", "Round 1"] {
        assert!(form.contains(part), "{part}: {form}");
    }
    let title = domain::instrument::Instrument::builtin();
    let practice = title.practices.list.iter().find(|one| title[one.construct].id == "TE4").unwrap();
    assert!(form.contains(&practice.action), "{form}");
    let token = hidden(&form, "token");
    let member = place.member.account.to_string();
    let fields = [
        ("token", token.as_str()),
        ("round", &round.to_string()),
        ("title", "Watch what goes in"),
        ("practice", "TE4"),
        ("items", "TE4-2"),
        ("owner", member.as_str()),
        ("due", "2026-12-24"),
        ("target", "80"),
        ("note", "First the <b>fraud</b> model."),
    ];
    // The same form sent twice makes one action.
    for _ in 0..2 {
        let added = place.app.post_as(&place.lead, &format!("{}/new", place.plan()), &fields).await;
        assert_eq!(added.leads_to(), place.plan());
    }
    let [made] = place.actions().await.try_into().unwrap();
    assert_eq!((made.action.owner, made.round.unwrap().0), (Owner::Member(place.member.account), round));
    assert_eq!(place.logged(Deed::ActionMade).await, ["Watch what goes in"]);
    let plan = place.text(&place.viewer, &place.plan()).await;
    for part in
        ["Watch what goes in", "Mara Member", "24 December 2026", "<dd>80</dd>", "To do", "First the &lt;b&gt;fraud"]
    {
        assert!(plan.contains(part), "{part}: {plan}");
    }
    assert!(!plan.contains("Add an action") && !plan.contains("/status"), "a viewer changes nothing");
}

#[tokio::test]
async fn a_result_offers_its_plan_to_those_who_may_change_it() {
    let place = Place::new().await;
    let round = closed(&place.app, (place.organisation, place.team), 1, Mode::Named, &["2", "3"]).await;
    let owner = place.app.account(place.organisation, "Olga Owner", Right::Owner).await;
    let elsewhere = place.app.account(place.organisation, "Lars Lead", Right::Lead).await;
    let offers = async |who| place.text(who, &format!("/rounds/{round}/results")).await.matches("Add to plan").count();
    // One for each practice that is below its target.
    assert_eq!([offers(&place.lead).await, offers(&owner).await], [11; 2]);
    assert_eq!([offers(&place.member).await, offers(&place.viewer).await], [0; 2]);
    let theirs = place.app.get_as(&elsewhere, &format!("/rounds/{round}/results")).await;
    assert_eq!(theirs.status, StatusCode::FORBIDDEN);
    assert_eq!(place.app.get("/sample").await.text().matches("Add to plan").count(), 0);
}

#[tokio::test]
async fn a_result_says_what_is_planned_until_it_is_done() {
    let place = Place::new().await;
    let round = closed(&place.app, (place.organisation, place.team), 1, Mode::Named, &["2", "3"]).await;
    let offers = async |who| {
        let page = place.text(who, &format!("/rounds/{round}/results")).await;
        [page.matches(">In the plan<").count(), page.matches(">Add to plan<").count()]
    };
    assert_eq!(offers(&place.lead).await, [0, 11]);
    place.add("Watch what goes in", &[("practice", "TE4")]).await;
    place.add("Watch what comes out", &[("practice", "TE4")]).await;
    assert_eq!([offers(&place.lead).await, offers(&place.viewer).await], [[1, 10], [1, 0]]);
    let page = place.text(&place.viewer, &format!("/rounds/{round}/results")).await;
    let link = page.split(">In the plan<").next().and_then(|before| before.rsplit("<a ").next());
    assert!(link.is_some_and(|link| link.contains(&format!("href=\"{}\"", place.plan()))), "{link:?}");
    for title in ["Watch what goes in", "Watch what comes out"] {
        assert_eq!(place.status(&place.lead, title, "done").await, StatusCode::SEE_OTHER);
    }
    assert_eq!([offers(&place.lead).await, offers(&place.viewer).await], [[0, 11], [0, 0]]);
}

#[tokio::test]
async fn a_form_that_cannot_be_taken_comes_back_with_what_was_typed() {
    let place = Place::new().await;
    let stranger = place.viewer.account.to_string();
    let fields = [
        ("title", " "),
        ("practice", "CH1"),
        ("target", "high"),
        ("owner", stranger.as_str()),
        ("due", "soon"),
        ("status", "x"),
        ("note", "Kept & shown"),
    ];
    let refused = place.app.post_as(&place.lead, &format!("{}/new", place.plan()), &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.text();
    for part in [
        "Say what is to be done.",
        "Choose the practice that this works on.",
        "Give a whole number from 0 to 100.",
        "They are not in the team any more.",
        "year-month-day",
        "Choose how far it is.",
        "Kept &amp; shown",
        "value=\"high\"",
        "value=\"soon\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let both = [("owner", place.member.account.to_string()), ("owner_name", "Ada".to_owned())];
    let both: Vec<(&str, &str)> = both.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let fields =
        [&[("title", "x"), ("practice", "TE4"), ("target", "75"), ("items", "TE1-99")], both.as_slice()].concat();
    let refused = place.app.post_as(&place.lead, &format!("{}/new", place.plan()), &fields).await;
    assert!(refused.text().contains("not both.") && refused.text().contains("Choose questions of the practice"));
    assert!(place.actions().await.is_empty() && place.logged(Deed::ActionMade).await.is_empty());
}

#[tokio::test]
async fn questions_of_any_practice_can_be_ticked_before_it_is_chosen() {
    let place = Place::new().await;
    let form = place.text(&place.lead, &format!("{}/new", place.plan())).await;
    assert!(
        form.contains("name=\"items\" value=\"TE4-2\"") && form.contains("name=\"items\" value=\"AD1-1\""),
        "{form}"
    );
    // What was ticked before another practice was chosen is out of sight, and not meant.
    place.add("Watch", &[("items", "TE1-1"), ("items", "TE4-2")]).await;
    assert_eq!(place.actions().await[0].action.linked.items(), ["TE4-2"]);
}

#[tokio::test]
async fn an_action_that_was_changed_elsewhere_is_not_overwritten_unseen() {
    let place = Place::new().await;
    place.add("Before", &[("owner_name", "Ada")]).await;
    let address = place.address("Before").await;
    let form = place.text(&place.lead, &address).await;
    assert!(form.contains("value=\"Before\"") && form.contains("value=\"Ada\""), "{form}");
    let send = async |token: &str, title: &str| {
        let fields = [("token", token), ("title", title), ("practice", "TE3"), ("target", "50"), ("status", "doing")];
        place.app.post_as(&place.lead, &address, &fields).await
    };
    let token = hidden(&form, "token");
    assert_eq!(send(&token, "Theirs").await.leads_to(), place.plan());
    let stale = send(&token, "Mine").await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.text().contains("Somebody changed this action") && stale.text().contains("value=\"Mine\""));
    assert_eq!(place.actions().await[0].action.title.as_str(), "Theirs");
    // Whoever has read that may put their own in its place.
    assert_eq!(send(&hidden(stale.text(), "token"), "Mine").await.leads_to(), place.plan());
    let [kept] = place.actions().await.try_into().unwrap();
    assert_eq!((kept.action.title.as_str(), kept.action.status, kept.version), ("Mine", Status::Doing, 3));
    assert_eq!(place.logged(Deed::ActionChanged).await, ["Mine", "Theirs"]);
}

#[tokio::test]
async fn leads_and_the_owner_say_how_far_it_is() {
    let place = Place::new().await;
    place.add("Led", &[]).await;
    place.add("Owned", &[("owner", &place.member.account.to_string())]).await;
    assert_eq!(place.status(&place.lead, "Led", "doing").await, StatusCode::SEE_OTHER);
    assert_eq!(place.status(&place.member, "Led", "done").await, StatusCode::FORBIDDEN);
    assert_eq!(place.status(&place.viewer, "Owned", "done").await, StatusCode::FORBIDDEN);
    assert_eq!(place.status(&place.lead, "Led", "finished").await, StatusCode::BAD_REQUEST);
    assert_eq!(place.status(&place.member, "Owned", "done").await, StatusCode::SEE_OTHER);
    assert_eq!(place.status(&place.member, "Owned", "done").await, StatusCode::SEE_OTHER, "again");
    assert_eq!(place.logged(Deed::ActionChanged).await, ["Owned: done", "Led: doing"]);
    let owned = place.address("Owned").await;
    for part in ["", "/delete"] {
        let refused = place.app.get_as(&place.member, &format!("{owned}{part}")).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "changing more than that is for leads");
    }
    let plan = place.text(&place.member, &place.plan()).await;
    assert_eq!(plan.matches("/status\"").count(), 1, "{plan}");
}

#[tokio::test]
async fn people_take_the_actions_they_own_along_and_leave_them_without_an_owner() {
    let place = Place::new().await;
    place.add("Owned & kept", &[("owner", &place.member.account.to_string()), ("due", "2026-12-24")]).await;
    place.add("Somebody else’s", &[]).await;
    let page = place.text(&place.member, "/account/data").await;
    assert!(page.contains("Payments: Owned &amp; kept (to do, until 24 December 2026)"), "{page}");
    let file = place.app.get_as(&place.member, "/account/data.json").await.json();
    let [action] = file["actions"].as_array().unwrap().as_slice() else { panic!("{file}") };
    let told = ["team", "title", "status", "due"].map(|name| action[name].as_str().unwrap());
    assert_eq!(told, ["Payments", "Owned & kept", "todo", "2026-12-24"]);
    assert_eq!(place.app.get_as(&place.lead, "/account/data.json").await.json()["actions"], serde_json::json!([]));
    let asked = place.text(&place.member, "/account/delete").await;
    assert!(asked.contains("1 action of a plan that is yours stays there, without an owner."), "{asked}");
    place.app.post_as(&place.member, "/account/delete", &[("email", &place.member.email)]).await.leads_to();
    let plan = place.text(&place.viewer, &place.plan()).await;
    assert!(plan.contains("Owned &amp; kept") && !plan.contains("Mara Member"), "{plan}");
    assert_eq!(plan.matches("Nobody yet").count(), 2);
    let owners: Vec<Owner> = place.actions().await.into_iter().map(|one| one.action.owner).collect();
    assert_eq!(owners, [Owner::Nobody, Owner::Nobody]);
}

#[tokio::test]
async fn deleting_asks_first() {
    let place = Place::new().await;
    place.add("Odd & old", &[]).await;
    let address = place.address("Odd & old").await;
    let asked = place.text(&place.lead, &format!("{address}/delete")).await;
    assert!(asked.contains("Delete “Odd &amp; old”?") && place.actions().await.len() == 1, "{asked}");
    let deleted = place.app.post_as(&place.lead, &format!("{address}/delete"), &[("action", "delete")]).await;
    assert_eq!(deleted.leads_to(), place.plan());
    assert!(place.actions().await.is_empty());
    assert_eq!(place.logged(Deed::ActionDeleted).await, ["Odd & old"]);
    let again = place.app.post_as(&place.lead, &format!("{address}/delete"), &[("action", "delete")]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_action_is_reached_by_way_of_its_own_team_only() {
    let place = Place::new().await;
    let other = place.app.team(place.organisation, "Other", &[&place.lead]).await;
    place.add("Ours", &[]).await;
    let id = place.actions().await[0].id;
    let elsewhere = format!("/teams/{other}/plan/{id}");
    assert_eq!(place.app.get_as(&place.lead, &elsewhere).await.status, StatusCode::NOT_FOUND);
    let step = place.app.post_as(&place.lead, &format!("{elsewhere}/status"), &[("action", "done")]).await;
    assert_eq!(step.status, StatusCode::NOT_FOUND);
}
