//! Links that work once: to set up, to take an invitation up, to choose a new password.

use axum::http::StatusCode;
use domain::rights::Right;
use usecases::accounts::{NewUser, make_user, reset_link, setup_link};

use super::{MINUTE, OTHER, PASSWORD, browser, is_signed_in, owner, sign_in};
use crate::helpers::TestApp;

#[tokio::test]
async fn before_the_set_up_everything_leads_to_it_and_rounds_without_an_account_work() {
    let app = TestApp::new().await;
    assert_eq!(app.get("/login").await.leads_to(), "/setup");
    assert!(app.get("/setup").await.text().contains("Where the link is"));
    let (manage, _) = app.round().await;
    assert_eq!(app.get(&manage).await.status, StatusCode::OK);
    assert_eq!(app.get("/").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_set_up_link_works_once() {
    let app = TestApp::new().await;
    let old = setup_link(&app.app).await.unwrap().unwrap();
    let link = setup_link(&app.app).await.unwrap().unwrap();
    let path = format!("/setup/{}", link.token());
    assert_eq!(app.get(&format!("/setup/{}", old.token())).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(&path).await.status, StatusCode::OK);
    let fields = [("organisation", "Ours"), ("name", "Olga"), ("email", "olga@example.org"), ("password", PASSWORD)];
    let made = app.post(&path, &fields).await;
    assert!(is_signed_in(&app, &browser(&made)).await);
    assert_eq!(app.post(&path, &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.get("/setup").await.status, StatusCode::NOT_FOUND);
    assert!(setup_link(&app.app).await.unwrap().is_none());
}

#[tokio::test]
async fn what_cannot_be_taken_at_set_up_comes_back_at_its_field() {
    let app = TestApp::new().await;
    let path = format!("/setup/{}", setup_link(&app.app).await.unwrap().unwrap().token());
    let fields = [("organisation", ""), ("name", "Olga <b>"), ("email", "nobody"), ("password", "password1")];
    let refused = app.post(&path, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for told in ["organisation-error", "email-error", "password-error", "easily guessed", "Olga &lt;b&gt;"] {
        assert!(refused.text().contains(told), "{told}");
    }
    assert!(!refused.text().contains("password1"), "a password is never sent back");
}

#[tokio::test]
async fn an_invitation_is_taken_up_once() {
    let app = TestApp::new().await;
    owner(&app).await;
    let new = NewUser {
        email: "ida@example.org".to_owned(),
        name: "Ida".to_owned(),
        right: Right::Lead,
        organisation: String::new(),
    };
    let path = format!("/invitation/{}", make_user(&app.app, &new).await.unwrap().token());
    let page = app.get(&path).await;
    assert!(page.text().contains("Ours") && page.text().contains("a lead") && page.text().contains("ida@example.org"));
    let weak = app.post(&path, &[("name", "Ida I."), ("password", "ida@example")]).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(weak.text().contains("Ida I."));
    let joined = app.post(&path, &[("name", "Ida I."), ("password", OTHER)]).await;
    assert_eq!(joined.leads_to(), "/dashboard");
    assert!(app.get_as(&browser(&joined), "/account").await.text().contains("Ida I."));
    let again = app.post(&path, &[("name", "Ida"), ("password", PASSWORD)]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    assert!(again.text().contains("works no more"));
    assert_eq!(sign_in(&app, "ida@example.org", OTHER).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_old_link_works_no_more() {
    let app = TestApp::new().await;
    owner(&app).await;
    let (link, _) = reset_link(&app.app, "olga@example.org").await.unwrap();
    let path = format!("/reset/{}", link.token());
    assert_eq!(app.get(&path).await.status, StatusCode::OK);
    app.wait(61 * MINUTE);
    assert_eq!(app.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.post(&path, &[("password", OTHER)]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_new_password_by_link_ends_every_session() {
    let app = TestApp::new().await;
    let signed_in = owner(&app).await;
    let (link, _) = reset_link(&app.app, "olga@example.org").await.unwrap();
    let path = format!("/reset/{}", link.token());
    // A link of another kind leads nowhere here.
    assert_eq!(app.get(&format!("/invitation/{}", link.token())).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.post(&path, &[("password", OTHER)]).await.leads_to(), "/login?done=password");
    assert!(!is_signed_in(&app, &signed_in).await);
    assert_eq!(sign_in(&app, "olga@example.org", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(sign_in(&app, "olga@example.org", OTHER).await.status, StatusCode::SEE_OTHER);
    assert_eq!(app.post(&path, &[("password", PASSWORD)]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn asking_for_a_new_password_tells_nobody_whether_there_is_an_account() {
    let app = TestApp::new().await;
    owner(&app).await;
    let ask = async |email: &str| {
        let answer = app.post("/forgot", &[("email", email)]).await;
        (answer.status, answer.text().split("<main").nth(1).unwrap().to_owned())
    };
    assert_eq!(ask("olga@example.org").await, ask("nobody@example.org").await);
    assert_eq!(ask("nothing").await.0, StatusCode::UNPROCESSABLE_ENTITY);
}
