//! Keeping a quick check.

use std::collections::BTreeMap;

use domain::links::CheckKey;

use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::exec;

/// Keeps a quick check, which never changes afterwards. Run again with the same key it changes nothing.
#[derive(Clone, Debug)]
pub struct SaveQuickCheck {
    /// From the new link.
    pub key: CheckKey,
    /// The instrument that was answered.
    pub instrument_id: String,
    /// And its version.
    pub instrument_version: String,
    /// Answers by the id of their question.
    pub answers: BTreeMap<String, String>,
    /// Today, in microseconds since 1970.
    pub day: i64,
}

impl Command for SaveQuickCheck {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        for text in self.answers.iter().flat_map(|(id, value)| [id, value]) {
            storable(text)?;
        }
        let answers = serde_json::to_string(&self.answers)
            .map_err(|_| StoreError::Inconsistent { what: "the answers of a quick check cannot be written" })?;
        exec!(
            &mut tx.conn,
            "INSERT INTO quick_check (key, instrument_id, instrument_version, answers, created_day)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (key) DO NOTHING",
            self.key.as_str(),
            self.instrument_id,
            self.instrument_version,
            answers,
            self.day
        )?;
        Ok(())
    }
}
