//! The second factor: a shared secret, the time step used last, and codes for when the device is lost.

use domain::ids::AccountId;
use domain::links::RecoveryKey;

use crate::audit::Happened;
use crate::conn::{Snapshot, Tx};
use crate::error::{StoreError, one};
use crate::execute::Command;
use crate::sql::{exec, value};

/// Switches the second factor on, with new recovery codes; the earlier ones end.
#[derive(Clone, Debug)]
pub struct AddFactor {
    /// Whose.
    pub account_id: AccountId,
    /// The shared secret in base 32.
    pub secret: TotpSecret,
    /// The time step of the code that proved it: none up to it counts again.
    pub step: i64,
    /// From the codes, which are kept nowhere.
    pub recovery: Vec<RecoveryKey>,
}

/// A shared secret, which is not printed.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSecret(pub String);

impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSecret(hidden)")
    }
}

impl Command for AddFactor {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let account = self.account_id.uuid();
        one(exec!(
            &mut tx.conn,
            "UPDATE account SET totp_secret = $2, totp_step = $3 WHERE id = $1",
            account,
            self.secret.0,
            self.step
        )?)?;
        exec!(&mut tx.conn, "DELETE FROM recovery_code WHERE account_id = $1", account)?;
        for key in &self.recovery {
            exec!(&mut tx.conn, "INSERT INTO recovery_code (account_id, key) VALUES ($1, $2)", account, key.as_str())?;
        }
        Ok(())
    }
}

impl Happened for AddFactor {
    fn happened((): &()) -> bool {
        true
    }
}

/// Switches the second factor off.
#[derive(Clone, Debug)]
pub struct RemoveFactor {
    /// Whose.
    pub account_id: AccountId,
}

impl Command for RemoveFactor {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let account = self.account_id.uuid();
        exec!(&mut tx.conn, "UPDATE account SET totp_secret = NULL WHERE id = $1", account)?;
        exec!(&mut tx.conn, "DELETE FROM recovery_code WHERE account_id = $1", account)?;
        Ok(())
    }
}

impl Happened for RemoveFactor {
    fn happened((): &()) -> bool {
        true
    }
}

/// Uses a time step up: a code counts once, and none before it afterwards.
#[derive(Clone, Debug)]
pub struct UseStep {
    /// Whose.
    pub account_id: AccountId,
    /// The step of the code.
    pub step: i64,
}

impl Command for UseStep {
    /// Whether it was still unused.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let used = exec!(
            &mut tx.conn,
            "UPDATE account SET totp_step = $2 WHERE id = $1 AND totp_step < $2 AND totp_secret IS NOT NULL",
            self.account_id.uuid(),
            self.step
        )?;
        Ok(used == 1)
    }
}

/// Uses a recovery code up.
#[derive(Clone, Debug)]
pub struct UseRecovery {
    /// Whose.
    pub account_id: AccountId,
    /// From the code.
    pub key: RecoveryKey,
}

impl Command for UseRecovery {
    /// Whether there was such a code.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let used = exec!(
            &mut tx.conn,
            "DELETE FROM recovery_code WHERE account_id = $1 AND key = $2",
            self.account_id.uuid(),
            self.key.as_str()
        )?;
        Ok(used == 1)
    }
}

impl Happened for UseRecovery {
    fn happened(used: &bool) -> bool {
        *used
    }
}

impl Snapshot {
    /// How many recovery codes an account has left.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn recovery_codes_left(&mut self, account: AccountId) -> Result<i64, StoreError> {
        let count = value!(
            &mut self.conn,
            r#"SELECT count(*) AS "n!: i64" FROM recovery_code WHERE account_id = $1"#,
            account.uuid()
        )?;
        Ok(count.unwrap_or(0))
    }
}
