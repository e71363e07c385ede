//! What owners set: for their organisation, and for the whole server.

use domain::ids::OrganisationId;

use crate::audit::Happened;
use crate::conn::{Snapshot, Tx};
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::{exec, rows, value};

/// Name of the setting that lets rounds start without an account; `off` forbids it.
const ACCOUNT_FREE: &str = "account_free_rounds";

/// What can be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationSettings {
    /// The organisation's name.
    pub name: String,
    /// Days after closing until answers are deleted, for new rounds; `None` keeps them.
    pub retention_days: Option<i64>,
    /// Whether rounds may be started without an account, on the whole server.
    pub account_free_rounds: bool,
}

struct OrganisationRow {
    name: String,
    retention_days: Option<i64>,
}

impl Snapshot {
    /// Whether rounds may be started without an account.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn account_free_rounds(&mut self) -> Result<bool, StoreError> {
        let set = value!(&mut self.conn, "SELECT value FROM server_setting WHERE name = $1", ACCOUNT_FREE)?;
        Ok(set.as_deref() != Some("off"))
    }

    /// What is set; `None` if there is no such organisation.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn settings(&mut self, organisation: OrganisationId) -> Result<Option<OrganisationSettings>, StoreError> {
        let found = rows!(
            &mut self.conn,
            OrganisationRow,
            "SELECT name, retention_days FROM organisation WHERE id = $1",
            organisation.uuid()
        )?;
        let Some(OrganisationRow { name, retention_days }) = found.into_iter().next() else { return Ok(None) };
        let account_free_rounds = self.account_free_rounds().await?;
        Ok(Some(OrganisationSettings { name, retention_days, account_free_rounds }))
    }
}

/// Sets all of it.
#[derive(Clone, Debug)]
pub struct ChangeSettings {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// What holds from now on.
    pub settings: OrganisationSettings,
}

impl Command for ChangeSettings {
    /// Whether anything was otherwise before.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        storable(&self.settings.name)?;
        let OrganisationSettings { name, retention_days, account_free_rounds } = &self.settings;
        let organised = exec!(
            &mut tx.conn,
            "UPDATE organisation SET name = $2, retention_days = $3
            WHERE id = $1 AND (name <> $2 OR retention_days IS DISTINCT FROM $3)",
            self.organisation_id.uuid(),
            name,
            *retention_days
        )?;
        let served = if tx.account_free_rounds().await? == *account_free_rounds {
            0
        } else {
            exec!(
                &mut tx.conn,
                "INSERT INTO server_setting (name, value) VALUES ($1, $2)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                ACCOUNT_FREE,
                if *account_free_rounds { "on" } else { "off" }
            )?
        };
        Ok(organised + served > 0)
    }
}

impl Happened for ChangeSettings {
    fn happened(changed: &bool) -> bool {
        *changed
    }
}
