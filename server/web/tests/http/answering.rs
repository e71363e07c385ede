//! Walking through the questionnaire with plain forms.

use axum::http::StatusCode;

use crate::helpers::TestApp;

async fn begun() -> (TestApp, String, String) {
    let app = TestApp::new().await;
    let (manage, share) = app.round().await;
    let respond = app.join(&share, "").await;
    (app, manage, respond)
}

#[tokio::test]
async fn a_new_response_opens_at_the_profile_and_goes_on_without_an_answer() {
    let (app, _, respond) = begun().await;
    let page = app.get(&respond).await;
    assert!(page.text().contains("<h1>About you</h1>"));
    let next = app.post(&respond, &[("job_role", ""), ("action", "next")]).await;
    assert_eq!(next.leads_to(), format!("{respond}?section=AD1"));
}

#[tokio::test]
async fn every_section_is_walked_through_to_the_confirmation() {
    let (app, _, respond) = begun().await;
    let mut address = respond.clone();
    let mut sections = 0;
    while !address.ends_with("section=review") {
        let page = app.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        assert!(page.text().contains(r#"name="action" value="next""#), "{address}");
        address = app.post(&address, &[("action", "next")]).await.leads_to().to_owned();
        sections += 1;
        assert!(sections < 40, "the walk has an end");
    }
    assert_eq!(sections, 25);
    let review = app.get(&address).await;
    assert!(review.text().contains("0 of 66 questions have an answer"));
    let done = app.post(&address, &[("action", "submit")]).await;
    let page = app.get(done.leads_to()).await;
    assert!(page.text().contains("<h1>Submitted</h1>"));
}

#[tokio::test]
async fn answers_are_kept_and_shown_again() {
    let (app, _, respond) = begun().await;
    let section = format!("{respond}?section=TE1");
    let fields =
        [("TE1-1", "4"), ("TE1-2", "DK"), ("TE1-3", "NA"), ("comment.TE1-1", "Weekly\r\nruns"), ("action", "next")];
    assert_eq!(app.post(&section, &fields).await.leads_to(), format!("{respond}?section=TE2"));
    let page = app.get(&section).await;
    assert!(page.text().contains(r#"name="TE1-1" value="4" checked"#));
    assert!(page.text().contains(r#"name="TE1-2" value="DK" checked"#));
    assert!(page.text().contains(r#"name="TE1-3" value="NA" checked"#));
    assert!(page.text().contains("Weekly\nruns</textarea>"));
    assert!(!page.text().contains(r#"name="TE1-1" value="3" checked"#));
}

#[tokio::test]
async fn back_save_and_review_go_where_they_say() {
    let (app, _, respond) = begun().await;
    let section = format!("{respond}?section=TE2");
    for (action, target) in [("back", "TE1"), ("save", "TE2"), ("review", "review"), ("next", "TE3")] {
        let answer = app.post(&section, &[("action", action)]).await;
        assert_eq!(answer.leads_to(), format!("{respond}?section={target}"));
    }
}

#[tokio::test]
async fn job_roles_decide_what_is_asked() {
    let (app, _, respond) = begun().await;
    let next = app.post(&respond, &[("job_role", ""), ("job_role", "GRC"), ("action", "next")]).await;
    assert_eq!(next.leads_to(), format!("{respond}?section=TE5"));
    let page = app.get(&format!("{respond}?section=review")).await;
    assert!(page.text().contains("of 8 questions"), "{}", page.text());
}

#[tokio::test]
async fn what_cannot_be_taken_comes_back_with_a_message_and_the_rest_is_saved() {
    let (app, _, respond) = begun().await;
    let section = format!("{respond}?section=PM");
    let page = app
        .post(&section, &[("PM1", "3"), ("PM4", "120"), ("evidence.PM1", "javascript:alert(1)"), ("action", "next")])
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains(r#"value="120""#), "what was typed is kept: {}", page.text());
    assert!(page.text().contains("javascript:alert(1)"));
    assert!(page.text().contains("from 0 to 100"));
    assert!(page.text().contains(r#"name="PM1" value="3" checked"#));
    let again = app.get(&section).await;
    assert!(again.text().contains(r#"name="PM1" value="3" checked"#));
    assert!(!again.text().contains("120"));
}

#[tokio::test]
async fn where_one_left_off_is_where_one_comes_back() {
    let (app, _, respond) = begun().await;
    app.post(&format!("{respond}?section=AD1"), &[("AD1-1", "2"), ("AD1-2", "2"), ("AD1-3", "2"), ("action", "next")])
        .await;
    assert!(app.get(&respond).await.text().contains("section 3 of 26"));
}

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

#[tokio::test]
async fn only_what_is_left_is_asked_and_the_way_leads_round_to_the_review() {
    let (app, _, respond) = begun().await;
    let made = crate::helpers::NOON.to_string();
    let all: Vec<(String, &str)> = ["AD1", "TE1"]
        .iter()
        .flat_map(|section| (1..=3).map(move |n| (format!("{section}-{n}"), "3")))
        .filter(|(id, _)| id != "AD1-2" && id != "TE1-3")
        .collect();
    let all: Vec<(&str, &str)> = all.iter().map(|(id, value)| (id.as_str(), *value)).collect();
    app.post(&format!("{respond}/autosave"), &all).await;
    let left = format!("{respond}?section=AD1&only=left");
    let page = app.get(&left).await;
    assert!(page.text().contains(r#"name="AD1-2""#) && !page.text().contains(r#"name="AD1-1""#), "{}", page.text());
    let next = app.post(&left, &[("AD1-2", "2"), ("page_made", &made), ("action", "next")]).await;
    assert_eq!(next.leads_to(), format!("{respond}?section=TE1&only=left"));
    assert_eq!(app.get(&left).await.leads_to(), format!("{respond}?section=TE1&only=left"), "nothing is left there");
    // The last one done, the review is next.
    let others: Vec<String> = domain_columns().into_iter().filter(|id| id != "TE1-3").collect();
    let others: Vec<(&str, &str)> = others.iter().map(|id| (id.as_str(), "DK")).collect();
    app.post(&format!("{respond}/autosave"), &others).await;
    let done = app.post(&format!("{respond}?section=TE1&only=left"), &[("TE1-3", "2"), ("action", "next")]).await;
    assert_eq!(done.leads_to(), format!("{respond}?section=review"));
}

fn domain_columns() -> Vec<String> {
    let instrument = domain::instrument::Instrument::builtin();
    instrument.columns().map(|column| instrument.column_id(column).to_owned()).collect()
}

#[tokio::test]
async fn tools_are_counted_back_to_whoever_names_them() {
    let (app, _, respond) = begun().await;
    let tools = format!("{respond}?section=tools");
    assert!(!app.get(&tools).await.text().contains("So far"));
    let fields = [("tools.tracking", "mlflow"), ("tools_other.tracking", "Polyaxon"), ("action", "save")];
    app.post(&tools, &fields).await.leads_to();
    let said = "So far 2 tools in 1 of 14 areas. One area has more than one";
    assert!(app.get(&tools).await.text().contains(said));
    assert!(app.get(&format!("{respond}?section=review")).await.text().contains(said));
}

#[tokio::test]
async fn a_name_that_is_too_long_comes_back_as_it_was_typed() {
    let (app, _, respond) = begun().await;
    let long = "x".repeat(81);
    let page = app.post(&format!("{respond}?section=profile"), &[("name", &long), ("action", "next")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains(&long));
}

#[tokio::test]
async fn a_correction_after_reopening_does_not_make_a_careful_respondent_fast() {
    let (app, manage, respond) = begun().await;
    let section = format!("{respond}?section=TE1");
    let made = |seconds: i64| (crate::helpers::NOON - seconds * 1_000_000).to_string();
    let slow = made(60);
    app.post(&section, &[("TE1-1", "4"), ("TE1-2", "4"), ("TE1-3", "4"), ("page_made", &slow), ("action", "next")])
        .await;
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    app.post(&format!("{respond}?section=submitted"), &[("action", "reopen")]).await;
    let (quick, seen) = (made(4), "1");
    let corrected = [
        ("TE1-1", "3"),
        ("TE1-2", "4"),
        ("TE1-3", "4"),
        ("seen.TE1-1", seen),
        ("seen.TE1-2", seen),
        ("seen.TE1-3", seen),
        ("page_made", &quick),
        ("page_answered", "3"),
    ];
    app.post(&section, &corrected).await;
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    assert!(!app.report(&manage).await["quality"].to_string().contains("faster"));
}

#[tokio::test]
async fn unticking_everything_is_saved() {
    let (app, _, respond) = begun().await;
    let tools = format!("{respond}?section=tools");
    app.post(&tools, &[("tools.tracking", ""), ("tools.tracking", "mlflow"), ("action", "save")]).await;
    assert!(app.get(&tools).await.text().contains(r#"value="mlflow" checked"#));
    app.post(&tools, &[("tools.tracking", ""), ("action", "save")]).await;
    assert!(!app.get(&tools).await.text().contains(r#"value="mlflow" checked"#));
}

#[tokio::test]
async fn a_section_that_is_none_is_not_found() {
    let (app, _, respond) = begun().await;
    assert_eq!(app.get(&format!("{respond}?section=TE9")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn answers_faster_than_one_can_read_are_flagged_and_counted() {
    let (app, manage, respond) = begun().await;
    let made = crate::helpers::NOON.to_string();
    let fields = [("TE1-1", "4"), ("TE1-2", "4"), ("TE1-3", "4"), ("page_made", &made), ("action", "next")];
    app.post(&format!("{respond}?section=TE1"), &fields).await;
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    let report = app.report(&manage).await;
    let quality = report["quality"].as_array().unwrap();
    assert!(
        quality.iter().any(|line| line.as_str().unwrap().contains("faster than the questions can be read")),
        "{quality:?}"
    );
}

#[tokio::test]
async fn reopening_and_submitting_again_does_not_take_the_flag_away() {
    let (app, manage, respond) = begun().await;
    let made = crate::helpers::NOON.to_string();
    let fields = [("TE1-1", "4"), ("TE1-2", "4"), ("TE1-3", "4"), ("page_made", &made), ("action", "next")];
    app.post(&format!("{respond}?section=TE1"), &fields).await;
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    app.post(&format!("{respond}?section=submitted"), &[("action", "reopen")]).await;
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    assert!(app.report(&manage).await["quality"].to_string().contains("faster"));
}

#[tokio::test]
async fn answers_at_a_reading_pace_are_not_flagged() {
    let (app, manage, respond) = begun().await;
    let made = (crate::helpers::NOON - 6_000_000).to_string();
    let fields = [("TE1-1", "4"), ("TE1-2", "4"), ("TE1-3", "4"), ("page_made", &made), ("action", "next")];
    app.post(&format!("{respond}?section=TE1"), &fields).await;
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    assert!(!app.report(&manage).await["quality"].to_string().contains("faster"));
}

#[tokio::test]
async fn answers_that_the_island_saved_count_in_the_pace_of_their_page() {
    let (app, manage, respond) = begun().await;
    let made = crate::helpers::NOON.to_string();
    app.post(&format!("{respond}/autosave"), &[("TE1-1", "4"), ("TE1-2", "4"), ("TE1-3", "4")]).await;
    let seen = [("seen.TE1-1", "1"), ("seen.TE1-2", "1"), ("seen.TE1-3", "1")];
    let mut fields = vec![("TE1-1", "4"), ("TE1-2", "4"), ("TE1-3", "4"), ("page_made", &made), ("page_answered", "0")];
    fields.extend(seen);
    app.post(&format!("{respond}?section=TE1"), &fields).await.leads_to();
    app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await;
    assert!(app.report(&manage).await["quality"].to_string().contains("faster"));
}

#[tokio::test]
async fn the_time_that_is_left_follows_the_pace() {
    let (app, _, respond) = begun().await;
    assert!(app.get(&respond).await.text().contains("about 17 minutes left"));
    let made = (crate::helpers::NOON - 300_000_000).to_string();
    let fields = [("AD1-1", "4"), ("AD1-2", "4"), ("AD1-3", "4"), ("page_made", &made), ("action", "next")];
    app.post(&format!("{respond}?section=AD1"), &fields).await;
    // (150 + 300) seconds for 10 + 3 questions, 63 are left.
    assert!(app.get(&respond).await.text().contains("about 37 minutes left"));
}

#[tokio::test]
async fn a_section_of_other_job_roles_leads_to_the_review() {
    let (app, _, respond) = begun().await;
    app.post(&respond, &[("job_role", "GRC"), ("action", "next")]).await;
    assert_eq!(app.get(&format!("{respond}?section=PM")).await.leads_to(), format!("{respond}?section=review"));
}

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
