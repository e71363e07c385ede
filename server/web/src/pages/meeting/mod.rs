//! `/rounds/{id}/meeting`: the screen of a meeting, and `/vote/{token}`: its telephones.

pub mod phone;
pub mod screen;

use app::rendered::Rendered;
use app::shell::fragment;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::http::header::{HeaderName, HeaderValue};
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;

/// Tells the page's script that the answer is the part that it asked for.
const LIVE_PART: HeaderName = HeaderName::from_static("live-part");

/// What the page's script says that is shown.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    #[serde(default)]
    seen: String,
}

type Seen = Query<Shown>;

/// A part of a page by itself.
fn part(status: StatusCode, part: Rendered) -> Response {
    let mut response = (status, Html(fragment(part))).into_response();
    response.headers_mut().insert(LIVE_PART, HeaderValue::from_static("1"));
    response
}
