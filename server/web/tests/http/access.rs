//! Sessions and the wall between organisations, as the capabilities see them.

use axum::http::StatusCode;
use domain::rights::Right;
use usecases::Error;
use usecases::accounts::{ManageRounds, SeeTeam, caller};

use crate::helpers::{Browser, TestApp};

const MINUTE: i64 = 60_000_000;

fn token(browser: &Browser) -> &str {
    browser.cookie.split_once('=').unwrap().1
}

#[tokio::test]
async fn a_session_ends_when_it_is_idle_and_when_it_is_old() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga Owner", Right::Owner).await;
    assert!(caller(&app.app, token(&owner)).await.unwrap().is_some());
    app.wait(61 * MINUTE);
    assert!(caller(&app.app, token(&owner)).await.unwrap().is_none());

    let busy = app.account(organisation, "Berta Busy", Right::Member).await;
    for _ in 0..24 {
        assert!(caller(&app.app, token(&busy)).await.unwrap().is_some());
        app.wait(30 * MINUTE);
    }
    app.wait(MINUTE);
    assert!(caller(&app.app, token(&busy)).await.unwrap().is_none());
}

#[tokio::test]
async fn a_team_is_own_sibling_or_not_there_at_all() {
    let app = TestApp::new().await;
    let (ours, theirs) = (app.organisation("Ours").await, app.organisation("Theirs").await);
    let lead = app.account(ours, "Lena Lead", Right::Lead).await;
    let own = app.team(ours, "Own", &[&lead]).await;
    let sibling = app.team(ours, "Sibling", &[]).await;
    let foreign = app.team(theirs, "Foreign", &[]).await;
    let lead = caller(&app.app, token(&lead)).await.unwrap().unwrap();
    assert_eq!(lead.team::<ManageRounds>(&app.app, &own.to_string()).await.unwrap().team().name, "Own");
    let refused = lead.team::<SeeTeam>(&app.app, &sibling.to_string()).await;
    assert!(matches!(refused, Err(Error::NotAllowed)), "{refused:?}");
    for unknown in [foreign.to_string(), own.to_string().replace('1', "2"), "x".to_owned()] {
        let unknown = lead.team::<SeeTeam>(&app.app, &unknown).await;
        assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
    }
    assert!(lead.owner().is_err());
}

#[tokio::test]
async fn a_member_of_another_organisation_cannot_be_added_to_a_team() {
    let app = TestApp::new().await;
    let (ours, theirs) = (app.organisation("Ours").await, app.organisation("Theirs").await);
    let stranger = app.account(theirs, "Stan Stranger", Right::Member).await;
    let team = app.team(ours, "Own", &[]).await;
    for organisation_id in [ours, theirs] {
        let set = store::SetMembership {
            organisation_id,
            team_id: team,
            account_id: stranger.account,
            membership: store::Membership::Belongs,
            at: 0,
        };
        assert!(!app.store.execute(set).await.unwrap());
    }
}

#[tokio::test]
async fn the_header_names_who_is_signed_in_and_nobody_else() {
    let app = TestApp::new().await;
    let organisation = app.organisation("Ours").await;
    let owner = app.account(organisation, "Olga <Owner>", Right::Owner).await;
    let page = app.get_as(&owner, "/sample").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Olga &lt;Owner&gt;") && page.text().contains("Administration"));
    let other = app.get("/sample").await;
    assert!(!other.text().contains("Sign out"));
}
