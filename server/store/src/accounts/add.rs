//! Making accounts.

use domain::account::{Email, folded};
use domain::ids::{AccountId, OrganisationId};
use domain::rights::Right;

use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::{exec, value};

/// Makes an account. Run again with the same id it changes nothing.
#[derive(Clone, Debug)]
pub struct AddAccount {
    /// Its id (version 7).
    pub id: AccountId,
    /// The organisation, which must exist.
    pub organisation_id: OrganisationId,
    /// Its address.
    pub email: Email,
    /// The person's name; may be empty.
    pub name: String,
    /// What it may do.
    pub right: Right,
    /// argon2id, as a PHC string; `None` for an account that is invited.
    pub password_hash: Option<PasswordHash>,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

/// A hashed password, which is not printed.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub String);

impl std::fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordHash(hidden)")
    }
}

/// What became of an [`AddAccount`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is there.
    Added,
    /// Another account has this address, here or in another organisation.
    Taken,
}

impl Command for AddAccount {
    type Outcome = Added;

    async fn run(&self, tx: &mut Tx) -> Result<Added, StoreError> {
        storable(&self.name)?;
        storable(self.email.as_str())?;
        let made = exec!(
            &mut tx.conn,
            "INSERT INTO account (id, organisation_id, email, email_folded, name, name_folded, held_right,
                password_hash, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT DO NOTHING",
            self.id.uuid(),
            self.organisation_id.uuid(),
            self.email.as_str(),
            self.email.folded(),
            self.name,
            folded(&self.name),
            self.right.word(),
            self.password_hash.as_ref().map(|hash| hash.0.as_str()),
            self.at
        )?;
        if made == 1 {
            return Ok(Added::Added);
        }
        let ours = value!(
            &mut tx.conn,
            r#"SELECT count(*) AS "n!: i64" FROM account WHERE id = $1 AND email_folded = $2"#,
            self.id.uuid(),
            self.email.folded()
        )?;
        Ok(if ours == Some(1) { Added::Added } else { Added::Taken })
    }
}

impl Happened for AddAccount {
    fn happened(outcome: &Added) -> bool {
        *outcome == Added::Added
    }
}

/// Changes how a person is called.
#[derive(Clone, Debug)]
pub struct RenameAccount {
    /// Whose.
    pub account_id: AccountId,
    /// The name; may be empty.
    pub name: String,
}

impl Command for RenameAccount {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        storable(&self.name)?;
        exec!(
            &mut tx.conn,
            "UPDATE account SET name = $2, name_folded = $3 WHERE id = $1",
            self.account_id.uuid(),
            self.name,
            folded(&self.name)
        )?;
        Ok(())
    }
}

impl Happened for RenameAccount {
    fn happened((): &()) -> bool {
        true
    }
}
