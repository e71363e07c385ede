//! Erasing one's own answers.

use domain::links::ResponseKey;

use crate::answers::{done_from, done_to};
use crate::conn::Tx;
use crate::error::{StoreError, one};
use crate::execute::Command;
use crate::publications::forget_response;
use crate::sql::exec;

/// Erases a response with its answers and their history, whatever state it or its round is in.
///
/// The invitation stays: it says that a link was used, and nothing of by whom or for what.
#[derive(Clone, Debug)]
pub struct EraseResponse {
    /// From the respondent's link.
    pub response_key: ResponseKey,
}

/// What became of an [`EraseResponse`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erased {
    /// Nothing of it is left.
    Erased,
    /// No response has this link, perhaps since this command's first run.
    Unknown,
}

impl Command for EraseResponse {
    type Outcome = Erased;

    async fn run(&self, tx: &mut Tx) -> Result<Erased, StoreError> {
        let Some(response) = tx.locked_response(&self.response_key).await? else { return Ok(Erased::Unknown) };
        forget_response(tx, response.id).await?;
        exec!(
            &mut tx.conn,
            "DELETE FROM command_done WHERE key >= $1 AND key < $2",
            done_from(response.id),
            done_to(response.id)
        )?;
        one(exec!(&mut tx.conn, "DELETE FROM response WHERE id = $1", response.id.uuid())?)?;
        Ok(Erased::Erased)
    }
}
