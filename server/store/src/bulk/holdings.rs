//! Whose data a database holds: nobody's, those of a demonstration, or real ones.

use domain::ids::OrganisationId;

use crate::accounts::PasswordHash;
use crate::conn::{Snapshot, Tx};
use crate::error::StoreError;
use crate::sql::{exec, value};

/// What a database holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holdings {
    /// Nothing that anybody has entered.
    Nothing,
    /// Demonstration data, perhaps changed since; with the password that its accounts were given.
    Demonstration(PasswordHash),
    /// Something else.
    Other,
}

impl Snapshot {
    /// What the database holds.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn holdings(&mut self) -> Result<Holdings, StoreError> {
        let mark = value!(&mut self.conn, "SELECT value FROM server_setting WHERE name = 'demonstration'")?;
        if let Some(hash) = mark {
            return Ok(Holdings::Demonstration(PasswordHash(hash)));
        }
        let held = value!(
            &mut self.conn,
            r#"SELECT CAST(1 AS BIGINT) AS "held!: i64" FROM organisation WHERE id > $1
            UNION ALL SELECT CAST(1 AS BIGINT) FROM round WHERE organisation_id = $1
            UNION ALL SELECT CAST(1 AS BIGINT) FROM quick_check WHERE key > '' LIMIT 1"#,
            OrganisationId::IMPLICIT.uuid()
        )?;
        Ok(if held.is_none() { Holdings::Nothing } else { Holdings::Other })
    }
}

impl Tx {
    /// Notes that the database holds a demonstration, whose accounts all have this password. Those that had the one
    /// noted before get it too; who has chosen one of their own keeps it.
    ///
    /// # Errors
    /// The note cannot be written.
    pub async fn mark_as_demonstration(&mut self, password: &PasswordHash) -> Result<(), StoreError> {
        exec!(
            &mut self.conn,
            "UPDATE account SET password_hash = $1
            WHERE password_hash = (SELECT value FROM server_setting WHERE name = 'demonstration')",
            password.0
        )?;
        exec!(
            &mut self.conn,
            "INSERT INTO server_setting (name, value) VALUES ('demonstration', $1)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            password.0
        )?;
        Ok(())
    }
}
