//! `/rounds/{id}/worksheet`

use app::pages::worksheet::{Typed, WorksheetView, page};
use app::routes;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::roi::{COLUMNS, LINES};
use usecases::Error;
use usecases::accounts::{ManagePlan, RoundAccess, SeeResults};

use super::super::{Faults, answered, place_of, see_other};
use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

async fn view(state: &crate::State, access: &RoundAccess<SeeResults>) -> Result<WorksheetView, Error> {
    let kept = access.worksheet(&state.app).await?;
    let lines = LINES.iter().map(|line| Typed { line: *line, texts: kept.sheet.texts(*line, &kept.inputs) });
    Ok(WorksheetView {
        id: access.round().id,
        place: place_of(access.round()),
        manages: access.worksheet_keeper().is_some(),
        lines: lines.collect(),
        inputs: kept.inputs,
        fills: kept.fills,
        version: kept.version,
        faults: Faults::default(),
    })
}

/// The worksheet.
pub async fn worksheet(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let access = caller.round::<SeeResults>(&state.app, &id).await.map_err(fail)?;
    let view = view(&state, &access).await.map_err(fail)?;
    Ok(frame.show(|| page(&view)))
}

/// Keeps what was typed. What cannot be taken comes back in its fields, beside what was reckoned before.
pub async fn keep_worksheet(
    State(state): State<crate::State>,
    Path(id): Path<String>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let keeper = caller.round::<ManagePlan>(&state.app, &id).await.map_err(fail)?;
    let access = caller.round::<SeeResults>(&state.app, &id).await.map_err(fail)?;
    let text = |name: &str, column: &str| form.get(&format!("{name}.{column}")).to_owned();
    let done = keeper.keep_worksheet(&state.app, form.get("version"), |line, column| text(line.id, column)).await;
    let done = done.map(|()| see_other(&routes::worksheet(access.round().id)));
    answered(&frame, done, view(&state, &access), |view, faults| {
        let typed =
            |line: &domain::roi::Line| Typed { line: *line, texts: COLUMNS.map(|column| text(line.id, column)) };
        page(&WorksheetView { lines: LINES.iter().map(typed).collect(), faults, ..view })
    })
    .await
}
