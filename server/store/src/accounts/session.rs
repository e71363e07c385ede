//! Sessions: signed-in browsers.

use domain::ids::{AccountId, SessionId};
use domain::links::SessionKey;
use uuid::Uuid;

use super::read::{Account, AccountRow};
use crate::audit::Happened;
use crate::conn::{Snapshot, Tx};
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::{exec, rows};

/// A session in its owner's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id in the list; what it is recognised by is another thing.
    pub id: SessionId,
    /// The network that it was started from.
    pub address: String,
    /// What the browser called itself.
    pub agent: String,
    /// When it was started, in microseconds since 1970.
    pub created_at: i64,
    /// When it was used last, within a minute or so.
    pub seen_at: i64,
    /// Whether a code of the second factor is still to come: until then it lets nobody in.
    pub awaits_code: bool,
}

/// A session and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionAccount {
    /// The session.
    pub session: Session,
    /// Its account.
    pub account: Account,
}

struct SessionRow {
    session_id: Uuid,
    address: String,
    agent: String,
    session_created_at: i64,
    seen_at: i64,
    awaits_code: bool,
}

#[expect(clippy::struct_excessive_bools, reason = "they are columns")]
struct SessionAccountRow {
    session_id: Uuid,
    address: String,
    agent: String,
    session_created_at: i64,
    seen_at: i64,
    awaits_code: bool,
    id: Uuid,
    organisation_id: Uuid,
    organisation_name: String,
    email: String,
    name: String,
    held_right: String,
    active: bool,
    disabled: bool,
    second_factor: bool,
    signed_in_at: Option<i64>,
    created_at: i64,
}

impl From<SessionRow> for Session {
    fn from(row: SessionRow) -> Self {
        let SessionRow { session_id, address, agent, session_created_at, seen_at, awaits_code } = row;
        Self { id: SessionId::new(session_id), address, agent, created_at: session_created_at, seen_at, awaits_code }
    }
}

impl Snapshot {
    /// The session of a cookie with its account, however old it is.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn session(&mut self, key: &SessionKey) -> Result<Option<SessionAccount>, StoreError> {
        let found = rows!(
            &mut self.conn,
            SessionAccountRow,
            r#"SELECT s.id AS "session_id: _", s.address, s.agent, s.created_at AS session_created_at, s.seen_at,
                s.awaits_code AS "awaits_code: _",
                a.id AS "id: _", a.organisation_id AS "organisation_id: _", o.name AS organisation_name, a.email,
                a.name, a.held_right, (a.password_hash IS NOT NULL) AS "active!: bool",
                (a.disabled_at IS NOT NULL) AS "disabled!: bool", (a.totp_secret IS NOT NULL) AS "second_factor!: bool",
                a.signed_in_at, a.created_at
            FROM session s JOIN account a ON a.id = s.account_id JOIN organisation o ON o.id = a.organisation_id
            WHERE s.key = $1"#,
            key.as_str()
        )?;
        let Some(row) = found.into_iter().next() else { return Ok(None) };
        let SessionAccountRow { session_id, address, agent, session_created_at, seen_at, awaits_code, .. } = row;
        let session = SessionRow { session_id, address, agent, session_created_at, seen_at, awaits_code }.into();
        let account = AccountRow {
            id: row.id,
            organisation_id: row.organisation_id,
            organisation_name: row.organisation_name,
            email: row.email,
            name: row.name,
            held_right: row.held_right,
            active: row.active,
            disabled: row.disabled,
            second_factor: row.second_factor,
            signed_in_at: row.signed_in_at,
            created_at: row.created_at,
        };
        Ok(Some(SessionAccount { session, account: Account::try_from(account)? }))
    }

    /// The sessions of an account, the one used last first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn sessions_of(&mut self, account: AccountId) -> Result<Vec<Session>, StoreError> {
        let found = rows!(
            &mut self.conn,
            SessionRow,
            r#"SELECT id AS "session_id: _", address, agent, created_at AS session_created_at, seen_at,
                awaits_code AS "awaits_code: _"
            FROM session WHERE account_id = $1 AND NOT awaits_code ORDER BY seen_at DESC, id"#,
            account.uuid()
        )?;
        Ok(found.into_iter().map(Session::from).collect())
    }
}

/// Signs a browser in. Run again with the same key it changes nothing.
#[derive(Clone, Debug)]
pub struct StartSession {
    /// From the new cookie.
    pub key: SessionKey,
    /// The id in the list.
    pub id: SessionId,
    /// Whose it is.
    pub account_id: AccountId,
    /// The network that it comes from.
    pub address: String,
    /// What the browser calls itself.
    pub agent: String,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

/// Remembers that a password was right, until the code of the second factor comes.
#[derive(Clone, Debug)]
pub struct AwaitCode(pub StartSession);

impl Command for AwaitCode {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        self.0.insert(tx, true).await
    }
}

impl StartSession {
    async fn insert(&self, tx: &mut Tx, awaits_code: bool) -> Result<(), StoreError> {
        storable(&self.agent)?;
        exec!(
            &mut tx.conn,
            "INSERT INTO session (key, id, account_id, address, agent, awaits_code, created_at, seen_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
            ON CONFLICT (key) DO NOTHING",
            self.key.as_str(),
            self.id.uuid(),
            self.account_id.uuid(),
            self.address,
            self.agent,
            awaits_code,
            self.at
        )?;
        Ok(())
    }
}

impl Happened for StartSession {
    fn happened((): &()) -> bool {
        true
    }
}

impl Command for StartSession {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        self.insert(tx, false).await?;
        exec!(&mut tx.conn, "UPDATE account SET signed_in_at = $2 WHERE id = $1", self.account_id.uuid(), self.at)?;
        Ok(())
    }
}

/// Notes that a session was used.
#[derive(Clone, Debug)]
pub struct SeeSession {
    /// Which.
    pub key: SessionKey,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for SeeSession {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        exec!(
            &mut tx.conn,
            "UPDATE session SET seen_at = $2 WHERE key = $1 AND seen_at < $2",
            self.key.as_str(),
            self.at
        )?;
        Ok(())
    }
}

/// Ends sessions of an account.
#[derive(Clone, Debug)]
pub struct EndSessions {
    /// Whose.
    pub account_id: AccountId,
    /// Which.
    pub which: Which,
}

/// Which sessions are meant.
#[derive(Clone, Debug)]
pub enum Which {
    /// The one with this id.
    One(SessionId),
    /// All but the one with this key.
    AllBut(SessionKey),
}

impl Command for EndSessions {
    /// How many there were.
    type Outcome = u64;

    async fn run(&self, tx: &mut Tx) -> Result<u64, StoreError> {
        let account = self.account_id.uuid();
        match &self.which {
            Which::One(id) => {
                exec!(&mut tx.conn, "DELETE FROM session WHERE account_id = $1 AND id = $2", account, id.uuid())
            }
            Which::AllBut(key) => {
                exec!(&mut tx.conn, "DELETE FROM session WHERE account_id = $1 AND key <> $2", account, key.as_str())
            }
        }
    }
}

impl Happened for EndSessions {
    fn happened(ended: &u64) -> bool {
        *ended > 0
    }
}

/// Ends a session.
#[derive(Clone, Debug)]
pub struct EndSession {
    /// Which.
    pub key: SessionKey,
}

impl Command for EndSession {
    /// Whether there was one.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        Ok(exec!(&mut tx.conn, "DELETE FROM session WHERE key = $1", self.key.as_str())? == 1)
    }
}

impl Happened for EndSession {
    fn happened(ended: &bool) -> bool {
        *ended
    }
}
