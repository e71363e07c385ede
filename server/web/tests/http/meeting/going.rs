//! Going through the questions, and the end of a meeting.

use axum::http::StatusCode;
use domain::rights::Right;

use super::{Room, between};

#[tokio::test]
async fn going_through_the_questions_and_two_screens() {
    let room = Room::new().await;
    let page = room.screen().await;
    assert!(page.contains("question 1 of 60") && !page.contains("value=\"back\""), "{page}");
    room.step("next").await;
    // A second screen that shows the first question goes on: the question is not passed over.
    room.act(&[("action", "next"), ("version", "1")]).await.leads_to();
    assert!(room.screen().await.contains("question 2 of 60"));
    assert!(room.live("1.0.0").await.text().contains("The meeting went on, on another screen."));
    let version = between(&room.screen().await, "name=\"version\" value=\"", "\"");
    room.act(&[("action", "jump"), ("section", "TE4"), ("version", &version)]).await.leads_to();
    assert!(room.screen().await.contains("name=\"item\" value=\"TE4-1\""));
    let answer = room.act(&[("action", "jump"), ("section", "TE9"), ("version", "3")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_link_ends_with_the_meeting() {
    let room = Room::new().await;
    let phone = room.phone().await;
    assert_eq!(room.app.get(&room.vote.to_uppercase().replace("/VOTE", "/vote")).await.status, StatusCode::OK);
    assert_eq!(room.app.get(&room.vote.replace('-', "")).await.status, StatusCode::OK);
    assert_eq!(room.step("end").await, room.round);
    for answer in [
        room.app.get_as(&phone, &room.vote).await,
        room.votes(&phone, "AD1-1", "3").await,
        room.app.get_as(&phone, &format!("{}/live?seen=1.", room.vote)).await,
    ] {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.text().contains("The meeting is over"), "{}", answer.text());
    }
    assert!(room.live("1.1.0").await.text().contains("The meeting was ended"));
    assert!(room.screen().await.contains("Start the meeting"));
    // Another meeting has another link, and the telephone another key in it.
    room.act(&[("action", "start")]).await.leads_to();
    assert!(!room.screen().await.contains(&room.vote));
}

#[tokio::test]
async fn a_closed_round_ends_its_meeting() {
    let room = Room::new().await;
    let phone = room.phone().await;
    room.close().await;
    assert_eq!(room.votes(&phone, "AD1-1", "3").await.status, StatusCode::NOT_FOUND);
    assert_eq!(room.act(&[("action", "start")]).await.status, StatusCode::CONFLICT);
    assert!(!room.app.get_as(&room.lead, &room.round).await.text().contains("Answer together in a meeting"));
}

#[tokio::test]
async fn only_a_round_with_one_answer_has_a_meeting() {
    let room = Room::empty().await;
    assert!(room.app.get_as(&room.lead, &room.round).await.text().contains("Answer together in a meeting"));
    let team = room.app.team(room.lead.organisation, "Fraud", &[&room.lead]).await.to_string();
    let fields = [("round", "June"), ("team", team.as_str()), ("mode", "named"), ("action", "open")];
    room.app.post_as(&room.lead, "/rounds/new", &fields).await;
    let page = room.app.get_as(&room.lead, &format!("/teams/{team}")).await;
    let id = page.text().split("href=\"/rounds/").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let named = format!("/rounds/{}", id.into_iter().find(|id| id.len() == 36).unwrap());
    assert!(!room.app.get_as(&room.lead, &named).await.text().contains("/meeting"));
    assert_eq!(room.app.get_as(&room.lead, &format!("{named}/meeting")).await.status, StatusCode::NOT_FOUND);
    let viewer = room.app.account(room.lead.organisation, "Vera Viewer", Right::Viewer).await;
    assert_eq!(room.app.get_as(&viewer, &format!("{}/meeting", room.round)).await.status, StatusCode::FORBIDDEN);
    // From another site nothing is voted.
    let foreign = axum::http::Request::post(&room.round)
        .header("host", "localhost:3000")
        .header("origin", "https://evil.example");
    let answer = room.app.send(foreign.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}
