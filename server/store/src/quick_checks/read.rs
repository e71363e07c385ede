//! Reading quick checks.

use std::collections::BTreeMap;

use domain::links::CheckKey;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::rows;

/// A quick check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickCheck {
    /// The instrument that was answered.
    pub instrument_id: String,
    /// And its version.
    pub instrument_version: String,
    /// Answers by the id of their question.
    pub answers: BTreeMap<String, String>,
    /// On which day, in microseconds since 1970.
    pub created_day: i64,
}

struct QuickCheckRow {
    instrument_id: String,
    instrument_version: String,
    answers: String,
    created_day: i64,
}

impl TryFrom<QuickCheckRow> for QuickCheck {
    type Error = StoreError;

    fn try_from(row: QuickCheckRow) -> Result<Self, StoreError> {
        let QuickCheckRow { instrument_id, instrument_version, answers, created_day } = row;
        let answers = serde_json::from_str(&answers)
            .map_err(|_| StoreError::Inconsistent { what: "the answers of a quick check cannot be read" })?;
        Ok(Self { instrument_id, instrument_version, answers, created_day })
    }
}

impl Snapshot {
    /// The quick check that a link opens.
    ///
    /// # Errors
    /// If the database does not answer, or what is stored is no object of answers.
    pub async fn quick_check_by_key(&mut self, key: &CheckKey) -> Result<Option<QuickCheck>, StoreError> {
        let found = rows!(
            &mut self.conn,
            QuickCheckRow,
            "SELECT instrument_id, instrument_version, answers, created_day FROM quick_check WHERE key = $1",
            key.as_str()
        )?;
        found.into_iter().next().map(QuickCheck::try_from).transpose()
    }
}
