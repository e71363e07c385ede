//! Signing in and out, cookies, and how often it may be tried.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION};
use axum::http::{Method, Request, StatusCode};
use domain::rights::Right;
use usecases::accounts::{NewUser, make_user};
use web::{Door, Settings};

use super::{MINUTE, PASSWORD, browser, is_signed_in, owner, sign_in, sign_in_from};
use crate::helpers::{Browser, TestApp};

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
async fn a_head_is_answered_as_the_page_would_be() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    let pages = web::entries().into_iter().filter(|entry| entry.door == Door::SignedIn && entry.method == Method::GET);
    let pages: Vec<_> = pages.map(|entry| entry.path).filter(|path| !path.contains('{')).collect();
    assert!(pages.len() > 15, "{pages:?}");
    for path in pages {
        for browser in [&here, &Browser::default()] {
            let page = app.get_as(browser, path).await;
            let request = Request::head(path).header(HOST, "localhost:3000").header(COOKIE, &browser.cookie);
            let head = app.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!((head.status, head.body.len()), (page.status, 0), "{path}");
            assert_eq!(head.headers.get(LOCATION), page.headers.get(LOCATION), "{path}");
        }
    }
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
