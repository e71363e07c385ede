//! Deleting an account.

use domain::ids::{AccountId, OrganisationId, ResponseId, RoundId};
use uuid::Uuid;

use crate::answers::{done_from, done_to};
use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, one, storable};
use crate::execute::Command;
use crate::lock::Use;
use crate::publications::forget_response;
use crate::sql::{exec, rows};

/// Deletes an account with its sessions, links, codes and memberships. What the log says of it stays, under its id.
#[derive(Clone, Debug)]
pub struct DeleteAccount {
    /// The account.
    pub account_id: AccountId,
    /// Where it belongs.
    pub organisation_id: OrganisationId,
    /// What becomes of its responses in named rounds. A response that a whole team gave stays as it is.
    pub answers: Leaving,
}

/// What becomes of the responses of who leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// They stay in their results, under this name.
    Keep {
        /// The same for everybody.
        label: String,
    },
    /// They are erased with their history.
    Erase,
}

/// What became of a [`DeleteAccount`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// It is gone.
    Deleted,
    /// Nobody else could run the organisation. Nothing changed.
    LastOwner,
    /// The organisation has no such account, perhaps since this command's first run.
    Unknown,
}

struct Own {
    round_id: Uuid,
    response_id: Uuid,
}

impl Command for DeleteAccount {
    type Outcome = Deleted;

    async fn run(&self, tx: &mut Tx) -> Result<Deleted, StoreError> {
        // Nobody begins a response of this account meanwhile.
        tx.lock_links(Some(self.account_id)).await?;
        // Two owners who leave at once must not both find the other.
        tx.lock_people(self.organisation_id).await?;
        if tx.account(self.organisation_id, self.account_id).await?.is_none() {
            return Ok(Deleted::Unknown);
        }
        if tx.only_owner_is(self.account_id).await? {
            return Ok(Deleted::LastOwner);
        }
        for response in self.locked_responses(tx).await? {
            match &self.answers {
                Leaving::Keep { label } => unname(tx, response, label).await?,
                Leaving::Erase => erase(tx, response).await?,
            }
        }
        one(exec!(
            &mut tx.conn,
            "DELETE FROM account WHERE id = $1 AND organisation_id = $2",
            self.account_id.uuid(),
            self.organisation_id.uuid()
        )?)?;
        Ok(Deleted::Deleted)
    }
}

impl DeleteAccount {
    /// The account's responses in named rounds, a few at most, so that nobody saves into them meanwhile.
    async fn locked_responses(&self, tx: &mut Tx) -> Result<Vec<ResponseId>, StoreError> {
        let found = rows!(
            &mut tx.conn,
            Own,
            r#"SELECT x.round_id AS "round_id: _", x.response_id AS "response_id: _"
            FROM participation x JOIN round r ON r.id = x.round_id
            WHERE x.account_id = $1 AND r.mode = 'named' ORDER BY x.round_id"#,
            self.account_id.uuid()
        )?;
        for own in &found {
            tx.lock_round(RoundId::new(own.round_id), Use::Shared).await?;
        }
        for own in &found {
            tx.lock_response(ResponseId::new(own.response_id)).await?;
        }
        Ok(found.into_iter().map(|own| ResponseId::new(own.response_id)).collect())
    }
}

/// Takes the name away, wherever it stands, and the links by which the account went on: the first one too, whose key
/// gives way to one that no secret leads to.
async fn unname(tx: &mut Tx, response: ResponseId, label: &str) -> Result<(), StoreError> {
    storable(label)?;
    forget_response(tx, response).await?;
    let id = response.uuid();
    exec!(&mut tx.conn, "UPDATE response SET label = $2, key = $3 WHERE id = $1", id, label, closed_key(response))?;
    exec!(&mut tx.conn, "DELETE FROM answer WHERE response_id = $1 AND field = 'name'", id)?;
    exec!(&mut tx.conn, "DELETE FROM answer_history WHERE response_id = $1 AND field = 'name'", id)?;
    exec!(&mut tx.conn, "DELETE FROM response_link WHERE response_id = $1", id)?;
    Ok(())
}

/// A key like that of every response, but of no link: those are hexadecimal digits only.
fn closed_key(response: ResponseId) -> String {
    let id = response.uuid().to_string();
    format!("{id:-<64}")
}

async fn erase(tx: &mut Tx, response: ResponseId) -> Result<(), StoreError> {
    forget_response(tx, response).await?;
    let (from, to) = (done_from(response), done_to(response));
    exec!(&mut tx.conn, "DELETE FROM command_done WHERE key >= $1 AND key < $2", from, to)?;
    exec!(&mut tx.conn, "DELETE FROM response WHERE id = $1", response.uuid())?;
    Ok(())
}

impl Happened for DeleteAccount {
    fn happened(outcome: &Deleted) -> bool {
        *outcome == Deleted::Deleted
    }
}
