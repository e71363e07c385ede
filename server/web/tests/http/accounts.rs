//! Signing in and out, setting up, links that work once, the second factor, and one's own account.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, HOST, SET_COOKIE};
use axum::http::{Request, StatusCode};
use domain::audit::Filter;
use domain::rights::Right;
use totp_rs::{Algorithm, Secret, TOTP};
use usecases::accounts::{NewUser, make_user, reset_link, setup_link};
use web::Settings;

use crate::helpers::{Answer, Browser, NOON, TestApp};

const PASSWORD: &str = "correct horse battery staple";
const OTHER: &str = "seven purple lanterns sing";
const MINUTE: i64 = 60_000_000;

/// Sets up an organisation and gives its owner's browser.
async fn owner(app: &TestApp) -> Browser {
    let link = setup_link(&app.app).await.unwrap().unwrap();
    let fields = [("organisation", "Ours"), ("name", "Olga"), ("email", "olga@example.org"), ("password", PASSWORD)];
    let answer = app.post(&format!("/setup/{}", link.token()), &fields).await;
    assert_eq!(answer.leads_to(), "/dashboard");
    browser(&answer)
}

/// A browser with the cookie of an answer.
fn browser(answer: &Answer) -> Browser {
    Browser { cookie: cookie(answer), ..Browser::default() }
}

fn cookie(answer: &Answer) -> String {
    answer.headers[SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned()
}

async fn sign_in(app: &TestApp, email: &str, password: &str) -> Answer {
    app.post("/login", &[("email", email), ("password", password)]).await
}

/// Signs in from an address of the network.
async fn sign_in_from(app: &TestApp, address: &str, email: &str, password: &str) -> Answer {
    let mut request = Request::post("/login")
        .header(HOST, "localhost:3000")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("email={email}&password={password}")))
        .unwrap();
    let address: SocketAddr = format!("{address}:9").parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(address));
    app.send(request).await
}

async fn is_signed_in(app: &TestApp, browser: &Browser) -> bool {
    app.get_as(browser, "/account").await.status == StatusCode::OK
}

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
async fn known_and_unknown_accounts_are_refused_alike_and_cost_the_same() {
    let app = TestApp::new().await;
    owner(&app).await;
    let invited = NewUser {
        email: "ida@example.org".to_owned(),
        name: String::new(),
        right: Right::Member,
        organisation: String::new(),
    };
    make_user(&app.app, &invited).await.unwrap();
    let refused = async |email: &str, password: &str| {
        let before = app.app.hashes();
        let answer = sign_in(&app, email, password).await;
        assert_eq!(app.app.hashes() - before, 1, "{email}: one hash");
        let text = if email.is_empty() { answer.text().to_owned() } else { answer.text().replace(email, "EMAIL") };
        // The nonce and the asset folder are no part of what is said.
        (answer.status, text.split("<main").nth(1).unwrap().to_owned())
    };
    let known = refused("olga@example.org", "wrong horse battery staple").await;
    assert_eq!(known.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(known.1.contains("do not fit together"));
    for (email, password) in
        [("nobody@example.org", "wrong"), ("no address", "wrong"), ("ida@example.org", ""), ("", "")]
    {
        let (status, text) = refused(email, password).await;
        assert_eq!(status, known.0, "{email}");
        if !email.is_empty() {
            assert_eq!(text, known.1, "{email}");
        }
    }
}

#[tokio::test]
async fn signing_in_and_out() {
    let app = TestApp::new().await;
    owner(&app).await;
    let answer = app
        .post("/login", &[("email", " OLGA@Example.org "), ("password", PASSWORD), ("next", "/account/sessions")])
        .await;
    assert_eq!(answer.leads_to(), "/account/sessions");
    let set = answer.header("set-cookie");
    assert!(set.starts_with("plumbline=") && set.contains("HttpOnly") && set.contains("SameSite=Lax"), "{set}");
    assert!(!set.contains("Secure"), "{set}");
    let browser = browser(&answer);
    assert!(is_signed_in(&app, &browser).await);
    assert_eq!(app.get_as(&browser, "/logout").await.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(app.post_as(&browser, "/logout", &[]).await.leads_to(), "/");
    assert!(!is_signed_in(&app, &browser).await);
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let app = TestApp::new().await;
    owner(&app).await;
    for next in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
        let answer = app.post("/login", &[("email", "olga@example.org"), ("password", PASSWORD), ("next", next)]).await;
        assert_eq!(answer.leads_to(), "/dashboard", "{next}");
    }
}

#[tokio::test]
async fn cookies_are_strict_behind_tls_and_away_from_loopback() {
    let settings = Settings { public_url: Some("https://plumbline.example".to_owned()), ..Settings::default() };
    let app = TestApp::with(settings).await;
    owner(&app).await;
    let set = sign_in(&app, "olga@example.org", PASSWORD).await.header("set-cookie").to_owned();
    assert!(set.starts_with("__Host-plumbline=") && set.contains("; Secure") && set.contains("Path=/;"), "{set}");

    let app = TestApp::new().await;
    owner(&app).await;
    let request = Request::post("/login")
        .header(HOST, "192.0.2.7:3000")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("email=olga@example.org&password={PASSWORD}")));
    let set = app.send(request.unwrap()).await.header("set-cookie").to_owned();
    assert!(set.starts_with("__Host-plumbline=") && set.contains("; Secure"), "{set}");
    let request = Request::get("/login").header(HOST, "192.0.2.7:3000").body(Body::empty());
    assert!(app.send(request.unwrap()).await.text().contains("not encrypted"));
}

#[tokio::test]
async fn guessing_is_limited_by_account_wherever_it_comes_from() {
    let app = TestApp::new().await;
    owner(&app).await;
    for number in 0..8 {
        let answer = sign_in_from(&app, &format!("203.0.113.{number}"), "olga@example.org", "wrong").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let limited = sign_in_from(&app, "203.0.113.99", "olga@example.org", PASSWORD).await;
    assert_eq!(limited.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(limited.header("retry-after"), "60");
    // An unknown account is limited in the same way.
    for number in 0..8 {
        sign_in_from(&app, &format!("203.0.113.{number}"), "nobody@example.org", "wrong").await;
    }
    let unknown = sign_in_from(&app, "203.0.113.98", "nobody@example.org", "wrong").await;
    assert_eq!(unknown.status, StatusCode::TOO_MANY_REQUESTS);
    app.wait(MINUTE);
    assert_eq!(sign_in_from(&app, "203.0.113.99", "olga@example.org", PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn guessing_is_limited_by_address_whoever_is_guessed_at() {
    let app = TestApp::new().await;
    owner(&app).await;
    for number in 0..200 {
        let answer = sign_in_from(&app, "203.0.113.5", &format!("p{number}@example.org"), "wrong").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
    }
    let limited = sign_in_from(&app, "203.0.113.5", "p999@example.org", "wrong").await;
    assert_eq!(limited.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(sign_in_from(&app, "203.0.113.6", "olga@example.org", PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_needs_no_account_is_limited_by_address() {
    let app = TestApp::new().await;
    let start = async |address: &str| {
        let mut request = Request::post("/start").header(HOST, "localhost:3000").body(Body::empty()).unwrap();
        let address: SocketAddr = format!("{address}:9").parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(address));
        app.send(request).await.status
    };
    for _ in 0..100 {
        assert_eq!(start("203.0.113.5").await, StatusCode::SEE_OTHER);
    }
    assert_eq!(start("203.0.113.5").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(start("203.0.113.6").await, StatusCode::SEE_OTHER);
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

#[tokio::test]
async fn changing_the_password_ends_other_sessions_and_keeps_this_one() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    let there = browser(&sign_in(&app, "olga@example.org", PASSWORD).await);
    let wrong = app.post_as(&here, "/account/password", &[("old", "no"), ("password", OTHER)]).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.text().contains("old-error"));
    assert!(is_signed_in(&app, &there).await);
    let changed = app.post_as(&here, "/account/password", &[("old", PASSWORD), ("password", OTHER)]).await;
    assert_eq!(changed.leads_to(), "/account?done=password");
    assert!(is_signed_in(&app, &browser(&changed)).await);
    assert!(!is_signed_in(&app, &here).await, "this browser has a new cookie");
    assert!(!is_signed_in(&app, &there).await);
    assert_eq!(sign_in(&app, "olga@example.org", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    let there = browser(&sign_in_from(&app, "198.51.100.77", "olga@example.org", &PASSWORD.replace(' ', "+")).await);
    let list = app.get_as(&here, "/account/sessions").await;
    assert!(list.text().contains("198.51.100.0/24") && !list.text().contains("198.51.100.77"));
    assert!(list.text().contains("this browser"));
    let id = list.text().split(r#"name="session" value=""#).nth(1).unwrap()[..36].to_owned();
    // Nobody ends the session of another account.
    let other = app.organisation("Theirs").await;
    let other = app.account(other, "Otto Other", Right::Owner).await;
    let refused = app.post_as(&other, "/account/sessions", &[("session", &id), ("action", "end")]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert!(is_signed_in(&app, &there).await);
    app.post_as(&here, "/account/sessions", &[("session", &id), ("action", "end")]).await;
    assert!(!is_signed_in(&app, &there).await);
    let there = browser(&sign_in(&app, "olga@example.org", PASSWORD).await);
    app.post_as(&here, "/account/sessions", &[("action", "others")]).await;
    assert!(is_signed_in(&app, &here).await && !is_signed_in(&app, &there).await);
}

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

#[tokio::test]
async fn what_was_typed_when_a_session_had_ended_is_sent_after_signing_in() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    app.wait(61 * MINUTE);
    let typed = "Olga \"O\" & <Co>";
    let stopped = app.post_as(&here, "/account", &[("name", typed), ("action", "next")]).await;
    assert_eq!(stopped.status, StatusCode::UNAUTHORIZED);
    assert!(stopped.text().contains("Your session had ended"));
    let field = |text: &str, name: &str| {
        let value = text.split(&format!(r#"name="{name}" value=""#)).nth(1).unwrap().split('"').next().unwrap();
        value.replace("&amp;", "&")
    };
    let (to, fields) = (field(stopped.text(), "kept.to"), field(stopped.text(), "kept.fields"));
    let login = [("email", "olga@example.org"), ("kept.to", to.as_str()), ("kept.fields", fields.as_str())];
    // A mistyped password does not lose it either.
    let wrong = app.post("/login", &[&login[..], &[("password", "no")]].concat()).await;
    assert_eq!(field(wrong.text(), "kept.fields"), fields);
    let again = app.post("/login", &[&login[..], &[("password", PASSWORD)]].concat()).await;
    assert!(again.status == StatusCode::OK && again.text().contains("signed in again"), "{}", again.text());
    assert!(again.text().contains(r#"action="/account""#));
    assert!(again.text().contains("Olga &quot;O&quot; &amp; &lt;Co&gt;"), "{}", again.text());
    // Nowhere but to this site.
    let evil =
        [("email", "olga@example.org"), ("password", PASSWORD), ("kept.to", "//evil.example"), ("kept.fields", "a=b")];
    assert_eq!(app.post("/login", &evil).await.leads_to(), "/dashboard");
}

#[tokio::test]
async fn the_name_is_kept_and_every_step_is_in_the_log() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    let long = "x".repeat(500);
    assert_eq!(app.post_as(&here, "/account", &[("name", &long)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.post_as(&here, "/account", &[("name", "Olga O.")]).await.leads_to(), "/account?done=name");
    sign_in(&app, "olga@example.org", "wrong").await;
    let ours = app.store.snapshot().await.unwrap().organisations().await.unwrap();
    let entries =
        app.store.snapshot().await.unwrap().audit_entries(ours[0].0, Filter::default(), i64::MAX, 10).await.unwrap();
    let words: Vec<&str> = entries.iter().rev().map(|link| link.entry.deed.word()).collect();
    assert_eq!(words, ["organisation.made", "session.started", "account.changed", "session.refused"]);
    let oldest_first: Vec<_> = entries.into_iter().rev().collect();
    assert_eq!(domain::audit::first_break(ours[0].0, domain::audit::FIRST, &oldest_first), None);
}
