//! `/account/data` and `/account/delete`: what is kept about oneself, a copy of it, and leaving.

use app::pages::own_data::{Leave, leave as leave_page, page};
use app::routes;
use axum::Json;
use axum::extract::State;
use axum::http::header::CONTENT_DISPOSITION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::round::Mode;
use serde_json::{Value, json};
use store::OwnResponse;
use usecases::Error;
use usecases::accounts::{Answers, Caller, OwnData};
use usecases::moment;

use super::see_other;
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::{Jar, SignedIn, with_cookie};

/// What is kept, in words and numbers.
pub async fn show(
    State(state): State<crate::State>,
    SignedIn(caller): SignedIn,
    frame: Frame,
) -> Result<Response, Failure> {
    let data = caller.own_data(&state.app).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(&data)))
}

/// All of it as a file.
pub async fn json(
    State(state): State<crate::State>,
    SignedIn(caller): SignedIn,
    frame: Frame,
) -> Result<Response, Failure> {
    let data = caller.take_data(&state.app).await.map_err(|error| Failure::of(&frame, &error))?;
    let headers = [(CONTENT_DISPOSITION, "attachment; filename=\"plumbline-my-data.json\"")];
    Ok((headers, Json(as_json(&data))).into_response())
}

fn as_json(data: &OwnData) -> Value {
    let account = &data.account;
    let sessions = data.sessions.iter().map(|session| {
        json!({
            "network": session.address,
            "browser": session.agent,
            "started": moment::second(session.created_at),
            "used": moment::second(session.seen_at),
        })
    });
    let teams = data.teams.iter().map(|team| json!({ "name": team.name, "since": moment::second(team.since) }));
    let responses = data.responses.iter().map(|response| response_as_json(response, data));
    let actions = data.actions.iter().map(|action| {
        json!({
            "team": action.team,
            "title": action.title,
            "status": action.status.word(),
            "due": action.due.map(|due| moment::day(due.begins())),
            "made": moment::second(action.created_at),
        })
    });
    json!({
        "account": {
            "id": account.id.to_string(),
            "organisation": account.organisation_name,
            "email": account.email,
            "name": account.name,
            "right": account.right.word(),
            "second_factor": account.second_factor,
            "made": moment::second(account.created_at),
            "signed_in": account.signed_in_at.map(moment::second),
        },
        "sessions": sessions.collect::<Vec<_>>(),
        "teams": teams.collect::<Vec<_>>(),
        "responses": responses.collect::<Vec<_>>(),
        "actions": actions.collect::<Vec<_>>(),
        "audit_log_entries": data.log_entries,
    })
}

/// A response with every value that it holds or held; the last of a field is the current one. Of one that a team filled
/// in together only that it was, for its values are everybody's.
fn response_as_json(response: &OwnResponse, data: &OwnData) -> Value {
    let values = data.values.iter().filter(|value| value.response_id == response.response_id);
    let values = values.map(|value| {
        json!({
            "field": value.field,
            "version": value.version,
            "value": value.value,
            "day": moment::day(value.changed_day),
        })
    });
    json!({
        "round": response.round,
        "round_id": response.round_id.to_string(),
        "team": response.team,
        "mode": response.mode,
        "filled_in_together": response.mode == Mode::OneAnswer.word(),
        "name": response.label,
        "state": response.state,
        "begun": moment::day(response.created_day),
        "values": values.collect::<Vec<_>>(),
    })
}

async fn view(state: &crate::State, caller: &Caller) -> Result<Leave, Error> {
    Ok(Leave {
        email: caller.account().email.clone(),
        goodbye: caller.goodbye(&state.app).await?,
        typed: String::new(),
        answers: Answers::Keep,
        error: None,
    })
}

/// What leaving means.
pub async fn leaving(
    State(state): State<crate::State>,
    SignedIn(caller): SignedIn,
    frame: Frame,
) -> Result<Response, Failure> {
    let shown = view(&state, &caller).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| leave_page(shown)))
}

/// Deletes the account.
pub async fn leave(
    State(state): State<crate::State>,
    SignedIn(caller): SignedIn,
    headers: HeaderMap,
    frame: Frame,
    form: Form,
) -> Result<Response, Failure> {
    let failed = |error: Error| Failure::of(&frame, &error);
    let answers = if form.get("answers") == "erase" { Answers::Erase } else { Answers::Keep };
    match caller.leave(&state.app, form.get("email"), answers).await {
        Ok(()) => Ok(with_cookie(see_other(routes::HOME), Jar::of(&state.settings, &headers).take())),
        Err(Error::Invalid(errors)) => {
            let shown = view(&state, &caller).await.map_err(failed)?;
            let error = errors.into_iter().next().map(|error| error.message);
            let leave = Leave { typed: form.get("email").to_owned(), answers, error, ..shown };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || leave_page(leave)))
        }
        Err(error) => Err(failed(error)),
    }
}
