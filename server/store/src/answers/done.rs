//! Saves that were done: what to answer when one is sent again.

use domain::ids::ResponseId;

use super::save::Kept;
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::sql::{exec, value};

/// The first key that a response's commands can have.
pub(crate) fn done_from(response: ResponseId) -> String {
    format!("{response}/")
}

/// The first key behind them: `0` follows `/`.
pub(crate) fn done_to(response: ResponseId) -> String {
    format!("{response}0")
}

/// The outcome of a save that was done under this key.
pub(super) async fn recall(tx: &mut Tx, response: ResponseId, key: &str) -> Result<Option<Vec<Kept>>, StoreError> {
    storable(key)?;
    let stored_key = format!("{}{key}", done_from(response));
    let Some(outcome) = value!(&mut tx.conn, "SELECT outcome FROM command_done WHERE key = $1", stored_key)? else {
        return Ok(None);
    };
    let fields: Vec<(String, i64)> = serde_json::from_str(&outcome)
        .map_err(|_| StoreError::Inconsistent { what: "the outcome of a save cannot be read" })?;
    Ok(Some(fields.into_iter().map(|(field, version)| Kept { field, version }).collect()))
}

/// Notes what a save has done.
pub(super) async fn remember(
    tx: &mut Tx,
    response: ResponseId,
    key: &str,
    kept: &[Kept],
    day: i64,
) -> Result<(), StoreError> {
    let fields: Vec<(&str, i64)> = kept.iter().map(|kept| (kept.field.as_str(), kept.version)).collect();
    let outcome = serde_json::to_string(&fields)
        .map_err(|_| StoreError::Inconsistent { what: "the outcome of a save cannot be written" })?;
    exec!(
        &mut tx.conn,
        "INSERT INTO command_done (key, outcome, created_day) VALUES ($1, $2, $3)",
        format!("{}{key}", done_from(response)),
        outcome,
        day
    )?;
    Ok(())
}
