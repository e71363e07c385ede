//! A page's GET and POST, together at the page's own address.

pub mod account;
pub mod admin;
pub mod audit;
pub mod autosave;
pub mod check;
pub mod claim;
pub mod compare;
pub mod dashboard;
pub mod history;
pub mod invitation;
pub mod join;
pub mod landing;
pub mod login;
pub mod manage;
pub mod meeting;
pub mod own_data;
pub mod plan;
pub mod respond;
pub mod results;
pub mod rounds;
pub mod setup;
pub mod styleguide;
pub mod teams;

use app::components::form::Faults;
use app::shell::Page;
use axum::http::header::HOST;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use store::Round;
use usecases::{Error, FieldError};

use crate::problem::Failure;
use crate::render::Frame;
use crate::state::Settings;

/// Goes on with a GET, so that reloading does not post again.
fn see_other(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// Answers a form. What was done leads on as `done` says; what was refused comes back as the page that it was sent from
/// (422): `before` looks up what that page shows, with what was typed, and `page` puts the messages into it.
async fn answered<V>(
    frame: &Frame,
    done: Result<Response, Error>,
    before: impl Future<Output = Result<V, Error>>,
    page: impl FnOnce(V, Faults) -> Page,
) -> Result<Response, Failure> {
    let fail = |error: Error| Failure::of(frame, &error);
    match done {
        Ok(response) => Ok(response),
        Err(Error::Invalid(refused)) => {
            let view = before.await.map_err(fail)?;
            Ok(frame.show_as(StatusCode::UNPROCESSABLE_ENTITY, || page(view, faults(refused))))
        }
        Err(error) => Err(fail(error)),
    }
}

/// A use case's messages, as a page shows them.
fn faults(faults: Vec<FieldError>) -> Faults {
    Faults::new(faults.into_iter().map(|fault| (fault.field, fault.message)))
}

/// "Payments Risk · November 2026"
fn place_of(round: &Round) -> String {
    format!("{} · {}", round.team_name, round.name)
}

/// The whole address of a path, as people can send it on.
fn absolute(settings: &Settings, headers: &HeaderMap, path: &str) -> String {
    if let Some(public) = &settings.public_url {
        return format!("{public}{path}");
    }
    // Shown only to the client that sent it.
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).and_then(|host| host.parse::<Authority>().ok());
    host.map_or_else(|| path.to_owned(), |host| format!("http://{host}{path}"))
}
