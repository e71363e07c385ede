//! What the team agrees on, and the note beside it.

use axum::http::StatusCode;

use super::Room;

#[tokio::test]
async fn what_is_agreed_on_is_the_teams_answer() {
    let room = Room::new().await;
    let phones = [room.phone().await, room.phone().await, room.phone().await];
    for (phone, value) in phones.iter().zip(["2", "3", "5"]) {
        room.votes(phone, "AD1-1", value).await.leads_to();
    }
    room.step("reveal").await;
    let shown = room.screen().await;
    // The lower median is chosen to begin with.
    assert!(shown.contains("name=\"AD1-1\" value=\"3\" checked"), "{shown}");
    let agreed = |value: &'static str| {
        [
            ("action", "record"),
            ("item", "AD1-1"),
            ("AD1-1", value),
            ("comment.AD1-1", "Only <two> models"),
            ("seen.AD1-1", "0"),
            ("seen.comment.AD1-1", "0"),
        ]
    };
    assert_eq!(room.act(&agreed("")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = room.act(&agreed("9")).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("Only &lt;two&gt; models"), "what was typed is kept: {}", again.text());
    let to = room.act(&agreed("4")).await.leads_to().to_owned();
    let done = room.app.get_as(&room.lead, &to).await;
    assert!(done.text().contains("Recorded: 4 ") && done.text().contains("Only &lt;two&gt; models"), "{}", done.text());

    // The same answer that a form would have saved, with its history.
    let own = room.app.post_as(&room.lead, &format!("{}/answer", room.round), &[]).await.leads_to().to_owned();
    let page = room.app.get(&format!("{own}?section=AD1")).await;
    assert!(
        page.text().contains("name=\"AD1-1\" value=\"4\" checked") && page.text().contains("Only &lt;two&gt; models")
    );
    let report = room.app.get_as(&room.lead, &format!("{}/report.pdf", room.round)).await.json();
    let items: Vec<_> =
        report["practices"].as_array().unwrap().iter().flat_map(|row| row["items"].as_array().unwrap()).collect();
    let item = items.iter().find(|item| item["id"] == "AD1-1").unwrap();
    assert_eq!(item["counts"], serde_json::json!([0, 0, 0, 1, 0]));

    // Changed in a form meanwhile: neither text replaces the other unseen.
    room.app.post(&format!("{own}/autosave"), &[("AD1-1", "1")]).await;
    let stale = room.act(&[("action", "record"), ("item", "AD1-1"), ("AD1-1", "2"), ("seen.AD1-1", "1")]).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.text().contains("was changed elsewhere") && stale.text().contains("value=\"2\" checked"));
    // Handed in: nothing is recorded, and it says so.
    room.app.post(&format!("{own}?section=review"), &[("action", "submit")]).await.leads_to();
    let refused =
        room.act(&[("action", "record"), ("item", "AD1-1"), ("AD1-1", "5"), ("comment.AD1-1", "Late note")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains("was handed in") && refused.text().contains("Late note"), "{}", refused.text());
}

#[tokio::test]
async fn a_note_that_was_typed_is_kept_whatever_is_pressed() {
    let room = Room::new().await;
    room.step("reveal").await;
    let note = ("comment.AD1-1", "Ask the platform team");
    let fields = [("action", "next"), ("version", "2"), ("item", "AD1-1"), note, ("seen.comment.AD1-1", "0")];
    room.act(&fields).await.leads_to();
    assert!(room.screen().await.contains("question 2 of 60"));
    room.step("back").await;
    room.step("reveal").await;
    let shown = room.screen().await;
    assert!(shown.contains("Ask the platform team") && !shown.contains("value=\"1\" checked"), "{shown}");
    // On a round that was closed meanwhile it is shown again, since it cannot be saved.
    room.close().await;
    for action in ["record", "next"] {
        let fields = [("action", action), ("item", "AD1-1"), ("AD1-1", "3"), ("comment.AD1-1", "Too <late>")];
        let closed = room.act(&fields).await;
        assert_eq!(closed.status, StatusCode::CONFLICT, "{action}");
        assert!(
            closed.text().contains("This round is closed") && closed.text().contains("Too &lt;late&gt;"),
            "{action}"
        );
    }
    assert_eq!(room.app.get_as(&room.lead, &format!("{}/meeting", room.round)).await.status, StatusCode::CONFLICT);
}
