//! Reading a posted form: every field with all its values, in the order they came.

use app::pages::problem::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use usecases::respond::Typed;

use crate::problem::Failure;
use crate::render::Frame;

/// A posted form.
#[derive(Clone, Debug, Default)]
pub struct Form(Typed);

impl Form {
    /// The last value of a field; empty if there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.last()).map_or("", String::as_str)
    }

    /// What was typed into a field, as one text.
    pub fn typed(&self, name: &str) -> String {
        self.0.get(name).map(|values| as_one(values)).unwrap_or_default()
    }

    /// All fields.
    pub fn fields(&self) -> &Typed {
        &self.0
    }
}

/// The values of a field as one text, to show them again where they were typed.
pub fn as_one(values: &[String]) -> String {
    let typed: Vec<&str> = values.iter().map(String::as_str).filter(|value| !value.is_empty()).collect();
    typed.join(";")
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let frame = Frame::of(request.extensions());
        let unreadable = || Failure::new(&frame, Problem::Unreadable);
        let kind = request.headers().get(CONTENT_TYPE).map(|value| value.to_str().unwrap_or("?"));
        let is_form = kind.is_none_or(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        let body = Bytes::from_request(request, state).await.map_err(|rejection| {
            let too_large = rejection.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE;
            Failure::new(&frame, if too_large { Problem::TooLarge } else { Problem::Unreadable })
        })?;
        if !is_form && !body.is_empty() {
            return Err(unreadable());
        }
        let mut fields = Typed::new();
        for (name, value) in url::form_urlencoded::parse(&body) {
            fields.entry(name.into_owned()).or_default().push(value.into_owned());
        }
        Ok(Self(fields))
    }
}
