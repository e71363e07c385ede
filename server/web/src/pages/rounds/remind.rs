//! `/rounds/{id}/remind`

use app::pages::rounds::{RemindView, remind as page};
use app::routes;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::invitees::called;
use domain::round::RoundState;
use serde::Deserialize;
use usecases::Error;
use usecases::accounts::ManageRounds;

use super::super::{absolute, place_of, see_other};
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// What was just done.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    sent: Option<usize>,
}

/// To whom a reminder goes, and what it says.
pub async fn remind_asked(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(Done { sent }): Query<Done>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    let waiting = access.waiting(&state.app).await.map_err(fail)?;
    let view = RemindView {
        id: access.round().id,
        place: place_of(access.round()),
        open: access.round().state == RoundState::Open,
        members: waiting.members.into_iter().map(|member| member.name).collect(),
        invited: waiting.invited.iter().map(|one| called(&one.name, &one.email)).collect(),
        mails: state.app.sends_mail(),
        text: access.reminder(&absolute(&state.settings, &headers, "")),
        sent,
    };
    Ok(frame.show(|| page(&view)))
}

/// Sends the reminders.
pub async fn remind(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    let sent = access.remind(&state.app).await.map_err(fail)?;
    Ok(see_other(&format!("{}?sent={sent}", routes::remind(access.round().id))))
}
