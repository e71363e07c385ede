//! Rounds that something has to happen to by now, and deleting their answers.

use std::sync::Arc;

use domain::ids::{OrganisationId, RoundId};
use domain::privacy::Publication;
use uuid::Uuid;

use super::events::Event;
use super::turn::Turn;
use crate::audit::Happened;
use crate::conn::{Snapshot, Tx};
use crate::error::StoreError;
use crate::execute::Command;
use crate::lock::Use;
use crate::publications::{NewPublication, forget_answers, insert, note_standing};
use crate::sql::{exec, rows};

/// Rounds that are turned at one go.
const MOST: i64 = 100;

/// A round that something has to happen to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The round.
    pub round_id: RoundId,
    /// Whose it is.
    pub organisation_id: OrganisationId,
    /// What has to happen; `None` for deleting its answers.
    pub turn: Option<Turn>,
}

struct DueRow {
    id: Uuid,
    organisation_id: Uuid,
    what: String,
}

impl Snapshot {
    /// Rounds that are to be opened, closed or emptied by `now`, some of them at a time.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn rounds_due(&mut self, now: i64) -> Result<Vec<Due>, StoreError> {
        let found = rows!(
            &mut self.conn,
            DueRow,
            r#"SELECT id AS "id!: _", organisation_id AS "organisation_id!: _", what AS "what!" FROM (
                SELECT id, organisation_id, 'open' AS what FROM round WHERE state = 'draft' AND opens_at <= $1
                UNION ALL SELECT id, organisation_id, 'close' FROM round WHERE state = 'open' AND closes_at <= $1
                UNION ALL SELECT id, organisation_id, 'erase' FROM round
                    WHERE erased_at IS NULL AND erase_at <= $1
            ) AS due LIMIT CAST($2 AS BIGINT)"#,
            now,
            MOST
        )?;
        let read = |DueRow { id, organisation_id, what }| Due {
            round_id: RoundId::new(id),
            organisation_id: OrganisationId::new(organisation_id),
            turn: match what.as_str() {
                "open" => Some(Turn::Open),
                "close" => Some(Turn::Close),
                _ => None,
            },
        };
        Ok(found.into_iter().map(read).collect())
    }
}

/// Deletes every answer of a closed round with all that hangs on it. The round stays, and says so.
#[derive(Clone, Debug)]
pub struct EraseAnswers {
    /// The round.
    pub round_id: RoundId,
    /// What is kept in place of a publication that is not confidential; of a confidential one the figures stay.
    pub lasting: Option<Arc<Publication>>,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for EraseAnswers {
    /// Whether there was something to delete.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        tx.lock_round(self.round_id, Use::Alone).await?;
        let id = self.round_id.uuid();
        let erased = exec!(
            &mut tx.conn,
            "UPDATE round SET erased_at = $2
            WHERE id = $1 AND erased_at IS NULL AND state IN ('closed', 'published')",
            id,
            self.at
        )?;
        if erased == 0 {
            return Ok(false);
        }
        for response in tx.responses_of_round(self.round_id).await? {
            let (from, to) = (crate::answers::done_from(response.id), crate::answers::done_to(response.id));
            exec!(&mut tx.conn, "DELETE FROM command_done WHERE key >= $1 AND key < $2", from, to)?;
        }
        exec!(
            &mut tx.conn,
            "DELETE FROM publication WHERE round_id = (SELECT id FROM round WHERE id = $1 AND mode <> 'confidential')",
            id
        )?;
        forget_answers(tx, self.round_id).await?;
        if let Some(lasting) = &self.lasting {
            let closed_at = tx.closing_of(self.round_id).await?.unwrap_or(0);
            let one = NewPublication { round_id: self.round_id, number: 1, closed_at, at: self.at, seed: 0 };
            insert(tx, &one, lasting).await?;
        }
        note_standing(tx, self.round_id).await?;
        exec!(&mut tx.conn, "DELETE FROM response WHERE round_id = $1", id)?;
        exec!(&mut tx.conn, "DELETE FROM invitation WHERE round_id = $1", id)?;
        tx.round_event(self.round_id, Event::Erased, None, self.at).await?;
        Ok(true)
    }
}

impl Happened for EraseAnswers {
    fn happened(erased: &bool) -> bool {
        *erased
    }
}
