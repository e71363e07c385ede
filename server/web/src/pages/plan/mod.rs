//! `/plan`, and `/teams/{id}/plan` with what lies under it.

mod form;
mod steps;

pub use form::{add, change, edit, new};
pub use steps::{delete, delete_asked, status};

use app::pages::plan::{all as all_page, team as team_page};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use usecases::Error;
use usecases::accounts::SeeResults;
use usecases::plan::{Asked, look};

use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// What the address says.
#[derive(Debug, Default, Deserialize)]
pub struct Part {
    #[serde(default)]
    team: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    page: String,
}

/// The actions of all teams.
pub async fn all(
    State(state): State<crate::State>,
    Query(Part { team, status, page }): Query<Part>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let found = look(&state.app, &caller, &Asked { team, status, page }).await;
    let plans = found.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| all_page(&plans)))
}

/// A team's plan.
pub async fn team(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<SeeResults>(&state.app, &id).await.map_err(fail)?;
    let plan = access.plan(&state.app).await.map_err(fail)?;
    let team = access.team();
    Ok(frame.show(|| team_page(team.id, &team.name, &plan)))
}
