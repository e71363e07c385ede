//! Handing a response in, and taking it back to change it.

use store::{ReopenResponse, Reopened, Submission, SubmitResponse};

use super::Respondent;
use crate::{App, Conflict, Error};

impl Respondent {
    /// Hands the response in. Doing it twice is the same as doing it once.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the round is closed; [`Error::Unavailable`] when nothing could be saved.
    pub async fn submit(&self, app: &App) -> Result<(), Error> {
        // A response that was reopened keeps the flag: correcting one answer does not make up for it.
        let too_fast = self.response.too_fast || self.response.pace.is_too_fast();
        let command = SubmitResponse { response_key: self.secret.response_key(), too_fast, day: app.today() };
        match app.store.execute(command).await? {
            Submission::Submitted | Submission::AlreadySubmitted => Ok(()),
            Submission::RoundClosed => Err(Error::Conflict(Conflict::RoundClosed)),
            Submission::Unknown => Err(Error::NotFound),
        }
    }

    /// Takes a response that was handed in back, so that it can be changed.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the round is closed; [`Error::Unavailable`] when nothing could be saved.
    pub async fn reopen(&self, app: &App) -> Result<(), Error> {
        match app.store.execute(ReopenResponse { response_key: self.secret.response_key() }).await? {
            Reopened::Reopened | Reopened::AlreadyOpen => Ok(()),
            Reopened::RoundClosed => Err(Error::Conflict(Conflict::RoundClosed)),
            Reopened::Unknown => Err(Error::NotFound),
        }
    }
}
