//! Responses: the answers of one respondent in a round.

mod erase;
mod read;
mod rename;
mod submit;

pub use erase::{EraseResponse, Erased};
pub use read::{Response, ResponseSummary};
pub use rename::{RenameResponse, Renamed};
pub use submit::{ReopenResponse, Reopened, Submission, SubmitResponse};

use domain::ids::{ResponseId, RoundId};
use domain::links::ResponseKey;
use domain::round::{ResponseState, RoundState};
use uuid::Uuid;

use crate::conn::Tx;
use crate::error::StoreError;
use crate::lock::Use;
use crate::sql::rows;

/// A response that a command has to itself, in a round that stays as it is until the command ends.
pub(crate) struct Locked {
    pub(crate) id: ResponseId,
    pub(crate) submitted: bool,
    pub(crate) round_open: bool,
}

struct Ids {
    id: Uuid,
    round_id: Uuid,
}

struct States {
    state: String,
    round_state: String,
}

impl Tx {
    /// Finds the response of a link and locks it.
    pub(crate) async fn locked_response(&mut self, key: &ResponseKey) -> Result<Option<Locked>, StoreError> {
        let ids = rows!(
            &mut self.conn,
            Ids,
            r#"SELECT id AS "id: _", round_id AS "round_id: _" FROM response
            WHERE id = (SELECT id FROM response WHERE key = $1
                UNION ALL SELECT response_id FROM response_link WHERE key = $1 LIMIT 1)"#,
            key.as_str()
        )?;
        let Some(Ids { id, round_id }) = ids.into_iter().next() else { return Ok(None) };
        let id = ResponseId::new(id);
        self.lock_round(RoundId::new(round_id), Use::Shared).await?;
        self.lock_response(id).await?;
        // Only what is read behind the lock holds.
        let states = rows!(
            &mut self.conn,
            States,
            "SELECT p.state, r.state AS round_state FROM response p JOIN round r ON r.id = p.round_id WHERE p.id = $1",
            id.uuid()
        )?;
        Ok(states.into_iter().next().map(|States { state, round_state }| Locked {
            id,
            submitted: state == ResponseState::Submitted.word(),
            round_open: round_state == RoundState::Open.word(),
        }))
    }
}
