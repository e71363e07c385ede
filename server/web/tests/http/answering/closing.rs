//! The round is closed while somebody types.

use axum::http::StatusCode;

use crate::helpers::TestApp;

/// A round with somebody in it who types, closed meanwhile.
async fn closed_while_typing() -> (TestApp, String) {
    let app = TestApp::new().await;
    let (_, share) = app.round().await;
    let respond = app.join(&share, "Ada").await;
    app.post(&format!("{respond}?section=TE1"), &[("TE1-1", "2"), ("action", "next")]).await.leads_to();
    app.tamper("UPDATE round SET state = 'closed'").await;
    (app, respond)
}

#[tokio::test]
async fn who_types_while_the_round_is_closed_is_told_and_finds_every_word_on_the_page() {
    let (app, respond) = closed_while_typing().await;
    let typed = [
        ("TE1-1", "4"),
        ("TE1-2", "DK"),
        ("comment.TE1-1", "Half a thought <b> & more"),
        ("evidence.TE1-1", "https://wiki.example.org/runs"),
        ("action", "next"),
    ];
    let answer = app.post(&format!("{respond}?section=TE1"), &typed).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let page = answer.text();
    assert!(page.contains("this round was closed meanwhile") && page.contains("role=\"alert\""));
    for kept in [
        "Half a thought &lt;b&gt; &amp; more",
        "value=\"https://wiki.example.org/runs\"",
        "name=\"TE1-1\" value=\"4\" checked",
        "name=\"TE1-2\" value=\"DK\" checked",
    ] {
        assert!(page.contains(kept), "{kept}");
    }
    assert!(!page.contains("value=\"next\""), "nothing promises to save it");
    // What was saved before is as it was.
    let page = app.get(&format!("{respond}?section=TE1")).await;
    assert!(page.text().contains("name=\"TE1-1\" value=\"2\" checked") && page.text().contains("This round is closed"));
    assert!(!page.text().contains("Half a thought"));
}

#[tokio::test]
async fn a_text_typed_while_the_round_is_closed_is_still_there_also_after_handing_in() {
    let (app, respond) = closed_while_typing().await;
    app.tamper("UPDATE response SET state = 'submitted', submitted_day = 0").await;
    for action in ["next", "reopen"] {
        let typed = [("open.change", "One more thing"), ("action", action)];
        let answer = app.post(&format!("{respond}?section=open"), &typed).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{action}");
        assert!(answer.text().contains("One more thing") && answer.text().contains("closed meanwhile"), "{action}");
        assert!(!answer.text().contains("Reopen and save"), "{action}");
    }
}

#[tokio::test]
async fn nothing_is_submitted_once_the_round_is_closed() {
    let (app, respond) = closed_while_typing().await;
    let review = app.get(&format!("{respond}?section=review")).await;
    assert!(review.text().contains("The round is closed") && !review.text().contains("value=\"submit\""));
    let answer = app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains("This round is closed"));
}
