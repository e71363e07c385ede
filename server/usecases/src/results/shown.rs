//! What may be shown of a round now.

use domain::privacy::{Published, PublishedScores, Restored, publish};
use domain::round::Mode;
use store::{KeptPublication, Round};

use super::publishing::{Reading, published, published_together};
use crate::{App, Error};

/// What may be shown of a round now.
pub(crate) enum Shown<P = Published> {
    /// What it published.
    Published(KeptPublication<P>),
    /// Its answers as they stand.
    Live(P),
    /// Nothing is published yet.
    Nothing,
}

impl<P> Shown<P> {
    /// What is shown, if anything is.
    pub(crate) fn published(&self) -> Option<&P> {
        match self {
            Self::Published(kept) => Some(&kept.published),
            Self::Live(published) => Some(published),
            Self::Nothing => None,
        }
    }
}

/// A round, for whoever may see it.
pub(crate) struct Seen<P = Published> {
    /// What may be shown of it now.
    pub shown: Shown<P>,
    /// When its answers were deleted, in microseconds since 1970.
    pub erased_at: Option<i64>,
}

/// A round, looked at.
pub(super) async fn seen(app: &App, round: &Round) -> Result<Seen, Error> {
    let reading = published(app, round).await?;
    see(app, round, reading).await
}

/// The figures of several rounds, in their order, for whoever may see each of them.
pub(crate) async fn seen_together(app: &App, rounds: &[&Round]) -> Result<Vec<Seen<PublishedScores>>, Error> {
    let mut all = Vec::new();
    for (round, reading) in rounds.iter().zip(published_together(app, rounds).await?) {
        all.push(see(app, round, reading).await?);
    }
    Ok(all)
}

async fn see<P>(app: &App, round: &Round, reading: Reading<P>) -> Result<Seen<P>, Error>
where
    P: Restored + From<Published>,
{
    let Reading { publication, erased_at } = reading;
    let shown = match (publication, round.mode) {
        (Some(kept), _) => Shown::Published(kept),
        (None, Mode::Confidential { .. }) => Shown::Nothing,
        (None, Mode::Named | Mode::OneAnswer) => {
            let instrument = app.instrument_of(round)?;
            let answers = app.store.snapshot().await?.answers_of_round(round).await?;
            // Work for a processor: a round may have many respondents.
            let work = move || publish(instrument, &answers.seal(instrument), None, 0);
            let made = tokio::task::spawn_blocking(work).await.map_err(|fault| Error::Broken(fault.to_string()))?;
            made.map_or(Shown::Nothing, |publication| Shown::Live(publication.published().clone().into()))
        }
    };
    Ok(Seen { shown, erased_at })
}
