//! Who sees what of votes, and who may cast one.

use axum::http::StatusCode;

use super::{Room, between};
use crate::helpers::Browser;

#[tokio::test]
async fn votes_are_hidden_until_they_are_shown_together() {
    let room = Room::new().await;
    let (one, two, silent) = (room.phone().await, room.phone().await, room.phone().await);
    let before = room.app.get_as(&silent, &room.vote).await.body;
    let screen = room.screen().await;
    assert!(screen.contains("<b>3</b> phones are here") && screen.contains("<b>0</b> of 3 have voted"), "{screen}");
    room.votes(&one, "AD1-1", "2").await.leads_to();
    room.votes(&two, "AD1-1", "5").await.leads_to();

    // Whoever has not voted is shown the very same bytes, whatever the others chose: only the nonce is another.
    let after = room.app.get_as(&silent, &room.vote).await.body;
    let without_nonce = |page: &[u8]| {
        let page = String::from_utf8(page.to_vec()).unwrap();
        let nonce = between(&page, "nonce=\"", "\"");
        page.replace(&nonce, "")
    };
    assert_eq!(without_nonce(&before), without_nonce(&after));
    let silent_live = format!("{}/live?seen=1.", room.vote);
    assert_eq!(room.app.get_as(&silent, &silent_live).await.status, StatusCode::NO_CONTENT);

    // The screen counts, and shows the same whichever was chosen.
    let counted = room.screen().await;
    assert!(counted.contains("<b>2</b> of 3 have voted"), "{counted}");
    let part = room.live("1.3.0").await;
    assert_eq!((part.status, part.header("live-part")), (StatusCode::OK, "1"));
    room.votes(&one, "AD1-1", "4").await.leads_to();
    room.votes(&two, "AD1-1", "DK").await.leads_to();
    assert_eq!(without_nonce(counted.as_bytes()), without_nonce(room.screen().await.as_bytes()));
    assert_eq!(room.live("1.3.0").await.body, part.body);
    assert_eq!(room.live("1.3.2").await.status, StatusCode::NO_CONTENT);

    room.votes(&two, "AD1-1", "1").await.leads_to();
    room.step("reveal").await;
    let shown = room.screen().await;
    assert!(shown.contains("You disagree: talk first"), "{shown}");
    assert_eq!(shown.matches("<circle").count(), 2);
    let phone = room.app.get_as(&silent, &silent_live).await;
    assert!(phone.text().contains("You did not vote on this one.") && phone.text().contains("You disagree"));
}

#[tokio::test]
async fn a_telephone_has_one_vote() {
    let room = Room::new().await;
    let phone = room.phone().await;
    for value in ["2", "2", "3"] {
        room.votes(&phone, "AD1-1", value).await.leads_to();
    }
    // Joining again with the cookie is the same telephone.
    let again = room.app.post_as(&phone, &room.vote, &[("action", "join")]).await;
    assert!(again.header("set-cookie").starts_with(&phone.cookie));
    let page = room.app.get_as(&phone, &room.vote).await;
    assert!(page.text().contains("Your vote: 3 "), "{}", page.text());
    assert!(room.screen().await.contains("<b>1</b> of 1 has voted"));
    // Without having joined there is no vote.
    let stranger = Browser { cookie: "plumbline-phone=".to_owned() + &"7".repeat(32), ..Browser::default() };
    assert_eq!(room.votes(&stranger, "AD1-1", "5").await.leads_to(), room.vote);
    for bad in ["6", "", "<b>"] {
        assert_eq!(room.votes(&phone, "AD1-1", bad).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
    }
    room.step("reveal").await;
    let shown = room.screen().await;
    assert!(shown.contains("One vote: too few to tell") && shown.matches("<circle").count() == 1, "{shown}");
}

#[tokio::test]
async fn a_vote_after_the_others_are_shown_is_refused() {
    let room = Room::new().await;
    let (phone, late) = (room.phone().await, room.phone().await);
    room.votes(&phone, "AD1-1", "2").await.leads_to();
    room.step("reveal").await;
    let shown = room.screen().await;
    let refused = room.votes(&late, "AD1-1", "5").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains("Your vote was not counted") && refused.text().contains("role=\"alert\""));
    assert_eq!(room.votes(&phone, "AD1-1", "5").await.status, StatusCode::CONFLICT);
    room.step("next").await;
    assert_eq!(room.votes(&late, "AD1-1", "5").await.status, StatusCode::CONFLICT, "the question before");
    let next = room.screen().await;
    assert!(next.contains("<b>0</b> of 2 have voted") && !next.contains("<circle") && next != shown, "{next}");
}
