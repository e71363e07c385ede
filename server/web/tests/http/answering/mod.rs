//! Walking through the questionnaire with plain forms.

mod again;
mod closing;
mod pace;

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
async fn a_section_of_other_job_roles_leads_to_the_review() {
    let (app, _, respond) = begun().await;
    app.post(&respond, &[("job_role", "GRC"), ("action", "next")]).await;
    assert_eq!(app.get(&format!("{respond}?section=PM")).await.leads_to(), format!("{respond}?section=review"));
}
