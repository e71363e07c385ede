//! The route table, and the layers that every request passes through.

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};

use crate::session;
use crate::state::State;
use crate::table::{Built, Door, Listed, Table};
use crate::{assets, downloads, headers, health, pages, problem};

/// Largest body of a form with answers.
const FORM_LIMIT: usize = 1024 * 1024;
/// How long a body may pause, and how long a request may take in all.
const REQUEST_TIME: Duration = Duration::from_secs(30);

/// Every entry: who is let in, under which address, to what.
fn table<T: Table>(table: T) -> T {
    table
        .get(Door::Anybody, "/", pages::landing::show)
        .get(Door::Anybody, "/start", pages::landing::back)
        .post(Door::Anybody, "/start", pages::landing::start)
        .get(Door::Anybody, "/check", pages::check::show)
        .post(Door::Anybody, "/check", pages::check::take)
        .get(Door::Link, "/check/{token}", pages::check::result)
        .post(Door::Link, "/check/{token}", pages::check::go_on)
        .get(Door::Link, "/check/{token}/report.pdf", downloads::check_pdf)
        .get(Door::Anybody, "/sample", pages::results::sample)
        .get(Door::Anybody, "/sample/report.pdf", downloads::sample_pdf)
        .get(Door::Link, "/join/{token}", pages::join::show)
        .post(Door::Link, "/join/{token}", pages::join::join)
        .get(Door::Link, "/respond/{token}", pages::respond::show)
        .post(Door::Link, "/respond/{token}", pages::respond::save)
        .post(Door::Link, "/respond/{token}/autosave", pages::autosave::save)
        .get(Door::Link, "/respond/{token}/history", pages::history::show)
        .get(Door::Link, "/manage/{token}", pages::manage::show)
        .get(Door::Link, "/manage/{token}/results", pages::results::show)
        .get(Door::Link, "/manage/{token}/report.pdf", downloads::report_pdf)
        .get(Door::SignedIn, "/rounds/{id}/results", pages::results::show_round)
        .get(Door::SignedIn, "/rounds/{id}/report.pdf", downloads::round_pdf)
        .get(Door::SignedIn, "/manage/{token}/claim", pages::claim::show)
        .post(Door::SignedIn, "/manage/{token}/claim", pages::claim::claim)
        .get(Door::SignedIn, "/admin/audit", pages::audit::show)
        .get(Door::SignedIn, "/admin/audit.csv", pages::audit::csv)
        .get(Door::SignedIn, "/account/data", pages::own_data::show)
        .get(Door::SignedIn, "/account/data.json", pages::own_data::json)
        .get(Door::SignedIn, "/account/delete", pages::own_data::leaving)
        .post(Door::SignedIn, "/account/delete", pages::own_data::leave)
}

/// Every entry of the route table, for whoever checks that each is guarded.
#[must_use]
pub fn entries() -> Vec<crate::Entry> {
    table(Listed::default()).0
}

/// All routes with their layers. Tests send requests to it without a port.
pub fn router(state: State) -> Router {
    let mut pages = table(Built::new(state.clone())).router();
    if state.settings.styleguide {
        pages = pages.route(app::routes::STYLEGUIDE, get(pages::styleguide::show));
    }
    pages
        .fallback(problem::not_found)
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(from_fn_with_state(state.clone(), session::recognise))
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
