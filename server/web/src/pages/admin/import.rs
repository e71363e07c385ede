//! `/admin/import`

use app::pages::admin::{ImportView, import as page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use usecases::Error;
use usecases::import::{Fault, look, run as import};

use crate::form::Form;
use crate::problem::Failure;
use crate::render::Frame;
use crate::session::SignedIn;

/// The form.
pub async fn show(frame: Frame, SignedIn(caller): SignedIn) -> Result<Response, Failure> {
    caller.owner().map_err(|error| Failure::of(&frame, &error))?;
    Ok(frame.show(|| page(ImportView::default())))
}

/// Tries the table, or imports it.
pub async fn run(
    State(state): State<crate::State>,
    frame: Frame,
    SignedIn(caller): SignedIn,
    form: Form,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(&frame, &error);
    let owner = caller.owner().map_err(fail)?;
    let csv = form.get("csv").to_owned();
    if form.get("action") == "import" {
        return match import(&state.app, &owner, &csv).await.map_err(fail)? {
            Ok(done) => Ok(frame.show(|| page(ImportView { done: Some(done.sentences), ..ImportView::default() }))),
            Err(faults) => Ok(refused(&frame, csv, faults)),
        };
    }
    match look(&state.app, &owner, &csv).await.map_err(fail)? {
        Ok(plan) => Ok(frame.show(|| page(ImportView { csv, plan: Some(plan.sentences), ..ImportView::default() }))),
        Err(faults) => Ok(refused(&frame, csv, faults)),
    }
}

fn refused(frame: &Frame, csv: String, faults: Vec<Fault>) -> Response {
    let faults = faults.into_iter().map(|fault| (fault.line, fault.column, fault.message)).collect();
    let view = ImportView { csv, faults, ..ImportView::default() };
    frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page(view))
}
