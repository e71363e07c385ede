//! Making a round, and changing it.

use app::pages::rounds::{RoundForm, form as page};
use app::routes;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::round::RoundState;
use serde::Deserialize;
use usecases::Error;
use usecases::accounts::{Caller, ManageRounds, RoundAccess};
use usecases::rounds::{PlanTyped, plan, suggested, teams_to_ask};

use super::super::{answered, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// The team that is chosen beforehand.
#[derive(Debug, Default, Deserialize)]
pub struct For {
    #[serde(default)]
    team: String,
}

fn typed(form: &Form) -> PlanTyped {
    let text = |field: &str| form.get(field).to_owned();
    PlanTyped {
        teams: form.fields().get("team").cloned().unwrap_or_default(),
        name: text("round"),
        subject: text("subject"),
        mode: text("mode"),
        k: text("k"),
        opens: text("opens"),
        closes: text("closes"),
        retention: text("retention"),
        carry: form.get("carry") == "yes",
    }
}

fn view(state: &crate::State, typed: PlanTyped) -> RoundForm {
    let PlanTyped { teams: _, name, subject, mode, k, opens, closes, retention, carry } = typed;
    let instrument = state.app.instrument();
    let instrument = format!("{} {}", instrument.title, instrument.version);
    RoundForm { name, subject, mode, k, opens, closes, retention, carry, instrument, ..RoundForm::default() }
}

/// The form for a new one, with the teams that may be asked.
async fn new_view(state: &crate::State, caller: &Caller, typed: PlanTyped) -> Result<RoundForm, Error> {
    let teams = teams_to_ask(&state.app, caller).await?;
    let only = teams.len() == 1;
    let chosen = |id: &str| only || typed.teams.iter().any(|team| team == id);
    let teams = teams.into_iter().map(|team| {
        let id = team.id.to_string();
        let chosen = chosen(&id);
        (id, team.name, team.unit, chosen)
    });
    let teams = teams.collect();
    Ok(RoundForm { teams, ..view(state, typed) })
}

/// The form for a new one.
pub async fn new(
    State(state): State<crate::State>,
    Query(For { team }): Query<For>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let typed = suggested(&state.app, &caller, &team).await.map_err(fail)?;
    let form = new_view(&state, &caller, typed).await.map_err(fail)?;
    Ok(frame.show(|| page(form)))
}

/// Makes it, for each team that was chosen.
pub async fn make(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let typed = typed(&form);
    // Who may make none is told so, whatever was typed.
    teams_to_ask(&state.app, &caller).await.map_err(fail)?;
    let made = plan(&state.app, &caller, &typed, form.get("action") != "save").await;
    let done = made.map(|ids| match ids.as_slice() {
        [one] => see_other(&routes::round(*one)),
        _ => see_other(routes::DASHBOARD),
    });
    let before = new_view(&state, &caller, typed);
    answered(&frame, done, before, |form, faults| page(RoundForm { faults, ..form })).await
}

fn changing(state: &crate::State, access: &RoundAccess<ManageRounds>, typed: PlanTyped) -> RoundForm {
    let round = access.round();
    RoundForm { id: Some(round.id), open: round.state == RoundState::Open, ..view(state, typed) }
}

/// The form to change one.
pub async fn edit(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    let typed = access.typed(&state.app).await.map_err(fail)?;
    Ok(frame.show(|| page(changing(&state, &access, typed))))
}

/// Keeps what was changed.
pub async fn change(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<ManageRounds>(&state.app, &id).await.map_err(fail)?;
    let typed = typed(&form);
    let done = access.change(&state.app, &typed).await.map(|()| see_other(&routes::round(access.round().id)));
    let before = async { Ok(changing(&state, &access, typed)) };
    answered(&frame, done, before, |form, faults| page(RoundForm { faults, ..form })).await
}
