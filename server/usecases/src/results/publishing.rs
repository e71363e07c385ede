//! What a closed round publishes: worked out once, kept, and read again.

use std::sync::Arc;

use domain::privacy::{Kept, Publication, Refused, lasting, publish};
use domain::round::{Mode, RoundState};
use store::{KeepPublication, KeptPublication, PublicationStored, Round, StorePublication};

use crate::{App, Error};

/// So often somebody else may be quicker before it is given up.
const TRIES: usize = 5;

/// The publication of a round that is shown now. A closed round has one, which is made here if it is not there yet; of
/// a round that was opened again a confidential one goes on showing its last, and any other shows its answers as they
/// stand, so `None`.
///
/// # Errors
/// [`Error::Unavailable`]; [`Error::Conflict`] where the round's instrument is not known.
pub(crate) async fn published(app: &App, round: &Round) -> Result<Option<KeptPublication>, Error> {
    for _ in 0..TRIES {
        let mut snapshot = app.store.snapshot().await?;
        let newest = snapshot.publication(round.id).await?;
        let Some(closed_at) = snapshot.closing_of(round.id).await? else {
            return Ok(newest.filter(|_| round.mode.k().is_some()));
        };
        let current = newest.as_ref().is_some_and(|newest| newest.stands_for == closed_at);
        if current || snapshot.round_plan(round.id).await?.erased_at.is_some() {
            return Ok(newest);
        }
        drop(snapshot);
        make(app, round, newest.map_or(0, |newest| newest.number), closed_at).await?;
    }
    Err(Error::Broken("a round is closed and opened too quickly to be published".to_owned()))
}

/// Publishes a closed round after its publication `last`. Whatever comes of it, the next look finds it.
async fn make(app: &App, round: &Round, last: i64, closed_at: i64) -> Result<(), Error> {
    let seed = app.mint().seed();
    match work_out(app, round, last, seed).await? {
        Ok(publication) => {
            let (round_id, number, at) = (round.id, last + 1, app.now());
            let publication = Arc::new(publication);
            app.store.execute(StorePublication { round_id, closed_at, number, at, seed, publication }).await?;
        }
        Err(Refused::TooFewChanged | Refused::Forgotten) => {
            let command = KeepPublication { round_id: round.id, closed_at, number: last };
            let _: PublicationStored = app.store.execute(command).await?;
        }
        // It was opened meanwhile: the next look sees that.
        Err(Refused::NotClosed) => {}
    }
    Ok(())
}

async fn work_out(app: &App, round: &Round, last: i64, seed: i64) -> Result<Result<Publication, Refused>, Error> {
    let instrument = app.instrument_of(round)?;
    let mut snapshot = app.store.snapshot().await?;
    // As the database says it now, not as it was read before.
    let state = match snapshot.closing_of(round.id).await? {
        Some(_) => RoundState::Closed,
        None => RoundState::Open,
    };
    let before = match round.mode {
        Mode::Confidential { .. } => snapshot.publication_to_follow(round, last).await?,
        Mode::Named | Mode::OneAnswer => None,
    };
    let answers = snapshot.answers_of_round(&Round { state, ..round.clone() }).await?;
    drop(snapshot);
    // Work for a processor: a round may have many respondents.
    let work = move || publish(instrument, &answers.seal(instrument), before.as_ref(), seed.cast_unsigned());
    tokio::task::spawn_blocking(work).await.map_err(|fault| Error::Broken(fault.to_string()))
}

/// What is kept of a round whose answers are about to be deleted.
pub(crate) async fn to_last(app: &App, round: &Round) -> Result<Option<Arc<Publication>>, Error> {
    // A confidential round is published before its answers go.
    published(app, round).await?;
    let instrument = app.instrument_of(round)?;
    let answers = app.store.snapshot().await?.answers_of_round(round).await?;
    let work = move || lasting(instrument, &answers.seal(instrument)).map(Arc::new);
    tokio::task::spawn_blocking(work).await.map_err(|fault| Error::Broken(fault.to_string()))
}

/// Whether a stored publication is what its round's answers give when they are published once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recomputed {
    /// To the last digit.
    Equal,
    /// It is not: the store or the rules have changed.
    Different,
    /// There is no publication that its answers could still give.
    Gone,
}

/// Works out the newest publication of a round once more and compares it with what is stored.
///
/// # Errors
/// [`Error::Unavailable`]; [`Error::Conflict`] where the round's instrument is not known.
pub async fn recompute(app: &App, round: &Round) -> Result<Recomputed, Error> {
    let mut snapshot = app.store.snapshot().await?;
    let Some(stored) = snapshot.publication(round.id).await? else { return Ok(Recomputed::Gone) };
    let current = snapshot.closing_of(round.id).await? == Some(stored.closed_at);
    let erased = snapshot.round_plan(round.id).await?.erased_at.is_some();
    drop(snapshot);
    if !current || erased {
        return Ok(Recomputed::Gone);
    }
    let again = work_out(app, round, stored.number - 1, stored.seed).await?;
    let Ok(publication) = again else { return Ok(Recomputed::Gone) };
    let Kept { digest, .. } = publication.kept();
    Ok(if digest == stored.digest { Recomputed::Equal } else { Recomputed::Different })
}
