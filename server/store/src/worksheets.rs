//! Worksheets: what a team has typed about the worth of an investment, a round each.

use domain::ids::RoundId;
use domain::roi::Sheet;

use crate::audit::Happened;
use crate::conn::{Snapshot, Tx};
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::{exec, rows, value};

/// Keeps a worksheet in the place of the one before.
#[derive(Clone, Debug)]
pub struct KeepWorksheet {
    /// The round.
    pub round_id: RoundId,
    /// What was typed.
    pub sheet: Sheet,
    /// The version that was changed; 0 if there was none.
    pub seen: i64,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

/// What became of a [`KeepWorksheet`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorksheetKept {
    /// It is kept.
    Kept,
    /// The same was there already.
    Same,
    /// Somebody else changed it since. Nothing was changed.
    Stale,
}

struct LineRow {
    line: String,
    low: String,
    base: String,
    high: String,
}

impl Command for KeepWorksheet {
    type Outcome = WorksheetKept;

    async fn run(&self, tx: &mut Tx) -> Result<WorksheetKept, StoreError> {
        let round = self.round_id.uuid();
        let taken = exec!(
            &mut tx.conn,
            "INSERT INTO worksheet (round_id, version, changed_at)
            SELECT $1, 1, $3 WHERE $2 = CAST(0 AS BIGINT)
                OR EXISTS (SELECT 1 FROM worksheet w WHERE w.round_id = $1)
            ON CONFLICT (round_id) DO UPDATE SET version = worksheet.version + 1, changed_at = excluded.changed_at
            WHERE worksheet.version = $2",
            round,
            self.seen,
            self.at
        )?;
        if taken == 0 {
            // Run a second time, it finds what it wrote the first time.
            let (there, _) = tx.worksheet(self.round_id).await?;
            return Ok(if there == self.sheet { WorksheetKept::Same } else { WorksheetKept::Stale });
        }
        exec!(&mut tx.conn, "DELETE FROM worksheet_line WHERE round_id = $1", round)?;
        for (line, [low, base, high]) in self.sheet.given() {
            [low, base, high].into_iter().try_for_each(|text| storable(text))?;
            exec!(
                &mut tx.conn,
                "INSERT INTO worksheet_line (round_id, line, low, base, high) VALUES ($1, $2, $3, $4, $5)",
                round,
                line,
                low,
                base,
                high
            )?;
        }
        Ok(WorksheetKept::Kept)
    }
}

impl Happened for KeepWorksheet {
    fn happened(outcome: &WorksheetKept) -> bool {
        *outcome == WorksheetKept::Kept
    }
}

impl Snapshot {
    /// The worksheet of a round and its version: an empty one of version 0 if nothing was kept.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn worksheet(&mut self, round: RoundId) -> Result<(Sheet, i64), StoreError> {
        let version = value!(&mut self.conn, "SELECT version FROM worksheet WHERE round_id = $1", round.uuid())?;
        let found = rows!(
            &mut self.conn,
            LineRow,
            "SELECT line, low, base, high FROM worksheet_line WHERE round_id = $1",
            round.uuid()
        )?;
        let lines = found.into_iter().map(|LineRow { line, low, base, high }| (line, [low, base, high]));
        Ok((Sheet::kept(lines), version.unwrap_or(0)))
    }
}
