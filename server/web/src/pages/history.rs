//! `/respond/{token}/history`: what was entered before.

use app::pages::history::{History, page};
use axum::extract::{Path, State};
use axum::response::Response;
use usecases::respond::open;

use super::place_of;
use crate::problem::Failure;
use crate::render::Frame;

/// The page.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
) -> Result<Response, Failure> {
    let found = async {
        let respondent = open(&state.app, &token).await?;
        let fields = respondent.past(&state.app).await?;
        Ok((respondent, fields))
    };
    let (respondent, fields) = found.await.map_err(|error| Failure::of(&frame, &error))?;
    let history = History { token: respondent.token(), place: place_of(respondent.round()), fields };
    Ok(frame.show(|| page(history)))
}
