//! Handing in, opening again, and pages that are older than what was saved.

use axum::http::StatusCode;

use super::begun;

#[tokio::test]
async fn a_submitted_response_changes_only_after_it_is_reopened() {
    let (app, manage, respond) = begun().await;
    let section = format!("{respond}?section=TE1");
    app.post(&section, &[("TE1-1", "4"), ("action", "next")]).await;
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    assert!(app.get(&manage).await.text().contains("submitted"));
    assert!(app.get(&section).await.text().contains("<h1>Submitted</h1>"));
    let refused = app.post(&section, &[("TE1-1", "1"), ("comment.TE1-1", "typed late"), ("action", "next")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains("Not saved yet"));
    assert!(refused.text().contains("typed late"), "what was typed is kept");
    assert!(refused.text().contains(r#"name="TE1-1" value="1" checked"#));
    let reopened = app.post(&format!("{respond}?section=submitted"), &[("action", "reopen")]).await;
    assert_eq!(reopened.leads_to(), format!("{respond}?section=review"));
    assert!(app.get(&section).await.text().contains(r#"name="TE1-1" value="4" checked"#));
}

#[tokio::test]
async fn what_was_typed_after_submitting_elsewhere_is_saved_by_reopening() {
    let (app, _, respond) = begun().await;
    let section = format!("{respond}?section=TE1");
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    let reopened = app.post(&section, &[("TE1-1", "2"), ("action", "reopen")]).await;
    assert_eq!(reopened.leads_to(), section);
    assert!(app.get(&section).await.text().contains(r#"name="TE1-1" value="2" checked"#));
}

#[tokio::test]
async fn a_page_from_before_does_not_undo_what_was_saved_since() {
    let (app, _, respond) = begun().await;
    let section = format!("{respond}?section=TE1");
    let made = crate::helpers::NOON.to_string();
    // Saved on another device after the page was made: the old page holds nothing of it and posts its empty field.
    app.post(&format!("{respond}/autosave"), &[("comment.TE1-1", "from the telephone"), ("TE1-2", "5")]).await;
    let old = [("TE1-1", "3"), ("comment.TE1-1", ""), ("page_made", made.as_str()), ("action", "save")];
    app.post(&section, &old).await.leads_to();
    let page = app.get(&section).await;
    assert!(page.text().contains("from the telephone"));
    assert!(page.text().contains(r#"name="TE1-1" value="3" checked"#));
    // A page that shows the comment can empty it.
    assert!(page.text().contains(r#"name="seen.comment.TE1-1" value="1""#));
    let emptied = [("comment.TE1-1", ""), ("seen.comment.TE1-1", "1"), ("page_made", made.as_str())];
    app.post(&section, &emptied).await.leads_to();
    assert!(!app.get(&section).await.text().contains("from the telephone"));
    // And one that shows it empty again does not bring anything back, nor complain.
    app.post(&section, &old).await.leads_to();
}

#[tokio::test]
async fn what_two_pages_changed_is_shown_with_both_texts_and_the_second_may_insist() {
    let (app, _, respond) = begun().await;
    let section = format!("{respond}?section=TE1");
    let made = crate::helpers::NOON.to_string();
    let typed = |text: &'static str, seen: &'static str| {
        [("comment.TE1-1", text), ("TE1-2", "4"), ("seen.comment.TE1-1", seen), ("page_made", ""), ("action", "next")]
    };
    let post = async |text, seen| {
        let mut fields = typed(text, seen);
        fields[3].1 = &made;
        app.post(&section, &fields).await
    };
    post("from the first tab", "0").await.leads_to();
    let second = post("from the second tab", "0").await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("There it says: from the first tab"), "{}", second.text());
    assert!(second.text().contains("from the second tab</textarea>"), "what was typed is kept");
    assert!(second.text().contains(r#"name="seen.comment.TE1-1" value="1""#), "sending it again is a choice");
    assert!(app.get(&section).await.text().contains("from the first tab</textarea>"));
    post("from the second tab", "1").await.leads_to();
    assert!(app.get(&section).await.text().contains("from the second tab</textarea>"));
    let history = app.get(&format!("{respond}/history")).await;
    assert!(history.text().contains("from the first tab") && history.text().contains("from the second tab"));
    // An answer taken back is told from a stage whose text is "Nothing."
    app.post(&format!("{respond}/autosave"), &[("TE5-2", "1")]).await;
    app.post(&format!("{respond}/autosave"), &[("TE5-2", "")]).await;
    let history = app.get(&format!("{respond}/history")).await;
    assert!(history.text().contains(">No answer<") && history.text().contains(">Ad hoc: Nothing.<"));
}

#[tokio::test]
async fn reopening_from_an_old_page_undoes_nothing_that_was_changed_elsewhere() {
    let (app, _, respond) = begun().await;
    let section = format!("{respond}?section=TE1");
    let made = crate::helpers::NOON.to_string();
    app.post(&format!("{respond}/autosave"), &[("TE1-1", "2"), ("TE1-2", "2")]).await;
    // Another tab changes both and submits; this page saw the first versions and changed one.
    app.post(&format!("{respond}/autosave"), &[("TE1-1", "5"), ("TE1-2", "5")]).await;
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    let mut old =
        vec![("TE1-1", "2"), ("TE1-2", "3"), ("seen.TE1-1", "1"), ("seen.TE1-2", "1"), ("page_made", made.as_str())];
    old.push(("action", "next"));
    let refused = app.post(&section, &old).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains(r#"name="seen.TE1-1" value="1""#), "{}", refused.text());
    old.pop();
    old.push(("action", "reopen"));
    let reopened = app.post(&section, &old).await;
    assert_eq!(reopened.status, StatusCode::CONFLICT, "one was changed in both places");
    let page = app.get(&section).await;
    assert!(page.text().contains(r#"name="TE1-1" value="5" checked"#), "untouched here, so left as it is");
    assert!(page.text().contains(r#"name="TE1-2" value="5" checked"#), "not overwritten unseen");
}
