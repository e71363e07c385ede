//! `/manage/{token}/results`, `/rounds/{id}/results`, and `/sample`.

use app::pages::results::{Leads, page};
use axum::extract::{Path, State};
use axum::response::Response;
use domain::sample::report as sample_report;
use usecases::accounts::SeeResults;
use usecases::{manage, results};

use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// The result of a round, for who holds its manage link.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    frame: Frame,
) -> Result<Response, Failure> {
    let report = async {
        let manager = manage::open(&state.app, &token).await?;
        results::report(&state.app, &manager).await
    };
    let report = report.await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(Leads::Link(&token), &report)))
}

/// The result of a round, for who is signed in.
pub async fn show_round(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    SignedIn(caller): SignedIn,
    frame: Frame,
) -> Result<Response, Failure> {
    let report = async {
        let access = caller.round::<SeeResults>(&state.app, &id).await?;
        Ok((access.round().id, results::report(&state.app, &access).await?))
    };
    let (id, report) = report.await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(Leads::Round(id), &report)))
}

/// The result of a team that does not exist.
pub async fn sample(frame: Frame) -> Response {
    frame.show(|| page(Leads::Sample, sample_report()))
}
