//! `/manage/{token}/results`, `/rounds/{id}/results`, and `/sample`.

use app::pages::results::{FLAGGED, Leads, page};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::report::ReportData;
use domain::sample::report as sample_report;
use serde::Deserialize;
use usecases::accounts::SeeResults;
use usecases::results::Sees;
use usecases::{Error, compare, manage, results};

use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// Whose answers are looked at.
#[derive(Debug, Default, Deserialize)]
pub struct Which {
    #[serde(default)]
    without: String,
}

impl Which {
    async fn report(&self, state: &crate::State, seer: &impl Sees) -> Result<ReportData, Error> {
        if self.without == FLAGGED
            && let Some(report) = results::report_unflagged(&state.app, seer).await?
        {
            return Ok(report);
        }
        results::report(&state.app, seer).await
    }
}

/// The result of a round, for who holds its manage link.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    Query(which): Query<Which>,
    frame: Frame,
) -> Result<Response, Failure> {
    let report = async {
        let manager = manage::open(&state.app, &token).await?;
        which.report(&state, &manager).await
    };
    let report = report.await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(Leads::Link(&token), &report)))
}

/// The result of a round, for who is signed in.
pub async fn show_round(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(which): Query<Which>,
    SignedIn(caller): SignedIn,
    frame: Frame,
) -> Result<Response, Failure> {
    let report = async {
        let access = caller.round::<SeeResults>(&state.app, &id).await?;
        let before = compare::before(&state.app, &access).await?;
        Ok((access.round().id, before, which.report(&state, &access).await?))
    };
    let (id, before, report) = report.await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(Leads::Round { id, before }, &report)))
}

/// The result of a team that does not exist.
pub async fn sample(frame: Frame) -> Response {
    frame.show(|| page(Leads::Sample, sample_report()))
}
