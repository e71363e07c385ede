//! Reading answers.

use domain::ids::ResponseId;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::{rows, value};

/// The current value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAnswer {
    /// The form field's name.
    pub field: String,
    /// What was entered; empty once cleared.
    pub value: String,
    /// 1 for the first value, one more with every change.
    pub version: i64,
}

/// A value that a field has or had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Its version.
    pub version: i64,
    /// What was entered; empty where the field was cleared.
    pub value: String,
    /// On which day, in microseconds since 1970.
    pub changed_day: i64,
}

/// A value that a field of a response has or had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldHistory {
    /// The form field's name.
    pub field: String,
    /// Its version.
    pub version: i64,
    /// What was entered; empty where the field was cleared.
    pub value: String,
    /// On which day, in microseconds since 1970.
    pub changed_day: i64,
}

impl Snapshot {
    /// The fields of a response that were ever filled in, by name.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn answers_of_response(&mut self, response: ResponseId) -> Result<Vec<StoredAnswer>, StoreError> {
        rows!(
            &mut self.conn,
            StoredAnswer,
            "SELECT field, value, version FROM answer WHERE response_id = $1 ORDER BY field",
            response.uuid()
        )
    }

    /// Every value that a field has had, the current one included, oldest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn history_of(&mut self, response: ResponseId, field: &str) -> Result<Vec<HistoryEntry>, StoreError> {
        rows!(
            &mut self.conn,
            HistoryEntry,
            "SELECT version, value, changed_day FROM answer_history
            WHERE response_id = $1 AND field = $2 ORDER BY version",
            response.uuid(),
            field
        )
    }

    /// Every value that any field of a response has had, by field, oldest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn history_of_response(&mut self, response: ResponseId) -> Result<Vec<FieldHistory>, StoreError> {
        rows!(
            &mut self.conn,
            FieldHistory,
            "SELECT field, version, value, changed_day FROM answer_history
            WHERE response_id = $1 ORDER BY field, version",
            response.uuid()
        )
    }

    /// What a field held in one of its versions; `None` if it never had that version.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn value_at(
        &mut self,
        response: ResponseId,
        field: &str,
        version: i64,
    ) -> Result<Option<String>, StoreError> {
        value!(
            &mut self.conn,
            "SELECT value FROM answer_history WHERE response_id = $1 AND field = $2 AND version = $3",
            response.uuid(),
            field,
            version
        )
    }
}
