//! What closing a round would show.

use domain::privacy::publish;
use domain::round::{Mode, RoundState};
use domain::scoring::Detail;
use store::Round;

use crate::accounts::{ManageRounds, RoundAccess};
use crate::{App, Error};

/// What would be shown of a confidential round if it were closed now. No figure is in it, only whether there would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// How many have answered.
    pub respondents: usize,
    /// The threshold.
    pub k: u8,
    /// Constructs that would be told in full, and rounded.
    pub full: usize,
    /// See `full`.
    pub rounded: usize,
    /// Names of the constructs that would not be shown.
    pub hidden: Vec<String>,
    /// Whether comments would be shown.
    pub comments: bool,
}

impl RoundAccess<ManageRounds> {
    /// What closing would show; `None` for a round that is not confidential, whose result is there all the time.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; [`Error::Conflict`] where the round's instrument is not known.
    pub async fn outlook(&self, app: &App) -> Result<Option<Outlook>, Error> {
        let round = self.round();
        let Mode::Confidential { k } = round.mode else { return Ok(None) };
        let instrument = app.instrument_of(round)?;
        let closed = Round { state: RoundState::Closed, ..round.clone() };
        let mut snapshot = app.store.snapshot().await?;
        let last = snapshot.publication(round.id).await?.map_or(0, |publication| publication.number);
        let before = snapshot.publication_to_follow(round, last).await?;
        let answers = snapshot.answers_of_round(&closed).await?;
        drop(snapshot);
        let look = move || {
            let publication = publish(instrument, &answers.seal(instrument), before.as_ref(), 0);
            // Too little has changed: what was published stands.
            let publication = publication.ok().or(before)?;
            let published = publication.published();
            let of = |detail: Detail| published.scores.constructs.iter().filter(|one| one.detail == detail).count();
            let shown = instrument.constructs.iter().zip(&published.scores.constructs);
            let hidden = shown.filter(|(_, score)| score.detail == Detail::Suppressed);
            Some(Outlook {
                respondents: published.scores.respondents,
                k,
                full: of(Detail::Full),
                rounded: of(Detail::Coarse),
                hidden: hidden.map(|(construct, _)| construct.short.clone()).collect(),
                comments: published.scores.respondents >= 10,
            })
        };
        tokio::task::spawn_blocking(look).await.map_err(|fault| Error::Broken(fault.to_string()))
    }
}
