//! `/rounds/{id}/report-links`, and `/report/{token}` where such a link leads.

use app::components::form::Faults;
use app::pages::results::{Leads, page as result};
use app::pages::rounds::{ReportLinksView, report_link_ended, report_links as page};
use app::routes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use usecases::accounts::{ManageRounds, RoundAccess};
use usecases::results::{read_by_link, whole};
use usecases::{Error, results};

use super::super::results::shown;
use super::super::{absolute, answered, place_of, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// What is chosen to begin with, in days.
const USUAL: i64 = results::DAYS[1];

async fn view(state: &crate::State, access: &RoundAccess<ManageRounds>) -> Result<ReportLinksView, Error> {
    Ok(ReportLinksView {
        id: access.round().id,
        place: place_of(access.round()),
        ready: access.can_be_shared(),
        confidential: access.round().mode.k().is_some(),
        links: access.report_links(&state.app).await?,
        made: None,
        days: USUAL.to_string(),
        faults: Faults::default(),
    })
}

/// The links, and the form for another.
pub async fn report_links(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    let view = view(&state, &access).await.map_err(fail)?;
    Ok(frame.show(|| page(&view)))
}

/// Makes a link. The page with it answers the form itself: there is no second chance to see it.
pub async fn share_report(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    headers: HeaderMap,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    let days = form.get("days");
    let done = async {
        let secret = access.share_result(&state.app, days).await?;
        let made = Some(absolute(&state.settings, &headers, &routes::shared_report(&secret)));
        let view = view(&state, &access).await?;
        Ok(frame.show(|| page(&ReportLinksView { made, days: days.to_owned(), ..view })))
    };
    let again = |view, faults| page(&ReportLinksView { faults, ..view });
    answered(&frame, done.await, view(&state, &access), again).await
}

/// Withdraws a link.
pub async fn withdraw_report(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    access.withdraw_result(&state.app, form.get("id")).await.map_err(fail)?;
    Ok(see_other(&routes::report_links(access.round().id)))
}

/// What whoever holds a link is told when it works no more.
pub fn no_report(frame: &Frame, error: &Error) -> Response {
    match error {
        Error::NotFound => frame.show_as(StatusCode::NOT_FOUND, report_link_ended),
        error => Failure::of(frame, error).into_response(),
    }
}

/// The result, for whoever holds a link to it.
pub async fn sent(State(state): State<crate::State>, Path(token): Path<String>, frame: Frame) -> Response {
    let read = async {
        let reader = read_by_link(&state.app, &token).await?;
        let whole = whole(&state.app, &reader).await?;
        Ok((reader, whole))
    };
    match read.await {
        Ok((reader, whole)) => {
            let leads = Leads::Sent { token: &token, until: reader.until() };
            frame.show(|| result(leads, shown(&whole)))
        }
        Err(error) => no_report(&frame, &error),
    }
}
