//! `/admin/import`

use app::components::form::Faults;
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
    if form.holds_no_text("file") {
        let file = Faults::one("file", "This file is no UTF-8 text. Save it as “CSV UTF-8” in the spreadsheet.");
        let view = ImportView { csv: form.get("csv").to_owned(), file, ..ImportView::default() };
        return Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page(view)));
    }
    // A browser sends an empty file where none was chosen.
    let csv = [form.get("file"), form.get("csv")].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
    let csv = csv.to_owned();
    if form.get("action") == "import" {
        return match import(&state.app, &owner, &csv).await.map_err(fail)? {
            Ok(done) => Ok(frame.show(|| page(ImportView { done: Some(done.told), ..ImportView::default() }))),
            Err(faults) => Ok(refused(&frame, csv, faults)),
        };
    }
    match look(&state.app, &owner, &csv).await.map_err(fail)? {
        Ok(plan) => Ok(frame.show(|| page(ImportView { csv, plan: Some(plan.told), ..ImportView::default() }))),
        Err(faults) => Ok(refused(&frame, csv, faults)),
    }
}

fn refused(frame: &Frame, csv: String, faults: Vec<Fault>) -> Response {
    let faults = faults.into_iter().map(|fault| (fault.line, fault.column, fault.message)).collect();
    let view = ImportView { csv, faults, ..ImportView::default() };
    frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page(view))
}
