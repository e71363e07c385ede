//! `/check`: the quick check, what it says, and going on from it.

use std::collections::BTreeMap;

use app::pages::check::{CheckForm, CheckPage, Links, form, result as result_page};
use app::routes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use usecases::check::{self, Checked, WentOn};
use usecases::{Error, FieldError};

use super::{absolute, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;

/// The questions.
pub async fn show(State(state): State<crate::State>, frame: Frame) -> Response {
    let empty = CheckForm {
        instrument: state.app.instrument(),
        operator: state.settings.operator(),
        values: BTreeMap::new(),
        errors: BTreeMap::new(),
    };
    frame.show(|| form(&empty))
}

/// Keeps the answers and leads to what they say; or the page again, as it was typed, with what could not be taken.
pub async fn take(State(state): State<crate::State>, frame: Frame, typed: Form) -> Result<Response, Failure> {
    match check::take(&state.app, typed.fields()).await {
        Ok(secret) => Ok(see_other(&routes::check(&secret))),
        Err(Error::Invalid(errors)) => {
            let again = as_typed(&state, &typed, errors);
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || form(&again)))
        }
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}

fn as_typed(state: &crate::State, typed: &Form, errors: Vec<FieldError>) -> CheckForm {
    let instrument = state.app.instrument();
    let ids = instrument.quick_check.iter().map(|column| instrument.column_id(*column));
    CheckForm {
        instrument,
        operator: state.settings.operator(),
        values: ids.map(|id| (id.to_owned(), typed.typed(id))).collect(),
        errors: errors.into_iter().map(|error| (error.field, error.message)).collect(),
    }
}

/// What a quick check says.
pub async fn result(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    headers: HeaderMap,
    frame: Frame,
) -> Result<Response, Failure> {
    let found = async {
        let checked = check::open(&state.app, &token).await?;
        view(&state, &headers, &checked).await
    };
    let page = found.await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| result_page(&page)))
}

/// Makes the round, or finds it, and leads to the response in it.
pub async fn go_on(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    headers: HeaderMap,
    frame: Frame,
    typed: Form,
) -> Result<Response, Failure> {
    let failed = |error: Error| Failure::of(&frame, &error);
    let checked = check::open(&state.app, &token).await.map_err(failed)?;
    let team = typed.get("team");
    match checked.go_on(&state.app, team).await {
        Ok(secret) => Ok(see_other(&routes::respond(&secret))),
        Err(Error::Invalid(errors)) => {
            let shown = view(&state, &headers, &checked).await.map_err(failed)?;
            let error = errors.into_iter().next().map(|error| error.message);
            let page = CheckPage { team: team.to_owned(), error, ..shown };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || result_page(&page)))
        }
        Err(error) => Err(failed(error)),
    }
}

async fn view(state: &crate::State, headers: &HeaderMap, checked: &Checked) -> Result<CheckPage, Error> {
    let token = checked.token();
    let links = checked.went_on(&state.app).await?.map(|WentOn { manage, respondent }| Links {
        respond: respondent.as_ref().map(routes::respond),
        manage: routes::manage(&manage),
    });
    Ok(CheckPage {
        url: absolute(&state.settings, headers, &routes::check_token(&token)),
        token,
        data: checked.data(&state.app)?,
        links,
        team: String::new(),
        error: None,
    })
}
