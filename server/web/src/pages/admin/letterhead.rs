//! `/admin/letterhead`

use app::pages::admin::{LetterheadView, letterhead as page};
use app::routes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use domain::report::LogoKind;
use usecases::Error;
use usecases::letterhead::{self, LetterheadTyped};

use super::super::{answered, see_other};
use super::settings::Done;
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// The page.
pub async fn show(
    State(state): State<crate::State>,
    Query(done): Query<Done>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let set = letterhead::read(&state.app, &owner).await.map_err(fail)?;
    let view = LetterheadView {
        organisation: set.organisation,
        logo: set.logo.is_some(),
        accent: set.accent.map(|accent| accent.to_string()).unwrap_or_default(),
        kept: done.is_done(),
        ..LetterheadView::default()
    };
    Ok(frame.show(|| page(view)))
}

/// The logo; nothing where there is none.
pub async fn logo(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let set = letterhead::read(&state.app, &owner).await.map_err(fail)?;
    let Some(logo) = set.logo else { return Ok(StatusCode::NO_CONTENT.into_response()) };
    let kind = match logo.kind() {
        LogoKind::Png => "image/png",
        LogoKind::Svg => "image/svg+xml",
    };
    Ok(([(CONTENT_TYPE, kind)], logo.bytes().to_vec()).into_response())
}

/// Keeps it.
pub async fn keep(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let typed = LetterheadTyped {
        accent: form.get("accent").to_owned(),
        logo: form.file("logo").to_vec(),
        without_logo: form.get("without_logo") == "yes",
    };
    let done = letterhead::change(&state.app, &owner, typed).await;
    let done = done.map(|()| see_other(&format!("{}?done=yes", routes::LETTERHEAD)));
    let set = async { letterhead::read(&state.app, &owner).await };
    answered(&frame, done, set, |set, faults| {
        let logo = set.logo.is_some();
        let accent = form.get("accent").to_owned();
        page(LetterheadView { organisation: set.organisation, logo, accent, faults, kept: false })
    })
    .await
}
