//! What the holder of a respondent's link may do: read, save, hand in and reopen one response.

mod answers;
mod history;
mod save;
mod submit;

use std::ops::Deref;

use domain::instrument::Instrument;
use domain::links::{RespondentSecret, ResponseKey};
use domain::pace::Pace;
use domain::round::{ResponseState, RoundState};
use store::{Response, Round};

pub use answers::Answers;
pub use history::{FieldPast, Past};
pub use save::{Origin, SEEN, Saved, Stale, Typed, WAS_NAME};

use crate::{App, Error};

/// Proof that the caller may read and write one response, however that was shown.
#[derive(Clone, Debug)]
pub struct Sheet {
    response: Response,
    round: Round,
    key: ResponseKey,
    instrument: &'static Instrument,
}

/// Proof that the caller holds the link of one response.
#[derive(Clone, Debug)]
pub struct Respondent {
    sheet: Sheet,
    secret: RespondentSecret,
}

impl Deref for Respondent {
    type Target = Sheet;

    fn deref(&self) -> &Sheet {
        &self.sheet
    }
}

/// Looks the response up by the token of its link.
///
/// # Errors
/// [`Error::NotFound`] for a token that leads nowhere; [`Error::Conflict`] when the round's instrument is not known.
pub async fn open(app: &App, token: &str) -> Result<Respondent, Error> {
    let secret = RespondentSecret::parse(token).ok_or(Error::NotFound)?;
    Ok(Respondent { sheet: sheet(app, secret.response_key()).await?, secret })
}

/// Looks the response up by one of its keys, which the caller may have by a right of its own.
pub(crate) async fn sheet(app: &App, key: ResponseKey) -> Result<Sheet, Error> {
    let found = app.store.snapshot().await?.response_by_key(&key).await?;
    let (response, round) = found.ok_or(Error::NotFound)?;
    let instrument = app.instrument_of(&round)?;
    Ok(Sheet { response, round, key, instrument })
}

impl Respondent {
    /// The token of this link.
    #[must_use]
    pub fn token(&self) -> String {
        self.secret.token()
    }
}

impl Sheet {
    /// The round.
    #[must_use]
    pub fn round(&self) -> &Round {
        &self.round
    }

    /// The instrument that the round asks with.
    #[must_use]
    pub fn instrument(&self) -> &'static Instrument {
        self.instrument
    }

    /// The name that the team sees.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.response.label
    }

    /// How quickly it has been answered so far.
    #[must_use]
    pub fn pace(&self) -> Pace {
        self.response.pace
    }

    /// Whether it was handed in.
    #[must_use]
    pub fn is_submitted(&self) -> bool {
        self.response.state == ResponseState::Submitted
    }

    /// Whether the round takes answers.
    #[must_use]
    pub fn round_is_open(&self) -> bool {
        self.round.state == RoundState::Open
    }

    /// What has been answered so far.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn answers(&self, app: &App) -> Result<Answers, Error> {
        let stored = app.store.snapshot().await?.answers_of_response(self.response.id).await?;
        Ok(Answers::new(stored))
    }
}
