//! `/setup` and `/setup/{token}`.

use app::pages::setup::{SetUp, form, waiting};
use app::routes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use usecases::Error;
use usecases::accounts::{NewOrganisation, SetupState, look_at_setup, set_up, setup_state};

use super::see_other;
use crate::client::Client;
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::{Jar, with_cookie};

/// Where the link is. Once somebody can sign in, nothing is here.
pub async fn show(State(state): State<crate::State>, frame: Frame) -> Result<Response, Failure> {
    let found = setup_state(&state.app).await;
    match found.map_err(|error| Failure::of(&frame, &error))? {
        SetupState::Waiting => Ok(frame.show(waiting)),
        SetupState::Done => Err(Failure::of(&frame, &Error::NotFound)),
    }
}

/// The form.
pub async fn by_link(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
) -> Result<Response, Failure> {
    look_at_setup(&state.app, &token).await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| form(SetUp { token, ..SetUp::default() })))
}

/// Makes the organisation and its owner, who is signed in.
pub async fn post(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    Client(client): Client,
    headers: HeaderMap,
    frame: Frame,
    typed: Form,
) -> Result<Response, Failure> {
    let text = |field: &str| typed.get(field).to_owned();
    let new = NewOrganisation {
        organisation: text("organisation"),
        name: text("name"),
        email: text("email"),
        password: text("password"),
    };
    match set_up(&state.app, &client, &token, &new).await {
        Ok(secret) => {
            let cookie = Jar::of(&state.settings, &headers).give(&secret.token());
            Ok(with_cookie(see_other(routes::DASHBOARD), cookie))
        }
        Err(Error::Invalid(faults)) => {
            let NewOrganisation { organisation, name, email, password: _ } = new;
            let setup = SetUp { token, organisation, name, email, faults: super::faults(faults) };
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || form(setup)))
        }
        Err(error) => Err(Failure::of(&frame, &error)),
    }
}
