//! Errors as pages, each with the status that fits it. Logged here, once, where they are handled.

use std::any::Any;

use app::pages::problem::{Problem, page};
use app::shell::document;
use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::response::{Html, IntoResponse, Response};
use store::StoreError;
use tower_http::csrf::ProtectionError;
use usecases::{Conflict, Error};

use crate::render::Frame;

/// An error on its way to a person.
#[derive(Debug)]
pub struct Failure {
    problem: Problem,
    frame: Frame,
    /// Seconds after which it may be tried again.
    again: Option<i64>,
}

impl Failure {
    /// A problem shown as a page.
    pub fn new(frame: &Frame, problem: Problem) -> Self {
        Self { problem, frame: frame.clone(), again: None }
    }

    /// A use case's error.
    pub fn of(frame: &Frame, error: &Error) -> Self {
        let again = if let Error::TooOften { seconds } = error { Some(*seconds) } else { None };
        Self { again, ..Self::new(frame, problem_of(error)) }
    }
}

/// What a use case's error is to a person. Faults are logged here.
pub fn problem_of(error: &Error) -> Problem {
    match error {
        Error::NotFound => Problem::NotFound,
        Error::NotAllowed => Problem::NotAllowed,
        Error::TooOften { .. } => Problem::TooOften,
        Error::Invalid(_) => Problem::Unreadable,
        Error::Conflict(Conflict::RoundClosed) => Problem::RoundClosed,
        Error::Conflict(Conflict::Submitted | Conflict::Stale) => Problem::ChangedElsewhere,
        Error::Conflict(Conflict::UnknownInstrument) => Problem::UnknownInstrument,
        Error::Conflict(Conflict::ByOwnLink) => Problem::ByOwnLink,
        Error::Broken(what) => {
            tracing::error!(what, "a use case broke");
            Problem::Fault
        }
        Error::Unavailable(source) => {
            tracing::error!(error = source as &dyn std::error::Error, "the store failed");
            if matches!(source, StoreError::Busy) { Problem::Busy } else { Problem::NotSaved }
        }
    }
}

/// The status that goes with a problem.
pub fn status_of(problem: Problem) -> StatusCode {
    match problem {
        Problem::NotFound => StatusCode::NOT_FOUND,
        Problem::RoundClosed | Problem::ChangedElsewhere | Problem::UnknownInstrument | Problem::ByOwnLink => {
            StatusCode::CONFLICT
        }
        Problem::TooOften => StatusCode::TOO_MANY_REQUESTS,
        Problem::TooLarge | Problem::NotKept => StatusCode::PAYLOAD_TOO_LARGE,
        Problem::Unreadable => StatusCode::BAD_REQUEST,
        Problem::Foreign | Problem::NotAllowed | Problem::NoAccountFree => StatusCode::FORBIDDEN,
        Problem::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Problem::NotSaved | Problem::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Problem::Fault => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let html = document(&self.frame.0, || page(self.problem, self.frame.0.viewer.as_ref()));
        let mut response = (status_of(self.problem), Html(html)).into_response();
        if let Some(seconds) = self.again {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// Nothing at this address.
pub async fn not_found(frame: Frame) -> Failure {
    Failure::new(&frame, Problem::NotFound)
}

/// An address asked in a way that it does not answer.
pub async fn method_not_allowed(frame: Frame) -> Failure {
    Failure::new(&frame, Problem::MethodNotAllowed)
}

/// A form sent from another site.
pub fn foreign(_: ProtectionError) -> Response {
    Failure::new(&Frame::bare(), Problem::Foreign).into_response()
}

/// A handler panicked: a fault of the program, told without its details.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
pub fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response<Body> {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(panic = text.unwrap_or("without a message"), "a handler panicked");
    Failure::new(&Frame::bare(), Problem::Fault).into_response()
}
