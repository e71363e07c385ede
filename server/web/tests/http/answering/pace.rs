//! How long people take: answers faster than one can read, and the time that is left.

use super::begun;

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
