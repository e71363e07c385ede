//! Whether the process lives, and whether it can do its work.

use axum::extract;
use axum::http::StatusCode;

use crate::state::State;

/// Alive: asks nothing of the database.
pub async fn alive() -> &'static str {
    "alive\n"
}

/// Ready: the database answers and has every migration.
pub async fn ready(extract::State(state): extract::State<State>) -> (StatusCode, &'static str) {
    match state.app.ready().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(error = &error as &dyn std::error::Error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready: the database does not answer or lacks a migration\n")
        }
    }
}
