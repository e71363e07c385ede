//! One's own data: seen, taken away, and gone.

use axum::http::StatusCode;
use domain::rights::Right;

use crate::helpers::{Browser, TestApp};

/// A round of the organisation in which the account has answered; the address of the response.
async fn answered(app: &TestApp, owner: &Browser, who: &Browser) -> String {
    let (manage, share) = app.round().await;
    let respond = app.join(&share, "Ada Author").await;
    app.post(&format!("{respond}?section=TE1"), &[("TE1-1", "3"), ("comment.TE1-1", "Slow"), ("action", "next")]).await;
    app.post(&format!("{respond}?section=TE1"), &[("TE1-1", "4"), ("comment.TE1-1", "Slow"), ("action", "next")]).await;
    app.post_as(owner, &format!("{manage}/claim"), &[("team", "new"), ("name", "Fraud")]).await.leads_to();
    let tie = format!(
        "INSERT INTO participation (round_id, account_id, response_id) SELECT p.round_id, a.id, p.id
        FROM response p, account a WHERE p.label = 'Ada Author' AND a.email = '{}'",
        who.email
    );
    app.tamper(&tie).await;
    respond
}

#[tokio::test]
async fn people_see_and_take_what_is_kept_about_them() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    let member = app.account(organisation, "Mara Member", Right::Member).await;
    app.team(organisation, "Growth", &[&member]).await;
    let page = app.get_as(&member, "/account/data").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("none yet"), "{}", page.text());
    answered(&app, &owner, &member).await;
    let page = app.get_as(&member, "/account/data").await;
    for words in ["member@example.org", "Growth", "1 signed-in browser", "2 filled-in fields in 1 round,", "Fraud"] {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    let file = app.get_as(&member, "/account/data.json").await;
    assert!(file.header("content-disposition").starts_with("attachment"));
    let data = file.json();
    assert_eq!(data["account"]["email"], member.email.as_str());
    assert_eq!(data["teams"][0]["name"], "Growth");
    assert_eq!(data["sessions"].as_array().unwrap().len(), 1);
    let values = data["responses"][0]["values"].as_array().unwrap();
    let of_item: Vec<_> = values.iter().filter(|value| value["field"] == "TE1-1").collect();
    assert_eq!(of_item.iter().map(|value| value["value"].as_str().unwrap()).collect::<Vec<_>>(), ["3", "4"]);
    let log = app.get_as(&owner, "/admin/audit").await;
    assert!(log.text().contains("took a copy of their data"));
    // Nobody else's.
    let others = app.get_as(&owner, "/account/data.json").await.json();
    assert_eq!(others["responses"].as_array().unwrap().len(), 0);
    assert!(!others.to_string().contains("Slow"));
}

#[tokio::test]
async fn who_leaves_may_keep_the_answers_without_the_name() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    let member = app.account(organisation, "Mara Member", Right::Member).await;
    let respond = answered(&app, &owner, &member).await;
    let page = app.get_as(&member, "/account/delete").await;
    assert!(page.text().contains("Your answers in 1 named round"));
    for typed in ["", "somebody@example.org", "no address"] {
        let refused = app.post_as(&member, "/account/delete", &[("email", typed), ("answers", "erase")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(refused.text().contains("Type the address of this account to confirm."));
    }
    let left =
        app.post_as(&member, "/account/delete", &[("email", "Mara.Member@Example.org"), ("answers", "keep")]).await;
    assert_eq!(left.leads_to(), "/");
    assert!(left.header("set-cookie").contains("Max-Age=0"));
    // The session has ended with it.
    assert!(app.get_as(&member, "/account/data").await.leads_to().starts_with("/login"));
    // What was one's own opens nothing any more; the answers count on, under no name.
    assert_eq!(app.get(&respond).await.status, StatusCode::NOT_FOUND);
    let dashboard = app.get_as(&owner, "/dashboard").await;
    let round =
        dashboard.text().split("href=\"/rounds/").find_map(|rest| rest.get(..36).filter(|id| !id.contains('"')));
    let round = app.get_as(&owner, &format!("/rounds/{}", round.unwrap())).await;
    assert!(round.text().contains("Somebody who left") && !round.text().contains("Ada Author"), "{}", round.text());
    let log = app.get_as(&owner, "/admin/audit").await;
    assert!(log.text().contains("deleted an account") && log.text().contains("own answers kept without the name"));
    assert!(!log.text().contains("Mara"));
}

#[tokio::test]
async fn who_leaves_may_take_the_answers_along() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    let member = app.account(organisation, "Mara Member", Right::Member).await;
    let respond = answered(&app, &owner, &member).await;
    app.post_as(&member, "/account/delete", &[("email", &member.email), ("answers", "erase")]).await.leads_to();
    assert_eq!(app.get(&respond).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_last_owner_stays() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    let page = app.get_as(&owner, "/account/delete").await;
    assert!(page.text().contains("You are the only owner") && !page.text().contains("Delete my account"));
    let refused = app.post_as(&owner, "/account/delete", &[("email", &owner.email)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.get_as(&owner, "/account/data").await.status, StatusCode::OK);
    app.account(organisation, "Otto Owner", Right::Owner).await;
    app.post_as(&owner, "/account/delete", &[("email", &owner.email)]).await.leads_to();
}
