//! Single changes from the island.
//!
//! 204 says that everything is committed. Otherwise the body has a line for each thing that is not saved, written as a
//! form: `field` and `message` for what cannot be taken; `field`, `label`, `mine`, `theirs`, `value` and `version` for
//! what was changed elsewhere meanwhile; `message` alone where nothing is saved. The header `saved-versions` names the
//! new version of each field that is saved, also as a form.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use url::form_urlencoded::Serializer;
use usecases::respond::{Origin, Saved, open};
use usecases::{Conflict, Error};

use crate::form::Form;
use crate::problem::{problem_of, status_of};

const SAVED_VERSIONS: HeaderName = HeaderName::from_static("saved-versions");

/// Saves what the island sends.
pub async fn save(State(state): State<crate::State>, Path(token): Path<String>, form: Form) -> Response {
    let saved = async {
        let respondent = open(&state.app, &token).await?;
        respondent.save(&state.app, form.fields(), Origin::Changes).await
    };
    let nothing = |status, message: &str| (status, line(&[("message", message)])).into_response();
    match saved.await {
        Ok(saved) => told(&saved),
        Err(Error::Conflict(Conflict::Submitted)) => nothing(
            StatusCode::CONFLICT,
            "Your response was submitted, perhaps in another tab. Reload this page and reopen it to save this.",
        ),
        Err(Error::Conflict(Conflict::RoundClosed)) => {
            nothing(StatusCode::CONFLICT, "The round is closed. What you typed is kept in this browser.")
        }
        Err(Error::NotFound) => nothing(StatusCode::NOT_FOUND, "This link leads nowhere any more."),
        Err(error) => status_of(problem_of(&error)).into_response(),
    }
}

fn told(saved: &Saved) -> Response {
    let refused = saved.refused.iter().map(|error| line(&[("field", &error.field), ("message", &error.message)]));
    let stale = saved.stale.iter().map(|stale| {
        line(&[
            ("field", &stale.field),
            ("label", &stale.label),
            ("mine", &stale.mine),
            ("theirs", &stale.theirs),
            ("value", &stale.value),
            ("version", &stale.version.to_string()),
        ])
    });
    let body: String = refused.chain(stale).collect();
    let status = match (saved.stale.is_empty(), saved.refused.is_empty()) {
        (true, true) => StatusCode::NO_CONTENT,
        (true, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, _) => StatusCode::CONFLICT,
    };
    let versions = saved.versions.iter().map(|kept| (&kept.field, kept.version.to_string()));
    let versions = Serializer::new(String::new()).extend_pairs(versions).finish();
    let mut response = (status, body).into_response();
    if let Ok(versions) = HeaderValue::from_str(&versions) {
        response.headers_mut().insert(SAVED_VERSIONS, versions);
    }
    response
}

fn line(pairs: &[(&str, &str)]) -> String {
    let mut line = Serializer::new(String::new()).extend_pairs(pairs).finish();
    line.push('\n');
    line
}
