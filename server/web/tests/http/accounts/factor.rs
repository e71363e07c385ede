//! The second factor.

use axum::http::StatusCode;
use totp_rs::{Algorithm, Secret, TOTP};

use super::{MINUTE, PASSWORD, browser, cookie, is_signed_in, owner, sign_in};
use crate::helpers::{Browser, NOON, TestApp};

/// The code that a device with this secret shows.
fn code(secret: &str, at: i64) -> String {
    let secret = Secret::Encoded(secret.to_owned()).to_bytes().unwrap();
    TOTP::new(Algorithm::SHA1, 6, 1, 30, secret).unwrap().generate(u64::try_from(at / 1_000_000).unwrap())
}

/// Switches the second factor on; its secret and the recovery codes.
async fn enrol(app: &TestApp, browser: &Browser) -> (String, Vec<String>) {
    let page = app.get_as(browser, "/account/second-factor").await;
    let secret = page.text().split(r#"name="secret" value=""#).nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(page.text().contains(&format!("otpauth://totp/Plumbline:olga%40example.org?secret={secret}")));
    let fields = [("secret", secret.as_str()), ("code", "000000"), ("password", PASSWORD), ("action", "next")];
    let wrong = app.post_as(browser, "/account/second-factor", &fields).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.text().contains(&secret));
    let now = code(&secret, NOON);
    let fields = [("secret", secret.as_str()), ("code", now.as_str()), ("password", PASSWORD), ("action", "next")];
    let on = app.post_as(browser, "/account/second-factor", &fields).await;
    assert_eq!(on.status, StatusCode::OK, "{}", on.text());
    let codes: Vec<String> =
        on.text().split("<li><code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect();
    assert_eq!(codes.len(), 10);
    // Sent once more, by a reload, it changes nothing.
    let again = app.post_as(browser, "/account/second-factor", &fields).await;
    assert_eq!(again.leads_to(), "/account/second-factor");
    (secret, codes)
}

#[tokio::test]
async fn the_second_factor_is_asked_for_and_a_code_counts_once() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    let (secret, _) = enrol(&app, &here).await;
    let half = sign_in(&app, "olga@example.org", PASSWORD).await;
    assert!(half.status == StatusCode::OK && half.text().contains("Second step"));
    let half = browser(&half);
    assert!(!is_signed_in(&app, &half).await, "a password alone lets nobody in");
    // The code that switched it on is used up.
    let replayed = app.post_as(&half, "/login/code", &[("code", &code(&secret, NOON))]).await;
    assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY);
    app.wait(MINUTE);
    let fresh = code(&secret, NOON + MINUTE);
    let done = app.post_as(&half, "/login/code", &[("code", &fresh), ("next", "/account")]).await;
    assert_eq!(done.leads_to(), "/account");
    assert_ne!(cookie(&done), half.cookie);
    assert!(is_signed_in(&app, &browser(&done)).await);
    assert!(!is_signed_in(&app, &half).await);
    let again = browser(&sign_in(&app, "olga@example.org", PASSWORD).await);
    assert_eq!(app.post_as(&again, "/login/code", &[("code", &fresh)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_recovery_code_works_once_and_guessing_is_limited() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    let (_, codes) = enrol(&app, &here).await;
    let half = browser(&sign_in(&app, "olga@example.org", PASSWORD).await);
    let done = app.post_as(&half, "/login/code", &[("code", &codes[3].to_uppercase())]).await;
    assert!(is_signed_in(&app, &browser(&done)).await);
    assert!(app.get_as(&here, "/account").await.text().contains("9 of 10"));
    let half = browser(&sign_in(&app, "olga@example.org", PASSWORD).await);
    for _ in 0..7 {
        let used = app.post_as(&half, "/login/code", &[("code", &codes[3])]).await;
        assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let limited = app.post_as(&half, "/login/code", &[("code", &codes[4])]).await;
    assert_eq!(limited.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn switching_the_second_factor_off_needs_the_password() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    enrol(&app, &here).await;
    let refused = app.post_as(&here, "/account/second-factor", &[("password", "no"), ("action", "remove")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let off = app.post_as(&here, "/account/second-factor", &[("password", PASSWORD), ("action", "remove")]).await;
    assert_eq!(off.leads_to(), "/account?done=factor");
    assert_eq!(sign_in(&app, "olga@example.org", PASSWORD).await.leads_to(), "/dashboard");
}
