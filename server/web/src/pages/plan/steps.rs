//! How far an action is, and deleting it.

use app::pages::plan::delete as delete_page;
use app::routes;
use axum::extract::{Path, State};
use axum::response::Response;
use usecases::Error;
use usecases::accounts::{ManagePlan, SeeResults};

use super::super::see_other;
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// Says how far it is.
pub async fn status(
    State(state): State<crate::State>,
    Path((id, action)): Path<(String, String)>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<SeeResults>(&state.app, &id).await.map_err(fail)?;
    let step = access.step(&state.app, &action).await.map_err(fail)?;
    step.set(&state.app, form.get("action")).await.map_err(fail)?;
    Ok(see_other(&routes::team_plan(access.team().id)))
}

/// Asks before one is deleted.
pub async fn delete_asked(
    State(state): State<crate::State>,
    Path((id, action)): Path<(String, String)>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManagePlan>(&state.app, &id).await.map_err(fail)?;
    let planned = access.action(&state.app, &action).await.map_err(fail)?;
    Ok(frame.show(|| delete_page(&planned)))
}

/// Deletes it.
pub async fn delete(
    State(state): State<crate::State>,
    Path((id, action)): Path<(String, String)>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManagePlan>(&state.app, &id).await.map_err(fail)?;
    let planned = access.action(&state.app, &action).await.map_err(fail)?;
    access.delete(&state.app, &planned).await.map_err(fail)?;
    Ok(see_other(&routes::team_plan(access.team().id)))
}
