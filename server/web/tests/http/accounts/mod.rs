//! Signing in and out, setting up, links that work once, the second factor, and one's own account.

mod factor;
mod links;
mod own;
mod signing_in;

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, HOST, SET_COOKIE};
use axum::http::{Request, StatusCode};
use usecases::accounts::setup_link;

use crate::helpers::{Answer, Browser, TestApp};

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
