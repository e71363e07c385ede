//! The form of an action.

use app::pages::plan::{FormView, form as page};
use app::routes;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::ids::ActionId;
use serde::Deserialize;
use usecases::Error;
use usecases::accounts::{ManagePlan, TeamAccess};
use usecases::plan::ActionTyped;

use super::super::{Faults, answered, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// What a new action is made from.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    #[serde(default)]
    round: String,
    #[serde(default)]
    practice: String,
}

fn typed(form: &Form) -> ActionTyped {
    let text = |name: &str| form.get(name).to_owned();
    ActionTyped {
        token: text("token"),
        round: text("round"),
        title: text("title"),
        practice: text("practice"),
        items: form.fields().get("items").cloned().unwrap_or_default(),
        owner: text("owner"),
        owner_name: text("owner_name"),
        due: text("due"),
        status: text("status"),
        target: text("target"),
        note: text("note"),
    }
}

async fn view(
    state: &crate::State,
    access: &TeamAccess<ManagePlan>,
    action: Option<ActionId>,
    typed: ActionTyped,
) -> Result<FormView, Error> {
    let offered = access.choices(&state.app, &typed.round).await?;
    let team = access.team();
    Ok(FormView { team: team.id, team_name: team.name.clone(), action, typed, offered, faults: Faults::default() })
}

/// The form for a new one.
pub async fn new(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    Query(from): Query<From>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManagePlan>(&state.app, &id).await.map_err(fail)?;
    let typed = access.suggested(&state.app, &from.round, &from.practice);
    let view = view(&state, &access, None, typed).await.map_err(fail)?;
    Ok(frame.show(|| page(&view)))
}

/// Makes it.
pub async fn add(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManagePlan>(&state.app, &id).await.map_err(fail)?;
    let typed = typed(&form);
    let done = access.add(&state.app, &typed).await.map(|()| see_other(&routes::team_plan(access.team().id)));
    let before = view(&state, &access, None, typed);
    answered(&frame, done, before, |view, faults| page(&FormView { faults, ..view })).await
}

/// The form of one that is there.
pub async fn edit(
    State(state): State<crate::State>,
    Path((id, action)): Path<(String, String)>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManagePlan>(&state.app, &id).await.map_err(fail)?;
    let planned = access.action(&state.app, &action).await.map_err(fail)?;
    let view = view(&state, &access, Some(planned.id), ActionTyped::of(&planned)).await.map_err(fail)?;
    Ok(frame.show(|| page(&view)))
}

/// Changes it.
pub async fn change(
    State(state): State<crate::State>,
    Path((id, action)): Path<(String, String)>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.team::<ManagePlan>(&state.app, &id).await.map_err(fail)?;
    let planned = access.action(&state.app, &action).await.map_err(fail)?;
    let typed = typed(&form);
    let done = access.change(&state.app, planned.id, &typed).await;
    let done = done.map(|()| see_other(&routes::team_plan(access.team().id)));
    // A form that comes back speaks of the action as it is now: sending it once more puts what was typed in its place.
    let typed = ActionTyped { token: planned.version.to_string(), ..typed };
    let before = view(&state, &access, Some(planned.id), typed);
    answered(&frame, done, before, |view, faults| page(&FormView { faults, ..view })).await
}
