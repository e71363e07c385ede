//! One's own account: its password, sessions and name, and what was typed when a session had ended.

use axum::http::StatusCode;
use domain::audit::Filter;
use domain::rights::Right;

use super::{MINUTE, OTHER, PASSWORD, browser, is_signed_in, owner, sign_in, sign_in_from};
use crate::helpers::TestApp;

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

#[tokio::test]
async fn what_was_typed_when_a_session_had_ended_is_sent_after_signing_in() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    app.wait(61 * MINUTE);
    let typed = "Olga \"O\" & <Co>";
    let stopped = app.post_as(&here, "/account", &[("name", typed), ("action", "next")]).await;
    assert_eq!(stopped.status, StatusCode::UNAUTHORIZED);
    assert!(stopped.text().contains("Your session had ended"));
    let (to, fields) = (hidden(stopped.text(), "kept.to"), hidden(stopped.text(), "kept.fields"));
    let login = [("email", "olga@example.org"), ("kept.to", to.as_str()), ("kept.fields", fields.as_str())];
    // A mistyped password does not lose it either.
    let wrong = app.post("/login", &[&login[..], &[("password", "no")]].concat()).await;
    assert_eq!(hidden(wrong.text(), "kept.fields"), fields);
    let again = app.post("/login", &[&login[..], &[("password", PASSWORD)]].concat()).await;
    assert!(again.status == StatusCode::OK && again.text().contains("signed in again"), "{}", again.text());
    assert!(again.text().contains(r#"action="/account""#));
    assert!(again.text().contains("Olga &quot;O&quot; &amp; &lt;Co&gt;"), "{}", again.text());
    // Nowhere but to this site.
    let evil =
        [("email", "olga@example.org"), ("password", PASSWORD), ("kept.to", "//evil.example"), ("kept.fields", "a=b")];
    assert_eq!(app.post("/login", &evil).await.leads_to(), "/dashboard");
}

/// What a hidden field of a page holds.
fn hidden(text: &str, name: &str) -> String {
    let value = text.split(&format!(r#"name="{name}" value=""#)).nth(1).unwrap().split('"').next().unwrap();
    value.replace("&amp;", "&")
}

#[tokio::test]
async fn what_is_too_much_to_carry_through_signing_in_stays_in_the_browser() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    app.wait(61 * MINUTE);
    // Over the limit as it is, and over it once it is a field of another form.
    for text in ["x".repeat(2 << 20), "ö".repeat(150 << 10)] {
        let stopped = app.post_as(&here, "/admin/import", &[("csv", text.as_str()), ("action", "next")]).await;
        assert_eq!(stopped.status, StatusCode::PAYLOAD_TOO_LARGE);
        let page = stopped.text();
        assert!(page.contains("Your session had ended") && page.contains("still on that page"), "{page}");
        assert!(page.contains(r#"href="/login" target="_blank""#), "{page}");
    }
    // What is told to be kept can be sent with the form to sign in.
    let text = "ö".repeat(90 << 10);
    let stopped = app.post_as(&here, "/admin/import", &[("csv", text.as_str()), ("action", "next")]).await;
    assert_eq!(stopped.status, StatusCode::UNAUTHORIZED);
    let (to, fields) = (hidden(stopped.text(), "kept.to"), hidden(stopped.text(), "kept.fields"));
    let login = [("email", "olga@example.org"), ("password", PASSWORD), ("kept.to", &to), ("kept.fields", &fields)];
    let again = app.post("/login", &login).await;
    assert!(again.status == StatusCode::OK && hidden(again.text(), "csv") == text, "{}", again.status);
}

#[tokio::test]
async fn a_file_that_was_sent_when_a_session_had_ended_is_carried_as_text() {
    let app = TestApp::new().await;
    let here = owner(&app).await;
    app.wait(61 * MINUTE);
    let head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\r\n";
    let body = format!("{head}email\r\nzoe@example.org\r\n--edge--\r\n");
    let stopped = app.post_body_as(&here, "/admin/import", "multipart/form-data; boundary=edge", body).await;
    assert_eq!(stopped.status, StatusCode::UNAUTHORIZED);
    assert_eq!(hidden(stopped.text(), "kept.fields"), "file=email%0D%0Azoe%40example.org");
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
