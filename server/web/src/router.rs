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

use crate::limits;
use crate::session;
use crate::state::State;
use crate::table::{Built, Door, Listed, Table};
use crate::{assets, downloads, headers, health, pages, problem};

/// Largest body of a form with answers.
pub(crate) const FORM_LIMIT: usize = 1024 * 1024;
/// How long a body may pause, and how long a request may take in all.
const REQUEST_TIME: Duration = Duration::from_secs(30);

/// Every entry: who is let in, under which address, to what.
fn table<T: Table>(table: T) -> T {
    plans(rounds(signed_in(without_account(table))))
}

/// What opens for anybody, or by a link.
fn without_account<T: Table>(table: T) -> T {
    table
        .get(Door::Anybody, "/", pages::landing::show)
        .get(Door::Anybody, "/start", pages::landing::back)
        .post(Door::Anybody, "/start", pages::landing::start)
        .get(Door::Anybody, "/check", pages::check::show)
        .post(Door::Anybody, "/check", pages::check::take)
        .get(Door::Link, "/check/{token}", pages::check::result)
        .post(Door::Link, "/check/{token}", pages::check::go_on)
        .get(Door::Link, "/check/{token}/report.pdf", downloads::check_pdf)
        .get(Door::Anybody, "/sample", pages::results::invented)
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
        .get(Door::Link, "/manage/{token}/report.xlsx", downloads::tables)
        .get(Door::Link, "/manage/{token}/report.csv", downloads::tables)
        .get(Door::Link, "/manage/{token}/report.json", downloads::tables)
        .get(Door::Link, "/report/{token}", pages::rounds::sent)
        .get(Door::Link, "/report/{token}/report.pdf", downloads::sent_pdf)
        .get(Door::Anybody, "/setup", pages::setup::show)
        .get(Door::Link, "/setup/{token}", pages::setup::by_link)
        .post(Door::Link, "/setup/{token}", pages::setup::post)
        .get(Door::Anybody, "/login", pages::login::show)
        .post(Door::Anybody, "/login", pages::login::post)
        .get(Door::Anybody, "/login/code", pages::login::code)
        .post(Door::Anybody, "/login/code", pages::login::post_code)
        .post(Door::SignedIn, "/logout", pages::login::logout)
        .get(Door::Link, "/invitation/{token}", pages::invitation::show)
        .post(Door::Link, "/invitation/{token}", pages::invitation::post)
        .get(Door::Anybody, "/forgot", pages::invitation::forgot)
        .post(Door::Anybody, "/forgot", pages::invitation::post_forgot)
        .get(Door::Link, "/reset/{token}", pages::invitation::show_reset)
        .post(Door::Link, "/reset/{token}", pages::invitation::post_reset)
}

/// What opens for people who have signed in.
fn signed_in<T: Table>(table: T) -> T {
    table
        .get(Door::SignedIn, "/dashboard", pages::dashboard::show)
        .get(Door::SignedIn, "/search", pages::dashboard::find)
        .get(Door::SignedIn, "/teams", pages::teams::list)
        .get(Door::SignedIn, "/teams/new", pages::teams::new)
        .post(Door::SignedIn, "/teams/new", pages::teams::make)
        .get(Door::SignedIn, "/teams/overview", pages::teams::overview)
        .get(Door::SignedIn, "/compare", pages::compare::show)
        .get(Door::SignedIn, "/compare.pdf", downloads::comparison_pdf)
        .get(Door::SignedIn, "/teams/{id}", pages::teams::one)
        .post(Door::SignedIn, "/teams/{id}", pages::teams::change)
        .get(Door::SignedIn, "/teams/{id}/members", pages::teams::take_out_asked)
        .post(Door::SignedIn, "/teams/{id}/members", pages::teams::members)
        .post(Door::SignedIn, "/teams/{id}/invite", pages::teams::invite)
        .get(Door::SignedIn, "/teams/{id}/archive", pages::teams::archive_asked)
        .post(Door::SignedIn, "/teams/{id}/archive", pages::teams::archive)
        .get(Door::SignedIn, "/admin", pages::admin::hub)
        .get(Door::SignedIn, "/admin/people", pages::admin::people)
        .get(Door::SignedIn, "/admin/people/new", pages::admin::new_person)
        .post(Door::SignedIn, "/admin/people/new", pages::admin::invite)
        .get(Door::SignedIn, "/admin/people/{id}", pages::admin::person)
        .post(Door::SignedIn, "/admin/people/{id}", pages::admin::change)
        .post(Door::SignedIn, "/admin/people/{id}/link", pages::admin::link)
        .get(Door::SignedIn, "/admin/people/{id}/switch", pages::admin::switch_asked)
        .post(Door::SignedIn, "/admin/people/{id}/switch", pages::admin::switch)
        .get(Door::SignedIn, "/admin/people/{id}/delete", pages::admin::delete_asked)
        .post(Door::SignedIn, "/admin/people/{id}/delete", pages::admin::delete)
        .get(Door::SignedIn, "/admin/units", pages::admin::units)
        .post(Door::SignedIn, "/admin/units", pages::admin::add_unit)
        .get(Door::SignedIn, "/admin/units/{id}", pages::admin::unit)
        .post(Door::SignedIn, "/admin/units/{id}", pages::admin::change_unit)
        .get(Door::SignedIn, "/admin/units/{id}/delete", pages::admin::delete_unit_asked)
        .post(Door::SignedIn, "/admin/units/{id}/delete", pages::admin::delete_unit)
        .get(Door::SignedIn, "/admin/settings", pages::admin::settings)
        .post(Door::SignedIn, "/admin/settings", pages::admin::keep)
        .get(Door::SignedIn, "/admin/letterhead", pages::admin::letterhead)
        .get(Door::SignedIn, "/admin/letterhead/logo", pages::admin::logo)
        .post(Door::SignedIn, "/admin/letterhead", pages::admin::keep_letterhead)
        .get(Door::SignedIn, "/admin/import", pages::admin::importing)
        .post(Door::SignedIn, "/admin/import", pages::admin::import)
        .get(Door::SignedIn, "/account", pages::account::show)
        .post(Door::SignedIn, "/account", pages::account::post)
        .get(Door::SignedIn, "/account/password", pages::account::password)
        .post(Door::SignedIn, "/account/password", pages::account::post_password)
        .get(Door::SignedIn, "/account/second-factor", pages::account::factor)
        .post(Door::SignedIn, "/account/second-factor", pages::account::post_factor)
        .get(Door::SignedIn, "/account/sessions", pages::account::sessions)
        .post(Door::SignedIn, "/account/sessions", pages::account::end_sessions)
        .get(Door::SignedIn, "/rounds/{id}/results", pages::results::show_round)
        .get(Door::SignedIn, "/rounds/{id}/report.pdf", downloads::round_pdf)
        .get(Door::SignedIn, "/rounds/{id}/report.xlsx", downloads::round_tables)
        .get(Door::SignedIn, "/rounds/{id}/report.csv", downloads::round_tables)
        .get(Door::SignedIn, "/rounds/{id}/report.json", downloads::round_tables)
        .get(Door::SignedIn, "/manage/{token}/claim", pages::claim::show)
        .post(Door::SignedIn, "/manage/{token}/claim", pages::claim::claim)
        .get(Door::SignedIn, "/admin/audit", pages::audit::show)
        .get(Door::SignedIn, "/admin/audit.csv", pages::audit::csv)
        .get(Door::SignedIn, "/account/data", pages::own_data::show)
        .get(Door::SignedIn, "/account/data.json", pages::own_data::json)
        .get(Door::SignedIn, "/account/delete", pages::own_data::leaving)
        .post(Door::SignedIn, "/account/delete", pages::own_data::leave)
}

/// The entries about rounds, for people with accounts.
fn rounds<T: Table>(table: T) -> T {
    table
        .get(Door::SignedIn, "/rounds/new", pages::rounds::new)
        .post(Door::SignedIn, "/rounds/new", pages::rounds::make)
        .get(Door::SignedIn, "/rounds/{id}", pages::rounds::show)
        .post(Door::SignedIn, "/rounds/{id}/answer", pages::rounds::answer)
        .post(Door::SignedIn, "/rounds/{id}/share", pages::rounds::share)
        .get(Door::SignedIn, "/rounds/{id}/meeting", pages::meeting::screen::show)
        .post(Door::SignedIn, "/rounds/{id}/meeting", pages::meeting::screen::act)
        .get(Door::SignedIn, "/rounds/{id}/meeting/live", pages::meeting::screen::live)
        .get(Door::Link, "/vote/{token}", pages::meeting::phone::show)
        .post(Door::Link, "/vote/{token}", pages::meeting::phone::act)
        .get(Door::Link, "/vote/{token}/live", pages::meeting::phone::live)
        .get(Door::SignedIn, "/rounds/{id}/invitations", pages::rounds::invitations)
        .post(Door::SignedIn, "/rounds/{id}/invitations", pages::rounds::invite)
        .post(Door::SignedIn, "/rounds/{id}/invitations/replace", pages::rounds::replace)
        .post(Door::SignedIn, "/rounds/{id}/invitations/withdraw", pages::rounds::withdraw)
        .get(Door::SignedIn, "/rounds/{id}/remind", pages::rounds::remind_asked)
        .post(Door::SignedIn, "/rounds/{id}/remind", pages::rounds::remind)
        .get(Door::SignedIn, "/rounds/{id}/report-links", pages::rounds::report_links)
        .post(Door::SignedIn, "/rounds/{id}/report-links", pages::rounds::share_report)
        .post(Door::SignedIn, "/rounds/{id}/report-links/withdraw", pages::rounds::withdraw_report)
        .get(Door::SignedIn, "/rounds/{id}/edit", pages::rounds::edit)
        .post(Door::SignedIn, "/rounds/{id}/edit", pages::rounds::change)
        .post(Door::SignedIn, "/rounds/{id}/open", pages::rounds::open)
        .get(Door::SignedIn, "/rounds/{id}/close", pages::rounds::close_asked)
        .post(Door::SignedIn, "/rounds/{id}/close", pages::rounds::close)
        .get(Door::SignedIn, "/rounds/{id}/reopen", pages::rounds::reopen_asked)
        .post(Door::SignedIn, "/rounds/{id}/reopen", pages::rounds::reopen)
        .post(Door::SignedIn, "/rounds/{id}/publish", pages::rounds::publish)
        .get(Door::SignedIn, "/rounds/{id}/delete", pages::rounds::delete_asked)
        .post(Door::SignedIn, "/rounds/{id}/delete", pages::rounds::delete)
}

/// The entries about plans and worksheets.
fn plans<T: Table>(table: T) -> T {
    table
        .get(Door::SignedIn, "/plan", pages::plan::all)
        .get(Door::SignedIn, "/rounds/{id}/worksheet", pages::rounds::worksheet)
        .post(Door::SignedIn, "/rounds/{id}/worksheet", pages::rounds::keep_worksheet)
        .get(Door::SignedIn, "/teams/{id}/plan", pages::plan::team)
        .get(Door::SignedIn, "/teams/{id}/plan/new", pages::plan::new)
        .post(Door::SignedIn, "/teams/{id}/plan/new", pages::plan::add)
        .get(Door::SignedIn, "/teams/{id}/plan/{action}", pages::plan::edit)
        .post(Door::SignedIn, "/teams/{id}/plan/{action}", pages::plan::change)
        .post(Door::SignedIn, "/teams/{id}/plan/{action}/status", pages::plan::status)
        .get(Door::SignedIn, "/teams/{id}/plan/{action}/delete", pages::plan::delete_asked)
        .post(Door::SignedIn, "/teams/{id}/plan/{action}/delete", pages::plan::delete)
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
        .layer(from_fn_with_state(state.clone(), limits::by_address))
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
