//! The respondent's name.

use domain::links::ResponseKey;

use crate::conn::Tx;
use crate::error::{StoreError, one, storable};
use crate::execute::Command;
use crate::sql::exec;

/// Changes the name that a response bears in a named round; one of a confidential round never bears any.
#[derive(Clone, Debug)]
pub struct RenameResponse {
    /// From the respondent's link.
    pub response_key: ResponseKey,
    /// The new name; may be empty.
    pub label: String,
}

/// What became of a [`RenameResponse`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renamed {
    /// It bears this name now.
    Renamed,
    /// The round takes no answers any more, nor names.
    RoundClosed,
    /// No response has this link.
    Unknown,
}

impl Command for RenameResponse {
    type Outcome = Renamed;

    async fn run(&self, tx: &mut Tx) -> Result<Renamed, StoreError> {
        storable(&self.label)?;
        let Some(response) = tx.locked_response(&self.response_key).await? else { return Ok(Renamed::Unknown) };
        if !response.round_open {
            return Ok(Renamed::RoundClosed);
        }
        one(exec!(
            &mut tx.conn,
            "UPDATE response SET label = CASE
                WHEN (SELECT r.mode FROM round r WHERE r.id = response.round_id) = 'confidential' THEN '' ELSE $2 END
            WHERE id = $1",
            response.id.uuid(),
            self.label
        )?)?;
        Ok(Renamed::Renamed)
    }
}
