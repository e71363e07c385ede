//! Reading a posted form: every field with all its values, in the order they came.

use std::collections::BTreeMap;

use app::pages::problem::Problem;
use axum::body::Bytes;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use usecases::respond::Typed;

use crate::problem::Failure;
use crate::render::Frame;

/// A posted form, with files as the text that is in them.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: Typed,
    /// Files that are no text.
    no_text: BTreeMap<String, Vec<u8>>,
}

impl Form {
    /// The last value of a field; empty if there is none.
    pub fn get(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.last()).map_or("", String::as_str)
    }

    /// What was typed into a field, as one text.
    pub fn typed(&self, name: &str) -> String {
        self.fields.get(name).map(|values| as_one(values)).unwrap_or_default()
    }

    /// All fields.
    pub fn fields(&self) -> &Typed {
        &self.fields
    }

    /// Whether a file was sent that holds no UTF-8; its field is empty.
    pub fn holds_no_text(&self, name: &str) -> bool {
        self.no_text.contains_key(name)
    }

    /// The bytes of a file; none where no file was chosen.
    pub fn file(&self, name: &str) -> &[u8] {
        self.no_text.get(name).map_or_else(|| self.get(name).as_bytes(), Vec::as_slice)
    }

    /// Fields one after another, as browsers send them unless a page asks for something else.
    fn encoded(body: &[u8]) -> Self {
        let mut form = Self::default();
        for (name, value) in url::form_urlencoded::parse(body) {
            form.fields.entry(name.into_owned()).or_default().push(value.into_owned());
        }
        form
    }

    /// Fields in parts, which is how browsers send files.
    async fn parts(mut parts: Multipart) -> Result<Self, MultipartError> {
        let mut form = Self::default();
        while let Some(part) = parts.next_field().await? {
            let name = part.name().unwrap_or_default().to_owned();
            let text = String::from_utf8(part.bytes().await?.into()).unwrap_or_else(|no_text| {
                form.no_text.insert(name.clone(), no_text.into_bytes());
                String::new()
            });
            form.fields.entry(name).or_default().push(text);
        }
        Ok(form)
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
        let refused = |status: StatusCode| {
            let too_large = status == StatusCode::PAYLOAD_TOO_LARGE;
            Failure::new(&frame, if too_large { Problem::TooLarge } else { Problem::Unreadable })
        };
        let kind = request.headers().get(CONTENT_TYPE).map(|value| value.to_str().unwrap_or("?"));
        if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let parts = Multipart::from_request(request, state).await;
            let parts = parts.map_err(|rejection| refused(rejection.into_response().status()))?;
            return Self::parts(parts).await.map_err(|error| refused(error.status()));
        }
        let is_form = kind.is_none_or(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        let body = Bytes::from_request(request, state).await;
        let body = body.map_err(|rejection| refused(rejection.into_response().status()))?;
        if !is_form && !body.is_empty() {
            return Err(refused(StatusCode::BAD_REQUEST));
        }
        Ok(Self::encoded(&body))
    }
}
