//! What a closed round publishes: worked out once, kept, and read again.

use std::sync::Arc;

use domain::ids::RoundId;
use domain::privacy::{Kept, Publication, Published, Refused, Restored, lasting, publish};
use domain::round::{Mode, RoundState};
use store::{KeepPublication, KeptPublication, Newest, PublicationStored, Round, StorePublication};

use crate::{App, Error};

/// So often somebody else may be quicker before it is given up.
const TRIES: usize = 5;

/// What a round says of its publication now.
#[derive(Debug)]
pub(crate) struct Reading<P = Published> {
    /// The publication that is shown.
    pub publication: Option<KeptPublication<P>>,
    /// When the round's answers were deleted, in microseconds since 1970.
    pub erased_at: Option<i64>,
}

/// The publication of a round that is shown now. A closed round has one, which is made here if it is not there yet; of
/// a round that was opened again a confidential one goes on showing its last, and any other shows its answers as they
/// stand, so `None`.
///
/// # Errors
/// [`Error::Unavailable`]; [`Error::Conflict`] where the round's instrument is not known.
pub(crate) async fn published(app: &App, round: &Round) -> Result<Reading, Error> {
    published_together(app, &[round]).await?.pop().ok_or_else(|| Error::Broken("a round without a reading".to_owned()))
}

/// The same of several rounds, in their order; what all of them have published is read at once.
///
/// # Errors
/// As for [`published`].
pub(crate) async fn published_together<P: Restored>(app: &App, rounds: &[&Round]) -> Result<Vec<Reading<P>>, Error> {
    let ids: Vec<RoundId> = rounds.iter().map(|round| round.id).collect();
    for _ in 0..TRIES {
        let mut newest = app.store.snapshot().await?.newest_publications(&ids).await?;
        let (mut readings, mut missing) = (Vec::new(), Vec::new());
        for round in rounds {
            match stand(round, newest.remove(&round.id).unwrap_or_default()) {
                Ok(reading) => readings.push(reading),
                Err(Missing { closed_at, last }) => missing.push((round, last, closed_at)),
            }
        }
        if missing.is_empty() {
            return Ok(readings);
        }
        for (round, last, closed_at) in missing {
            make(app, round, last, closed_at).await?;
        }
    }
    Err(Error::Broken("a round is closed and opened too quickly to be published".to_owned()))
}

/// A closing that is still to be published, after the publication `last`.
struct Missing {
    closed_at: i64,
    last: i64,
}

/// What is shown of a round, if that does not have to be made first.
fn stand<P>(round: &Round, newest: Newest<P>) -> Result<Reading<P>, Missing> {
    let Newest { closed_at, erased_at, publication } = newest;
    let Some(closed_at) = closed_at else {
        let publication = publication.filter(|_| round.mode.k().is_some());
        return Ok(Reading { publication, erased_at });
    };
    let current = publication.as_ref().is_some_and(|newest| newest.stands_for == closed_at);
    if current || erased_at.is_some() {
        Ok(Reading { publication, erased_at })
    } else {
        Err(Missing { closed_at, last: publication.map_or(0, |newest| newest.number) })
    }
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
    let newest = app.store.snapshot().await?.newest_publications::<Published>(&[round.id]).await?.remove(&round.id);
    let Newest { closed_at, erased_at, publication } = newest.unwrap_or_default();
    let Some(stored) = publication else { return Ok(Recomputed::Gone) };
    if closed_at != Some(stored.closed_at) || erased_at.is_some() {
        return Ok(Recomputed::Gone);
    }
    let again = work_out(app, round, stored.number - 1, stored.seed).await?;
    let Ok(publication) = again else { return Ok(Recomputed::Gone) };
    let Kept { digest, .. } = publication.kept();
    Ok(if digest == stored.digest { Recomputed::Equal } else { Recomputed::Different })
}
