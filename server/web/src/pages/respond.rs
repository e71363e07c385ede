//! `/respond/{token}`: a section's page, its form, and the island's single changes.

use std::collections::BTreeMap;

use app::pages::respond::{Respond, page};
use app::routes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::answer::Field;
use domain::questionnaire::Section;
use serde::Deserialize;
use usecases::respond::{Answers, Respondent, open};
use usecases::{Conflict, Error, FieldError};

use super::{place_of, see_other};
use crate::form::Form;
use crate::problem::{Failure, problem_of, status_of};
use crate::render::Frame;

/// The section in the address.
#[derive(Debug, Deserialize)]
pub struct Where {
    section: Option<String>,
}

fn view(state: &crate::State, respondent: &Respondent, section: Section, answers: Answers) -> Respond {
    Respond {
        token: respondent.token(),
        place: place_of(respondent.round()),
        name: respondent.name().to_owned(),
        subject: respondent.round().subject.clone(),
        instrument: respondent.instrument(),
        section,
        answers,
        errors: BTreeMap::new(),
        submitted_meanwhile: false,
        open: respondent.round_is_open(),
        now: state.app.now(),
    }
}

/// The section that is meant: the one in the address, else where the respondent left off. `None` for a word that
/// names no section.
fn section_of(respondent: &Respondent, answers: &Answers, asked: Option<&str>) -> Option<Section> {
    let instrument = respondent.instrument();
    match asked {
        _ if respondent.is_submitted() => Some(Section::Submitted),
        None if answers.is_empty() => Some(Section::Profile),
        None => Some(answers.walk(instrument).first_open()),
        Some(word) => match Section::parse(instrument, word)? {
            Section::Submitted => Some(Section::Review),
            section => Some(section),
        },
    }
}

/// A section's page.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    Query(asked): Query<Where>,
    frame: Frame,
) -> Result<Response, Failure> {
    let found = async {
        let respondent = open(&state.app, &token).await?;
        let answers = respondent.answers(&state.app).await?;
        let section = section_of(&respondent, &answers, asked.section.as_deref()).ok_or(Error::NotFound)?;
        Ok((respondent, answers, section))
    };
    let (respondent, answers, section) = found.await.map_err(|error| Failure::of(&frame, &error))?;
    let asked = section == Section::Submitted || answers.walk(respondent.instrument()).place(section).is_some();
    if !asked {
        // Not for these job roles: the review shows what is.
        return Ok(see_other(&routes::section(&token, Section::Review.id(respondent.instrument()))));
    }
    Ok(frame.show(|| page(&view(&state, &respondent, section, answers))))
}

/// Saves a section's form and goes where the button says; what cannot be taken comes back with a message at it.
pub async fn save(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    Query(asked): Query<Where>,
    frame: Frame,
    form: Form,
) -> Result<Response, Failure> {
    match take(&state, &token, asked.section.as_deref(), &form).await {
        Ok(Taken::Go(address)) => Ok(see_other(&address)),
        Ok(Taken::Again(respond)) => Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page(&respond))),
        Ok(Taken::Submitted(respond)) => Ok(frame.show_as(StatusCode::CONFLICT, || page(&respond))),
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}

fn section_of_form(respondent: &Respondent, form: &Form) -> Section {
    let instrument = respondent.instrument();
    let field = form.fields().keys().find_map(|name| Field::parse(instrument, name));
    field.map_or(Section::Profile, |field| Section::of(instrument, field))
}

enum Taken {
    Go(String),
    /// The page as it was typed, with messages at what could not be taken.
    Again(Box<Respond>),
    /// The page as it was typed: the response was handed in meanwhile, perhaps in another tab.
    Submitted(Box<Respond>),
}

async fn take(state: &crate::State, token: &str, asked: Option<&str>, form: &Form) -> Result<Taken, Error> {
    let respondent = open(&state.app, token).await?;
    let go = |section: Section| Taken::Go(routes::section(token, section.id(respondent.instrument())));
    let has_answers = form.fields().keys().any(|name| Field::parse(respondent.instrument(), name).is_some());
    if form.get("action") == "reopen" {
        respondent.reopen(&state.app).await?;
        if !has_answers {
            return Ok(go(Section::Review));
        }
    } else if respondent.is_submitted() && has_answers {
        let section = section_of_form(&respondent, form);
        let answers = respondent.answers(&state.app).await?;
        return Ok(Taken::Submitted(Box::new(as_typed(state, &respondent, section, answers, form))));
    }
    // Opened again, because reopening changes what may be saved.
    let respondent = open(&state.app, token).await?;
    let saved = respondent.save(&state.app, form.fields(), form.get("page_made").parse().ok()).await?;
    // Read after saving: job roles just given decide which section is next.
    let answers = respondent.answers(&state.app).await?;
    let section = match asked {
        // A form sent to the bare address: its fields tell where they stand.
        None if !respondent.is_submitted() => section_of_form(&respondent, form),
        _ => section_of(&respondent, &answers, asked).ok_or(Error::NotFound)?,
    };
    if !saved.refused.is_empty() {
        return Ok(Taken::Again(Box::new(again(state, &respondent, section, answers, form, saved.refused))));
    }
    let walk = answers.walk(respondent.instrument());
    Ok(match form.get("action") {
        "submit" => {
            respondent.submit(&state.app).await?;
            go(Section::Submitted)
        }
        "back" => go(walk.previous(section).unwrap_or(section)),
        "review" => go(Section::Review),
        "save" | "reopen" => go(section),
        _ => go(walk.next(section)),
    })
}

/// The page with everything that was typed on it, none of it saved.
fn as_typed(
    state: &crate::State,
    respondent: &Respondent,
    section: Section,
    mut answers: Answers,
    form: &Form,
) -> Respond {
    for (name, values) in form.fields().iter().filter(|(name, _)| Field::parse(respondent.instrument(), name).is_some())
    {
        answers.overlay(name, given(values));
    }
    Respond { submitted_meanwhile: true, ..view(state, respondent, section, answers) }
}

/// What was typed into a field, as one text.
fn given(values: &[String]) -> String {
    let typed: Vec<&str> = values.iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
    typed.join(";")
}

/// The same page with what was typed and the messages.
fn again(
    state: &crate::State,
    respondent: &Respondent,
    section: Section,
    mut answers: Answers,
    form: &Form,
    refused: Vec<FieldError>,
) -> Respond {
    for error in &refused {
        let typed = form.fields().get(&error.field).map(|values| given(values));
        answers.overlay(&error.field, typed.unwrap_or_default());
    }
    let errors = refused.into_iter().map(|error| (error.field, error.message)).collect();
    Respond { errors, ..view(state, respondent, section, answers) }
}

/// Single changes from the island: 204 once they are committed, else why not: a line for each field that was refused
/// (its name, a tab, the message), or one sentence for the whole.
pub async fn autosave(State(state): State<crate::State>, Path(token): Path<String>, form: Form) -> Response {
    let saved = async {
        let respondent = open(&state.app, &token).await?;
        respondent.save(&state.app, form.fields(), None).await
    };
    match saved.await {
        Ok(saved) if saved.refused.is_empty() => StatusCode::NO_CONTENT.into_response(),
        Ok(saved) => {
            let lines: Vec<String> =
                saved.refused.into_iter().map(|error| format!("{}\t{}", error.field, error.message)).collect();
            (StatusCode::UNPROCESSABLE_ENTITY, lines.join("\n")).into_response()
        }
        Err(Error::Conflict(Conflict::Submitted)) => {
            (StatusCode::CONFLICT, "Your response is submitted. Reload the page to reopen it.").into_response()
        }
        Err(Error::Conflict(Conflict::RoundClosed)) => (StatusCode::CONFLICT, "The round is closed.").into_response(),
        Err(Error::NotFound) => (StatusCode::NOT_FOUND, "This link leads nowhere.").into_response(),
        Err(error) => status_of(problem_of(&error)).into_response(),
    }
}
