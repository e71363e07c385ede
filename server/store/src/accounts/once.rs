//! Links that work once.

use domain::ids::AccountId;
use domain::links::OneTimeKey;

use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;
use crate::sql::exec;

/// What a link that works once is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Makes the first owner and organisation. Belongs to no account.
    Setup,
    /// Takes up an invitation by choosing a password.
    Invitation,
    /// Chooses a new password.
    Reset,
}

impl Purpose {
    /// The word that is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Setup, Self::Invitation, Self::Reset].into_iter().find(|purpose| purpose.word() == word)
    }
}

/// Makes a link that works once. Earlier ones of the same purpose and account end. Run again with the same key it
/// changes nothing.
#[derive(Clone, Debug)]
pub struct MakeLink {
    /// From the link's secret, which is kept nowhere.
    pub key: OneTimeKey,
    /// What it is for.
    pub purpose: Purpose,
    /// Whose it is: `None` for [`Purpose::Setup`], and only for that.
    pub account: Option<AccountId>,
    /// Until when it works, in microseconds since 1970.
    pub expires: i64,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for MakeLink {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        tx.lock_links(self.account).await?;
        let purpose = self.purpose.word();
        match self.account {
            Some(account) => exec!(
                &mut tx.conn,
                "DELETE FROM one_time_link WHERE account_id = $1 AND purpose = $2 AND key <> $3",
                account.uuid(),
                purpose,
                self.key.as_str()
            )?,
            None => exec!(
                &mut tx.conn,
                "DELETE FROM one_time_link WHERE account_id IS NULL AND purpose = $1 AND key <> $2",
                purpose,
                self.key.as_str()
            )?,
        };
        exec!(
            &mut tx.conn,
            "INSERT INTO one_time_link (key, purpose, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (key) DO NOTHING",
            self.key.as_str(),
            purpose,
            self.account.map(AccountId::uuid),
            self.at,
            self.expires
        )?;
        Ok(())
    }
}

impl Happened for MakeLink {
    fn happened((): &()) -> bool {
        true
    }
}
