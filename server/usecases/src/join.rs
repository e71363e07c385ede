//! Opening the link to share or a personal one, and getting a response of one's own.

use domain::answer::one_line;
use domain::invitees::called;
use domain::links::{JoinSecret, RespondentSecret};
use domain::round::RoundState;
use store::{Invitation, JoinRound, Joining, Round, UseInvitation};

use crate::{App, Conflict, Error};

/// Proof that the caller holds a link into a round: the one to share, or a personal one.
#[derive(Clone, Debug)]
pub struct Invited {
    round: Round,
    way: Way,
}

/// By which link.
#[derive(Clone, Debug)]
enum Way {
    /// The one to share: as many responses as people open it.
    Shared(JoinSecret),
    /// A personal one: one response.
    Personal {
        secret: RespondentSecret,
        /// What the response will be called where responses have names.
        name: String,
        used: bool,
    },
}

/// Looks the round up by the token of its link to share, or of somebody's personal link.
///
/// # Errors
/// [`Error::NotFound`] for a token that leads nowhere.
pub async fn open(app: &App, token: &str) -> Result<Invited, Error> {
    let secret = JoinSecret::parse(token).ok_or(Error::NotFound)?;
    let mut snapshot = app.store.snapshot().await?;
    if let Some(round) = snapshot.round_by_join_key(&secret.key()).await? {
        return Ok(Invited { round, way: Way::Shared(secret) });
    }
    let secret = RespondentSecret::parse(token).ok_or(Error::NotFound)?;
    let found = snapshot.invitation_by_key(&secret.invitation_key()).await?;
    let (Invitation { name, email, used, .. }, round) = found.ok_or(Error::NotFound)?;
    let round = snapshot.round(round).await?.ok_or(Error::NotFound)?;
    Ok(Invited { round, way: Way::Personal { secret, name: called(&name, &email), used } })
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

    /// Whom a personal link is for.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match &self.way {
            Way::Shared(_) => None,
            Way::Personal { name, .. } => Some(name),
        }
    }

    /// The response that a personal link was used for: from then on it is the way back.
    #[must_use]
    pub fn back(&self) -> Option<&RespondentSecret> {
        match &self.way {
            Way::Personal { secret, used: true, .. } => Some(secret),
            Way::Shared(_) | Way::Personal { .. } => None,
        }
    }

    /// A link for a respondent to be, which the page hands over so that pressing twice makes one response.
    #[must_use]
    pub fn fresh(&self, app: &App) -> RespondentSecret {
        RespondentSecret::from_random(app.mint().secret())
    }

    /// Makes a response and gives the secret of its link, which is kept nowhere.
    ///
    /// By the link to share an empty `name` becomes "Person 3"; in a confidential round no name is kept at all. `token`
    /// is that of [`Invited::fresh`]: the same again leads to the same response; without one, a link is made here. A
    /// personal link makes one response, under the name that it was made for, and is its link.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a name that is too long, [`Error::Conflict`] when the round is closed.
    pub async fn join(&self, app: &App, name: &str, token: &str) -> Result<RespondentSecret, Error> {
        let (joining, secret) = match &self.way {
            Way::Shared(share) => {
                let label = one_line("name", name).map_err(|error| Error::Invalid(vec![error]))?;
                let secret = RespondentSecret::parse(token).unwrap_or_else(|| self.fresh(app));
                let command = JoinRound {
                    join_key: share.key(),
                    invitation_key: secret.invitation_key(),
                    response_id: app.mint().response(),
                    response_key: secret.response_key(),
                    label,
                    day: app.today(),
                };
                (app.store.execute(command).await?, secret)
            }
            Way::Personal { secret, .. } => {
                let command = UseInvitation {
                    invitation_key: secret.invitation_key(),
                    response_key: secret.response_key(),
                    response_id: app.mint().response(),
                    day: app.today(),
                };
                (app.store.execute(command).await?, secret.clone())
            }
        };
        match joining {
            Joining::Joined { .. } => Ok(secret),
            Joining::NotOpen => Err(Error::Conflict(Conflict::RoundClosed)),
            Joining::Unknown => Err(Error::NotFound),
        }
    }
}
