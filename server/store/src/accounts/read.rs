//! Reading accounts.

use domain::account::Email;
use domain::ids::{AccountId, OrganisationId};
use domain::rights::Right;
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::{rows, value};

/// An account: a person of one organisation who may sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Where it belongs.
    pub organisation_id: OrganisationId,
    /// That organisation's name.
    pub organisation_name: String,
    /// Its address, as it was typed.
    pub email: String,
    /// The person's name; may be empty.
    pub name: String,
    /// What it may do there.
    pub right: Right,
    /// Whether it has a password: otherwise its invitation was not taken up yet.
    pub active: bool,
    /// Whether it was switched off.
    pub disabled: bool,
    /// Whether it has a second factor.
    pub second_factor: bool,
    /// When it signed in last, in microseconds since 1970.
    pub signed_in_at: Option<i64>,
    /// When it was made.
    pub created_at: i64,
}

/// What signing in is checked against.
#[derive(Clone)]
pub struct Factor {
    /// argon2id, as a PHC string; `None` until an invitation was taken up.
    pub password_hash: Option<String>,
    /// The shared secret of the second factor in base 32.
    pub totp_secret: Option<String>,
    /// The time step that was used last: none up to it counts again.
    pub totp_step: i64,
}

impl std::fmt::Debug for Factor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Factor(secret)")
    }
}

/// An account as the queries give it.
pub(crate) struct AccountRow {
    pub(crate) id: Uuid,
    pub(crate) organisation_id: Uuid,
    pub(crate) organisation_name: String,
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) held_right: String,
    pub(crate) active: bool,
    pub(crate) disabled: bool,
    pub(crate) second_factor: bool,
    pub(crate) signed_in_at: Option<i64>,
    pub(crate) created_at: i64,
}

impl TryFrom<AccountRow> for Account {
    type Error = StoreError;

    fn try_from(row: AccountRow) -> Result<Self, StoreError> {
        let AccountRow {
            id,
            organisation_id,
            organisation_name,
            email,
            name,
            held_right,
            active,
            disabled,
            second_factor,
            signed_in_at,
            created_at,
        } = row;
        Ok(Self {
            id: AccountId::new(id),
            organisation_id: OrganisationId::new(organisation_id),
            organisation_name,
            email,
            name,
            right: Right::from_word(&held_right)
                .ok_or(StoreError::Inconsistent { what: "an account with an unknown right" })?,
            active,
            disabled,
            second_factor,
            signed_in_at,
            created_at,
        })
    }
}

struct FactorRow {
    password_hash: Option<String>,
    totp_secret: Option<String>,
    totp_step: i64,
}

impl Snapshot {
    /// The account with this address, in whichever organisation.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn account_by_email(&mut self, email: &Email) -> Result<Option<Account>, StoreError> {
        let folded = email.folded();
        let found = rows!(
            &mut self.conn,
            AccountRow,
            r#"SELECT a.id AS "id: _", a.organisation_id AS "organisation_id: _", o.name AS organisation_name, a.email,
                a.name, a.held_right, (a.password_hash IS NOT NULL) AS "active!: bool",
                (a.disabled_at IS NOT NULL) AS "disabled!: bool", (a.totp_secret IS NOT NULL) AS "second_factor!: bool",
                a.signed_in_at, a.created_at
            FROM account a JOIN organisation o ON o.id = a.organisation_id
            WHERE a.email_folded = $1"#,
            folded
        )?;
        found.into_iter().next().map(Account::try_from).transpose()
    }

    /// An account of an organisation; `None` too if it is another's.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn account(
        &mut self,
        organisation: OrganisationId,
        account: AccountId,
    ) -> Result<Option<Account>, StoreError> {
        let found = rows!(
            &mut self.conn,
            AccountRow,
            r#"SELECT a.id AS "id: _", a.organisation_id AS "organisation_id: _", o.name AS organisation_name, a.email,
                a.name, a.held_right, (a.password_hash IS NOT NULL) AS "active!: bool",
                (a.disabled_at IS NOT NULL) AS "disabled!: bool", (a.totp_secret IS NOT NULL) AS "second_factor!: bool",
                a.signed_in_at, a.created_at
            FROM account a JOIN organisation o ON o.id = a.organisation_id
            WHERE a.id = $1 AND a.organisation_id = $2"#,
            account.uuid(),
            organisation.uuid()
        )?;
        found.into_iter().next().map(Account::try_from).transpose()
    }

    /// An account, in whichever organisation: for links that lead to one.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn account_by_id(&mut self, account: AccountId) -> Result<Option<Account>, StoreError> {
        let found = rows!(
            &mut self.conn,
            AccountRow,
            r#"SELECT a.id AS "id: _", a.organisation_id AS "organisation_id: _", o.name AS organisation_name, a.email,
                a.name, a.held_right, (a.password_hash IS NOT NULL) AS "active!: bool",
                (a.disabled_at IS NOT NULL) AS "disabled!: bool", (a.totp_secret IS NOT NULL) AS "second_factor!: bool",
                a.signed_in_at, a.created_at
            FROM account a JOIN organisation o ON o.id = a.organisation_id
            WHERE a.id = $1"#,
            account.uuid()
        )?;
        found.into_iter().next().map(Account::try_from).transpose()
    }

    /// What signing in to an account is checked against.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn factor(&mut self, account: AccountId) -> Result<Option<Factor>, StoreError> {
        let found = rows!(
            &mut self.conn,
            FactorRow,
            "SELECT password_hash, totp_secret, totp_step FROM account WHERE id = $1",
            account.uuid()
        )?;
        Ok(found.into_iter().next().map(|FactorRow { password_hash, totp_secret, totp_step }| Factor {
            password_hash,
            totp_secret,
            totp_step,
        }))
    }

    /// Whether anybody can sign in at all.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn has_accounts(&mut self) -> Result<bool, StoreError> {
        let first = value!(
            &mut self.conn,
            "SELECT email FROM account WHERE password_hash IS NOT NULL ORDER BY password_hash LIMIT 1"
        )?;
        Ok(first.is_some())
    }
}
