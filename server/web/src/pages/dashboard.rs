//! `/dashboard` and `/search`.

use app::pages::{dashboard, search};
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use usecases::lists::Wanted;
use usecases::{dashboard as today, search as finding};

use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// What part of a list is asked for, as it stands in an address.
#[derive(Debug, Default, Deserialize)]
pub struct Part {
    /// What is searched for.
    #[serde(default)]
    pub q: String,
    /// The page.
    #[serde(default)]
    pub page: String,
    /// Whether what was put away is meant.
    #[serde(default)]
    pub archived: String,
}

impl Part {
    /// As the lists take it.
    pub fn wanted(&self) -> Wanted {
        Wanted::new(&self.q, &self.page)
    }
}

/// What needs one now.
pub async fn show(
    State(state): State<crate::State>,
    Query(part): Query<Part>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let found = today::look(&state.app, &caller, &part.page).await.map_err(|error| Failure::of(&frame, &error))?;
    let organisation = caller.account().organisation_name.clone();
    Ok(frame.show(|| dashboard::page(found, caller.right(), organisation)))
}

/// What bears a name.
pub async fn find(
    State(state): State<crate::State>,
    Query(part): Query<Part>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let found = finding::find(&state.app, &caller, part.wanted()).await;
    let found = found.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| search::page(found)))
}
