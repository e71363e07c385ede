//! Answering in a round as oneself.

use domain::links::RespondentSecret;
use store::{Begin, Begun};

use crate::accounts::{Answer, RoundAccess};
use crate::{App, Conflict, Error};

impl RoundAccess<Answer> {
    /// What a browser may keep so that a confidential response is found again on this device: the link's token, sealed for
    /// this account and round. Nobody else who signs in there gets at it.
    #[must_use]
    pub fn remembered(&self, secret: &RespondentSecret) -> String {
        let token = secret.token();
        format!("{token}.{}", self.sealed_for(&token))
    }

    /// The link that [`RoundAccess::remembered`] made, if it was for this account and round, and its response is there.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn recalled(&self, app: &App, remembered: &str) -> Result<Option<RespondentSecret>, Error> {
        let Some((token, seal)) = remembered.split_once('.') else { return Ok(None) };
        let Some(secret) = RespondentSecret::parse(token).filter(|_| self.sealed_for(token) == seal) else {
            return Ok(None);
        };
        let found = app.store.snapshot().await?.response_by_key(&secret.response_key()).await?;
        Ok(found.filter(|(_, round)| round.id == self.round().id).map(|_| secret))
    }

    fn sealed_for(&self, token: &str) -> String {
        domain::links::seal(&[&self.caller().account().id.to_string(), &self.round().id.to_string(), token])
    }

    /// A link for somebody who is about to begin.
    #[must_use]
    pub fn fresh(&self, app: &App) -> RespondentSecret {
        RespondentSecret::from_random(app.mint().secret())
    }

    /// Finds or makes one's own response, and gives the secret of a link to it: made anew each time, and kept nowhere.
    /// Links of before go on working, so that a page that is open elsewhere still saves.
    ///
    /// In a confidential round the one link is that by which somebody began. `offered` is what the page of the round
    /// handed over, so that pressing twice makes one response.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the round takes no answers and one has given none, and when a confidential one was begun
    /// by another link.
    pub async fn begin(&self, app: &App, offered: &str) -> Result<RespondentSecret, Error> {
        let offered = RespondentSecret::parse(offered).filter(|_| self.round().mode.k().is_some());
        let secret = offered.unwrap_or_else(|| RespondentSecret::from_random(app.mint().secret()));
        let command = Begin {
            round_id: self.round().id,
            account_id: self.caller().account().id,
            label: self.caller().shown().to_owned(),
            response_id: app.mint().response(),
            response_key: secret.response_key(),
            invitation_key: secret.invitation_key(),
            day: app.today(),
        };
        match app.store.execute(command).await? {
            Begun::Ready { .. } => Ok(secret),
            Begun::ByOwnLink => Err(Error::Conflict(Conflict::ByOwnLink)),
            Begun::NotOpen => Err(Error::Conflict(Conflict::RoundClosed)),
            Begun::NotHere => Err(Error::NotFound),
        }
    }
}
