//! A page as a response.

use std::convert::Infallible;

use app::shell::{Page, Viewer, document};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Extensions, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use usecases::accounts::Caller;

use crate::assets;
use crate::headers::{Demonstration, Nonce};

/// What the document needs of the request.
#[derive(Clone, Debug)]
pub struct Frame(pub app::shell::Frame);

impl Frame {
    /// From a request's extensions, where the nonce was put.
    pub fn of(extensions: &Extensions) -> Self {
        let nonce = extensions.get::<Nonce>().map(|nonce| nonce.0.clone()).unwrap_or_default();
        let viewer =
            extensions.get::<Caller>().map(|caller| Viewer { name: caller.shown().to_owned(), right: caller.right() });
        let demo = extensions.get::<Demonstration>().is_some();
        Self(app::shell::Frame { nonce, assets: assets::folder().to_owned(), viewer, demo })
    }

    /// For a page without a script, where no request is at hand.
    pub fn bare() -> Self {
        Self::of(&Extensions::new())
    }

    /// Renders a page with status 200.
    pub fn show(&self, page: impl FnOnce() -> Page) -> Response {
        self.show_as(StatusCode::OK, page)
    }

    /// Renders a page with another status.
    pub fn show_as(&self, status: StatusCode, page: impl FnOnce() -> Page) -> Response {
        (status, Html(document(&self.0, page))).into_response()
    }
}

impl<S: Sync> FromRequestParts<S> for Frame {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.extensions))
    }
}
