//! Choosing passwords, by a link that works once or by the old one.

use domain::account::folded;
use domain::ids::{AccountId, OrganisationId};
use domain::links::{OneTimeKey, SessionKey};
use uuid::Uuid;

use super::add::{AddAccount, Added, PasswordHash};
use super::once::Purpose;
use crate::audit::Happened;
use crate::conn::{Snapshot, Tx};
use crate::error::{StoreError, one, storable};
use crate::execute::Command;
use crate::sql::{exec, rows};

struct LinkRow {
    purpose: String,
    account_id: Option<Uuid>,
    expires_at: i64,
}

/// What a link that works once leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it is for.
    pub purpose: Purpose,
    /// Whose it is; `None` for the set-up link.
    pub account: Option<AccountId>,
}

impl Snapshot {
    /// Looks a link up that still works at `now`; `None` if it is unknown, used or too old.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn one_time_link(&mut self, key: &OneTimeKey, now: i64) -> Result<Option<Link>, StoreError> {
        let found = rows!(
            &mut self.conn,
            LinkRow,
            r#"SELECT purpose, account_id AS "account_id: _", expires_at FROM one_time_link WHERE key = $1"#,
            key.as_str()
        )?;
        let Some(LinkRow { purpose, account_id, expires_at }) = found.into_iter().next() else { return Ok(None) };
        let purpose =
            Purpose::from_word(&purpose).ok_or(StoreError::Inconsistent { what: "a link of an unknown purpose" })?;
        Ok((expires_at > now).then_some(Link { purpose, account: account_id.map(AccountId::new) }))
    }
}

impl Tx {
    /// Uses a link up: of two that try at once, one gets it.
    async fn use_link(&mut self, key: &OneTimeKey, purpose: Purpose, now: i64) -> Result<Option<Link>, StoreError> {
        let link = self.one_time_link(key, now).await?.filter(|link| link.purpose == purpose);
        let Some(link) = link else { return Ok(None) };
        let used = exec!(&mut self.conn, "DELETE FROM one_time_link WHERE key = $1", key.as_str())?;
        Ok((used == 1).then_some(link))
    }

    async fn set_password(&mut self, account: AccountId, hash: &PasswordHash) -> Result<(), StoreError> {
        one(exec!(&mut self.conn, "UPDATE account SET password_hash = $2 WHERE id = $1", account.uuid(), hash.0)?)
    }

    async fn end_sessions_but(&mut self, account: AccountId, key: &str) -> Result<(), StoreError> {
        exec!(&mut self.conn, "DELETE FROM session WHERE account_id = $1 AND key <> $2", account.uuid(), key)?;
        Ok(())
    }
}

/// Makes the first organisation and its owner by the set-up link: all of it, or nothing.
#[derive(Clone, Debug)]
pub struct SetUp {
    /// From the link.
    pub key: OneTimeKey,
    /// The organisation's id.
    pub organisation_id: OrganisationId,
    /// Its name.
    pub organisation: String,
    /// Its owner.
    pub owner: AddAccount,
}

/// What became of a command that needs a link that works once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByLink {
    /// It was done, for this account.
    Done(AccountId),
    /// The link is unknown, used or too old.
    NoLink,
    /// The address is another account's.
    Taken,
}

impl Happened for SetUp {
    fn happened(outcome: &ByLink) -> bool {
        matches!(outcome, ByLink::Done(_))
    }
}

impl Command for SetUp {
    type Outcome = ByLink;

    async fn run(&self, tx: &mut Tx) -> Result<ByLink, StoreError> {
        storable(&self.organisation)?;
        tx.lock_links(None).await?;
        if tx.account_by_email(&self.owner.email).await?.is_some() {
            return Ok(ByLink::Taken);
        }
        if tx.has_accounts().await? || tx.use_link(&self.key, Purpose::Setup, self.owner.at).await?.is_none() {
            return Ok(ByLink::NoLink);
        }
        exec!(
            &mut tx.conn,
            "INSERT INTO organisation (id, name, created_at) VALUES ($1, $2, $3)",
            self.organisation_id.uuid(),
            self.organisation,
            self.owner.at
        )?;
        match self.owner.run(tx).await? {
            Added::Added => Ok(ByLink::Done(self.owner.id)),
            Added::Taken => Err(StoreError::Inconsistent { what: "the first owner's address is taken" }),
        }
    }
}

/// Takes an invitation up.
#[derive(Clone, Debug)]
pub struct TakeUp {
    /// From the link.
    pub key: OneTimeKey,
    /// The person's name.
    pub name: String,
    /// The chosen password.
    pub password_hash: PasswordHash,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for TakeUp {
    type Outcome = ByLink;

    async fn run(&self, tx: &mut Tx) -> Result<ByLink, StoreError> {
        storable(&self.name)?;
        let link = tx.use_link(&self.key, Purpose::Invitation, self.at).await?;
        let Some(account) = link.and_then(|link| link.account) else { return Ok(ByLink::NoLink) };
        tx.set_password(account, &self.password_hash).await?;
        one(exec!(
            &mut tx.conn,
            "UPDATE account SET name = $2, name_folded = $3 WHERE id = $1",
            account.uuid(),
            self.name,
            folded(&self.name)
        )?)?;
        Ok(ByLink::Done(account))
    }
}

impl Happened for TakeUp {
    fn happened(outcome: &ByLink) -> bool {
        matches!(outcome, ByLink::Done(_))
    }
}

/// Chooses a new password by a link. Every session of the account ends.
#[derive(Clone, Debug)]
pub struct ResetPassword {
    /// From the link.
    pub key: OneTimeKey,
    /// The chosen password.
    pub password_hash: PasswordHash,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for ResetPassword {
    type Outcome = ByLink;

    async fn run(&self, tx: &mut Tx) -> Result<ByLink, StoreError> {
        let link = tx.use_link(&self.key, Purpose::Reset, self.at).await?;
        let Some(account) = link.and_then(|link| link.account) else { return Ok(ByLink::NoLink) };
        tx.set_password(account, &self.password_hash).await?;
        tx.end_sessions_but(account, "").await?;
        Ok(ByLink::Done(account))
    }
}

impl Happened for ResetPassword {
    fn happened(outcome: &ByLink) -> bool {
        matches!(outcome, ByLink::Done(_))
    }
}

/// Changes a password: every other session of the account ends, and so do links that would change it again.
#[derive(Clone, Debug)]
pub struct ChangePassword {
    /// Whose.
    pub account_id: AccountId,
    /// The chosen password.
    pub password_hash: PasswordHash,
    /// The session that goes on.
    pub keep: SessionKey,
}

impl Command for ChangePassword {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        tx.set_password(self.account_id, &self.password_hash).await?;
        tx.end_sessions_but(self.account_id, self.keep.as_str()).await?;
        exec!(&mut tx.conn, "DELETE FROM one_time_link WHERE account_id = $1", self.account_id.uuid())?;
        Ok(())
    }
}

impl Happened for ChangePassword {
    fn happened((): &()) -> bool {
        true
    }
}

/// Replaces a hash by a stronger one of the same password, unless the password was changed meanwhile.
#[derive(Clone, Debug)]
pub struct Rehash {
    /// Whose.
    pub account_id: AccountId,
    /// The hash that was verified.
    pub old: PasswordHash,
    /// The new one.
    pub new: PasswordHash,
}

impl Command for Rehash {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        exec!(
            &mut tx.conn,
            "UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2",
            self.account_id.uuid(),
            self.old.0,
            self.new.0
        )?;
        Ok(())
    }
}
