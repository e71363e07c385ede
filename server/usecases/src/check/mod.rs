//! The quick check: filling it in, and what the holder of its link may do.

mod go_on;
mod take;

use domain::links::{CheckSecret, ManageSecret, RespondentSecret};
use domain::quick_check::CheckData;
use store::QuickCheck;

pub use take::take;

use crate::results::date_of;
use crate::{App, Error};

/// Proof that the caller holds the link of a quick check.
#[derive(Clone, Debug)]
pub struct Checked {
    check: QuickCheck,
    secret: CheckSecret,
}

/// The links of the round that a check was gone on with.
#[derive(Clone, Debug)]
pub struct WentOn {
    /// Of the round.
    pub manage: ManageSecret,
    /// Of the response that holds the check's answers; `None` once that was erased.
    pub respondent: Option<RespondentSecret>,
}

/// Looks a quick check up by the token of its link.
///
/// # Errors
/// [`Error::NotFound`] for a token that leads nowhere.
pub async fn open(app: &App, token: &str) -> Result<Checked, Error> {
    let secret = CheckSecret::parse(token).ok_or(Error::NotFound)?;
    let check = app.store.snapshot().await?.quick_check_by_key(&secret.key()).await?.ok_or(Error::NotFound)?;
    Ok(Checked { check, secret })
}

impl Checked {
    /// The token of this link.
    #[must_use]
    pub fn token(&self) -> String {
        self.secret.token()
    }

    /// What the check says.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it was filled in with a version of the instrument that is not known here.
    pub fn data(&self, app: &App) -> Result<CheckData, Error> {
        let instrument = app.instrument_named(&self.check.instrument_id, &self.check.instrument_version)?;
        Ok(CheckData::new(instrument, &self.check.answers, date_of(self.check.created_day)))
    }

    /// Where it was gone on with, if it was.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn went_on(&self, app: &App) -> Result<Option<WentOn>, Error> {
        let (manage, respondent) = (self.secret.manage_secret(), self.secret.respondent_secret());
        let mut snapshot = app.store.snapshot().await?;
        if snapshot.round_by_manage_key(&manage.key()).await?.is_none() {
            return Ok(None);
        }
        let there = snapshot.response_by_key(&respondent.response_key()).await?.is_some();
        Ok(Some(WentOn { manage, respondent: there.then_some(respondent) }))
    }
}
