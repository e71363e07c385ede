//! What the holder of a manage link may do.

use domain::links::{JoinSecret, ManageKey, ManageSecret};
use store::{ResponseSummary, Round};

use crate::{App, Error};

/// Proof that the caller holds the manage link of a round.
#[derive(Clone, Debug)]
pub struct Manager {
    round: Round,
    secret: ManageSecret,
}

/// Looks the round up by the token of its manage link.
///
/// # Errors
/// [`Error::NotFound`] for a token that leads nowhere.
pub async fn open(app: &App, token: &str) -> Result<Manager, Error> {
    let secret = ManageSecret::parse(token).ok_or(Error::NotFound)?;
    let round = app.store.snapshot().await?.round_by_manage_key(&secret.key()).await?.ok_or(Error::NotFound)?;
    Ok(Manager { round, secret })
}

impl Manager {
    /// The round.
    #[must_use]
    pub fn round(&self) -> &Round {
        &self.round
    }

    /// The token of this manage link.
    #[must_use]
    pub fn token(&self) -> String {
        self.secret.token()
    }

    /// What the database knows the link by.
    pub(crate) fn key(&self) -> ManageKey {
        self.secret.key()
    }

    /// The link to share.
    #[must_use]
    pub fn join_secret(&self) -> JoinSecret {
        self.secret.join_secret()
    }

    /// Who has opened the round's link, and how far each has come; nobody in a confidential round.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn respondents(&self, app: &App) -> Result<Vec<ResponseSummary>, Error> {
        if self.round.mode.k().is_some() {
            // How far single responses are would tell who said what, if people begin one after another.
            return Ok(Vec::new());
        }
        Ok(app.store.snapshot().await?.responses_of_round(self.round.id).await?)
    }
}
