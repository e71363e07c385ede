//! The route table, and the layers that every request passes through.

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};

use crate::state::State;
use crate::{assets, downloads, headers, health, pages, problem};

/// Largest body of a form with answers.
const FORM_LIMIT: usize = 1024 * 1024;
/// How long a body may pause, and how long a request may take in all.
const REQUEST_TIME: Duration = Duration::from_secs(30);

/// All routes with their layers. Tests send requests to it without a port.
pub fn router(state: State) -> Router {
    let mut pages = Router::new()
        .route("/", get(pages::landing::show))
        .route("/start", get(pages::landing::back).post(pages::landing::start))
        .route("/check", get(pages::check::show).post(pages::check::take))
        .route("/check/{token}", get(pages::check::result).post(pages::check::go_on))
        .route("/check/{token}/report.pdf", get(downloads::check_pdf))
        .route("/sample", get(pages::results::sample))
        .route("/sample/report.pdf", get(downloads::sample_pdf))
        .route("/join/{token}", get(pages::join::show).post(pages::join::join))
        .route("/respond/{token}", get(pages::respond::show).post(pages::respond::save))
        .route("/respond/{token}/autosave", post(pages::autosave::save))
        .route("/respond/{token}/history", get(pages::history::show))
        .route("/manage/{token}", get(pages::manage::show))
        .route("/manage/{token}/results", get(pages::results::show))
        .route("/manage/{token}/report.pdf", get(downloads::report_pdf));
    if state.settings.styleguide {
        pages = pages.route(app::routes::STYLEGUIDE, get(pages::styleguide::show));
    }
    pages
        .fallback(problem::not_found)
        .method_not_allowed_fallback(problem::method_not_allowed)
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/assets/{build}/{*path}", get(assets::serve))
        // From the inside out: what stands last sees a request first.
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(CompressionLayer::new())
        .layer(CsrfLayer::new().with_rejection_response(problem::foreign))
        .layer(RequestBodyTimeoutLayer::new(REQUEST_TIME))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REQUEST_TIME))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn_with_state(state.clone(), headers::secure))
        .layer(from_fn(headers::trace))
        .with_state(state)
}
