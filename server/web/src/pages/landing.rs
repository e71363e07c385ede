//! `/` and the form on it.

use app::pages::landing::{Questions, StartForm, Way, page};
use app::pages::problem::Problem;
use app::routes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::sample;
use usecases::settings::account_free_rounds;
use usecases::start::{NewRound, start as start_round};
use usecases::{App, Error};

use super::see_other;
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;

fn questions(app: &App) -> Questions {
    Questions { full: app.instrument().columns().count(), quick: app.instrument().quick_check.len() }
}

/// The landing page.
pub async fn show(State(state): State<crate::State>, frame: Frame) -> Result<Response, Failure> {
    let free = account_free_rounds(&state.app).await.map_err(|error| Failure::of(&frame, &error))?;
    let way = match (&frame.0.viewer, free) {
        (Some(_), _) => Way::Dashboard,
        (None, true) => Way::Form(StartForm::default()),
        (None, false) => Way::SignIn,
    };
    Ok(frame.show(|| page(questions(&state.app), way, sample::report())))
}

/// `/start` opened as a page: the form is on the landing page.
pub async fn back() -> Response {
    see_other(routes::HOME)
}

/// Starts a round.
pub async fn start(State(state): State<crate::State>, frame: Frame, form: Form) -> Result<Response, Failure> {
    if !account_free_rounds(&state.app).await.map_err(|error| Failure::of(&frame, &error))? {
        return Err(Failure::new(&frame, Problem::NoAccountFree));
    }
    let new = NewRound { team: form.get("team").to_owned(), subject: form.get("subject").to_owned() };
    match start_round(&state.app, &new).await {
        Ok(secret) => Ok(see_other(&routes::manage(&secret))),
        Err(Error::Invalid(errors)) => {
            let message = |field: &str| errors.iter().find(|error| error.field == field).map(|e| e.message.clone());
            let form = StartForm {
                team_error: message("team"),
                subject_error: message("subject"),
                team: new.team,
                subject: new.subject,
            };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || {
                page(questions(&state.app), Way::Form(form), sample::report())
            }))
        }
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}
