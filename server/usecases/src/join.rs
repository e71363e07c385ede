//! Opening the link to share, and getting a response of one's own.

use domain::answer::one_line;
use domain::links::{JoinSecret, RespondentSecret};
use domain::round::RoundState;
use store::{JoinRound, Joining, Round};

use crate::{App, Conflict, Error};

/// Proof that the caller holds a round's link to share.
#[derive(Clone, Debug)]
pub struct Invited {
    round: Round,
    secret: JoinSecret,
}

/// Looks the round up by the token of its link to share.
///
/// # Errors
/// [`Error::NotFound`] for a token that leads nowhere.
pub async fn open(app: &App, token: &str) -> Result<Invited, Error> {
    let secret = JoinSecret::parse(token).ok_or(Error::NotFound)?;
    let round = app.store.snapshot().await?.round_by_join_key(&secret.key()).await?.ok_or(Error::NotFound)?;
    Ok(Invited { round, secret })
}

impl Invited {
    /// The round.
    #[must_use]
    pub fn round(&self) -> &Round {
        &self.round
    }

    /// Whether the round takes answers now.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.round.state == RoundState::Open
    }

    /// A link for a respondent to be, which the page hands over so that pressing twice makes one response.
    #[must_use]
    pub fn fresh(&self, app: &App) -> RespondentSecret {
        RespondentSecret::from_random(app.mint().secret())
    }

    /// Makes a response and gives the secret of its link, which is kept nowhere. An empty `name` becomes
    /// "Person 3"; in a confidential round no name is kept at all. `token` is that of [`Invited::fresh`]: the same
    /// again leads to the same response; without one, a link is made here.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a name that is too long, [`Error::Conflict`] when the round is closed.
    pub async fn join(&self, app: &App, name: &str, token: &str) -> Result<RespondentSecret, Error> {
        let label = one_line("name", name).map_err(|error| Error::Invalid(vec![error]))?;
        let secret = RespondentSecret::parse(token).unwrap_or_else(|| self.fresh(app));
        let command = JoinRound {
            join_key: self.secret.key(),
            invitation_key: secret.invitation_key(),
            response_id: app.mint().response(),
            response_key: secret.response_key(),
            label,
            day: app.today(),
        };
        match app.store.execute(command).await? {
            Joining::Joined { .. } => Ok(secret),
            Joining::NotOpen => Err(Error::Conflict(Conflict::RoundClosed)),
            Joining::Unknown => Err(Error::NotFound),
        }
    }
}
