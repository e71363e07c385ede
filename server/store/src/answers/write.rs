//! The statements behind a save.

use std::collections::HashMap;

use domain::ids::ResponseId;
use domain::pace::Pace;

use super::read::StoredAnswer;
use super::save::{Change, Write};
use crate::conn::Tx;
use crate::error::{StoreError, one};
use crate::sql::{exec, rows};

/// Value and version by field.
pub(super) type Current = HashMap<String, (String, i64)>;

impl Tx {
    /// What the changed fields hold now: one row for the usual save of one field, else the response's rows at once.
    pub(super) async fn current_answers(
        &mut self,
        response: ResponseId,
        changes: &[&Change],
    ) -> Result<Current, StoreError> {
        let found = match changes {
            [] => Vec::new(),
            [only] => rows!(
                &mut self.conn,
                StoredAnswer,
                "SELECT field, value, version FROM answer WHERE response_id = $1 AND field = $2",
                response.uuid(),
                only.field
            )?,
            _ => self.answers_of_response(response).await?,
        };
        Ok(found.into_iter().map(|StoredAnswer { field, value, version }| (field, (value, version))).collect())
    }

    /// Adds to the response's pace.
    pub(super) async fn add_pace(&mut self, response: ResponseId, pace: Pace) -> Result<(), StoreError> {
        one(exec!(
            &mut self.conn,
            "UPDATE response SET pace_seconds = pace_seconds + $2, pace_items = pace_items + $3 WHERE id = $1",
            response.uuid(),
            pace.seconds,
            pace.items
        )?)
    }

    pub(super) async fn write_answers(
        &mut self,
        response: ResponseId,
        writes: &[Write<'_>],
        day: i64,
    ) -> Result<(), StoreError> {
        for Write { field, value, version } in writes {
            // The condition holds under the lock; should it ever not, nothing is overwritten.
            one(exec!(
                &mut self.conn,
                "INSERT INTO answer (response_id, field, value, version, changed_day) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (response_id, field)
                DO UPDATE SET value = excluded.value, version = excluded.version, changed_day = excluded.changed_day
                WHERE answer.version = excluded.version - 1",
                response.uuid(),
                *field,
                *value,
                *version,
                day
            )?)?;
            one(exec!(
                &mut self.conn,
                "INSERT INTO answer_history (response_id, field, version, value, changed_day)
                VALUES ($1, $2, $3, $4, $5)",
                response.uuid(),
                *field,
                *version,
                *value,
                day
            )?)?;
        }
        Ok(())
    }
}
