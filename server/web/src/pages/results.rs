//! `/manage/{token}/results`, `/rounds/{id}/results`, and `/sample`.

use app::pages::results::{FLAGGED, Leads, Plan, Result as Shown, page};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::instrument::Instrument;
use domain::sample::sample;
use serde::Deserialize;
use usecases::accounts::{ManagePlan, ManageRounds, SeeResults};
use usecases::results::{Sees, Whole};
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
    async fn whole(&self, state: &crate::State, seer: &impl Sees) -> Result<Whole, Error> {
        if self.without == FLAGGED
            && let Some(whole) = results::unflagged(&state.app, seer).await?
        {
            return Ok(whole);
        }
        results::whole(&state.app, seer).await
    }
}

/// The result of a round, for who holds its manage link.
pub async fn show(
    State(state): State<crate::State>,
    Path(token): Path<String>,
    Query(which): Query<Which>,
    frame: Frame,
) -> Result<Response, Failure> {
    let whole = async {
        let manager = manage::open(&state.app, &token).await?;
        which.whole(&state, &manager).await
    };
    let whole = whole.await.map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(Leads::Link(&token), shown(&whole))))
}

/// The result of a round, for who is signed in.
pub async fn show_round(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(which): Query<Which>,
    SignedIn(caller): SignedIn,
    frame: Frame,
) -> Result<Response, Failure> {
    let whole = async {
        let access = caller.round::<SeeResults>(&state.app, &id).await?;
        let before = compare::before(&state.app, &access).await?;
        let (whole, planned) = (which.whole(&state, &access).await?, access.practices_in_plan(&state.app).await?);
        Ok((access, before, planned, whole))
    };
    let (access, before, planned, whole) = whole.await.map_err(|error| Failure::of(&frame, &error))?;
    let round = access.round();
    let plan = Plan { team: round.team_id, planned: &planned, adds: access.also::<ManagePlan>().is_some() };
    let shares = access.also::<ManageRounds>().is_some_and(|access| access.can_be_shared());
    let leads = Leads::Round { id: round.id, before, plan, shares };
    Ok(frame.show(|| page(leads, shown(&whole))))
}

/// The result of a team that does not exist.
pub async fn invented(frame: Frame) -> Response {
    let shown = Shown { report: &sample().report, instrument: Instrument::builtin(), published: &sample().figures };
    frame.show(|| page(Leads::Sample, shown))
}

pub(super) fn shown(whole: &Whole) -> Shown<'_> {
    let Whole { report, outlet } = whole;
    Shown { report, instrument: outlet.instrument, published: &outlet.published }
}
