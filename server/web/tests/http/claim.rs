//! Rounds that were made without an account, taken into an organisation.

use axum::http::StatusCode;
use domain::rights::Right;

use crate::helpers::TestApp;

#[tokio::test]
async fn a_lead_takes_a_round_into_their_team() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let lead = app.account(organisation, "Lena Lead", Right::Lead).await;
    let team = app.team(organisation, "Fraud", &[&lead]).await;
    app.team(organisation, "Sibling", &[]).await;
    let (manage, share) = app.round().await;
    let respond = app.join(&share, "Ada").await;
    assert!(!app.get(&manage).await.text().contains("/claim"));
    assert!(app.get_as(&lead, &manage).await.text().contains(&format!("{manage}/claim")));
    let page = app.get_as(&lead, &format!("{manage}/claim")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Fraud") && !page.text().contains("Sibling"));
    assert!(!page.text().contains("A new team"));
    let claimed = app.post_as(&lead, &format!("{manage}/claim"), &[("team", &team.to_string())]).await;
    let round = claimed.leads_to().to_owned();
    assert!(round.starts_with("/rounds/"));
    // The manage link has ended, for its pages and for claiming again; the others go on.
    for path in [manage.clone(), format!("{manage}/results"), format!("{manage}/claim")] {
        assert_eq!(app.get_as(&lead, &path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(app.get(&share).await.status, StatusCode::OK);
    assert_eq!(app.get(&respond).await.status, StatusCode::OK);
    app.join(&share, "Grace").await;
    let results = app.get_as(&lead, &format!("{round}/results")).await;
    assert_eq!(results.status, StatusCode::OK);
    assert!(results.text().contains("Fraud"));
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    let log = app.get_as(&owner, "/admin/audit").await;
    assert!(log.text().contains("claimed a round") && log.text().contains("into the team Fraud"));
}

#[tokio::test]
async fn an_owner_makes_a_team_for_it_and_a_lead_does_not() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    let lead = app.account(organisation, "Lena Lead", Right::Lead).await;
    let (manage, _) = app.round().await;
    let claim = format!("{manage}/claim");
    let alone = app.get_as(&lead, &claim).await;
    assert!(alone.text().contains("There is no team that you could take it into."));
    let refused = app.post_as(&lead, &claim, &[("team", "new"), ("name", "Mine")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let page = app.get_as(&owner, &claim).await;
    assert!(page.text().contains("A new team") && page.text().contains("Payments Risk"));
    let nameless = app.post_as(&owner, &claim, &[("team", "new"), ("name", " ")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.text().contains("Give the new team a name."));
    let none = app.post_as(&owner, &claim, &[("name", "Kept as typed")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text().contains("Choose a team.") && none.text().contains("Kept as typed"));
    let claimed = app.post_as(&owner, &claim, &[("team", "new"), ("name", "Growth")]).await;
    let results = app.get_as(&owner, &format!("{}/results", claimed.leads_to())).await;
    assert!(results.text().contains("Growth"));
}

#[tokio::test]
async fn a_round_goes_only_where_one_may_look_after_a_team() {
    let app = TestApp::new().await;
    let (ours, theirs) = (app.organisation("Ours").await, app.organisation("Theirs").await);
    let lead = app.account(ours, "Lena Lead", Right::Lead).await;
    let member = app.account(ours, "Mara Member", Right::Member).await;
    let own = app.team(ours, "Own", &[&lead, &member]).await;
    let sibling = app.team(ours, "Sibling", &[]).await;
    let foreign = app.team(theirs, "Foreign", &[]).await;
    let (manage, _) = app.round().await;
    let claim = format!("{manage}/claim");
    assert!(!app.get_as(&member, &manage).await.text().contains("/claim"));
    let own = own.to_string();
    for (who, team, status) in [
        (&member, &own, StatusCode::FORBIDDEN),
        (&lead, &sibling.to_string(), StatusCode::FORBIDDEN),
        (&lead, &foreign.to_string(), StatusCode::NOT_FOUND),
        (&lead, &"nothing".to_owned(), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(app.post_as(who, &claim, &[("team", team)]).await.status, status, "{team}");
    }
    assert_eq!(app.get(&manage).await.status, StatusCode::OK);
}

#[tokio::test]
async fn going_on_from_a_check_finds_its_claimed_round() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    let check = app.post("/check", &[("TE1-1", "3")]).await.leads_to().to_owned();
    let respond = app.post(&check, &[("team", "Fraud")]).await.leads_to().to_owned();
    let page = app.get(&check).await;
    let at = page.text().find("/manage/").unwrap();
    let manage = page.text()[at..].split('"').next().unwrap().to_owned();
    app.post_as(&owner, &format!("{manage}/claim"), &[("team", "new"), ("name", "Fraud")]).await.leads_to();
    assert_eq!(app.get(&check).await.status, StatusCode::OK);
    assert_eq!(app.post(&check, &[("team", "Fraud")]).await.leads_to(), respond);
}
