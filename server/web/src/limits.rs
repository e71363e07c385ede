//! How often one address may ask for what needs no account.

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use usecases::limits::Limit;

use crate::client;
use crate::problem::Failure;
use crate::render::Frame;

/// What an entry is limited as, if it is. Signing in has limits of its own, in its use case.
fn limit_of(method: &Method, path: &str) -> Option<Limit> {
    match path {
        "/start" | "/check" | "/check/{token}" if *method == Method::POST => Some(Limit::Start),
        "/join/{token}" => Some(Limit::Join),
        // A report is work for a processor, and a link may be passed on to many.
        path if path.starts_with("/report/") => Some(Limit::Join),
        path if path.starts_with("/respond/") => Some(Limit::Respond),
        path if path.starts_with("/vote/") => Some(Limit::Vote),
        _ => None,
    }
}

/// Refuses what comes too often from one address.
pub async fn by_address(State(state): State<crate::State>, request: Request, next: Next) -> Response {
    let limit = request.extensions().get::<MatchedPath>().and_then(|path| limit_of(request.method(), path.as_str()));
    if let Some(limit) = limit {
        let client = client::of(&state.settings, request.headers(), request.extensions());
        if let Err(error) = client.may(&state.app, limit) {
            return Failure::of(&Frame::of(request.extensions()), &error).into_response();
        }
    }
    next.run(request).await
}
