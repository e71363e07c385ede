//! Answering in a round as oneself.

use domain::links::RespondentSecret;
use store::{Begin, Begun};

use crate::accounts::{Answer, RoundAccess};
use crate::{App, Conflict, Error};

impl RoundAccess<Answer> {
    /// Finds or makes one's own response, and gives the secret of a link to it: made anew each time, and kept nowhere.
    /// Links of before go on working, so that a page that is open elsewhere still saves.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the round takes no answers and one has given none.
    pub async fn begin(&self, app: &App) -> Result<RespondentSecret, Error> {
        let secret = RespondentSecret::from_random(app.mint().secret());
        let command = Begin {
            round_id: self.round().id,
            account_id: self.caller().account().id,
            label: self.caller().shown().to_owned(),
            response_id: app.mint().response(),
            response_key: secret.response_key(),
            day: app.today(),
        };
        match app.store.execute(command).await? {
            Begun::Ready { .. } => Ok(secret),
            Begun::NotOpen => Err(Error::Conflict(Conflict::RoundClosed)),
            Begun::NotHere => Err(Error::NotFound),
        }
    }
}
