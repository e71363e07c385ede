//! What happens to rounds by itself: opening and closing on their days, and deleting answers that were kept long enough.

use domain::audit::Deed;
use domain::ids::RoundId;
use store::{Audited, Due, EraseAnswers, Note, Turn, TurnRound};

use crate::results::{published, to_last};
use crate::{App, Error};

/// Does what is due by now, some rounds at a time; how many. Doing it twice, or on two servers at once, changes nothing
/// more: each step looks at the round again under its lock.
///
/// # Errors
/// [`Error::Unavailable`]; what was done before stays done.
pub async fn due(app: &App) -> Result<usize, Error> {
    let at = app.now();
    let due = app.store.snapshot().await?.rounds_due(at).await?;
    let count = due.len();
    let mut failed = None;
    for Due { round_id, organisation_id, turn } in due {
        let deed = match turn {
            Some(Turn::Open) => Deed::RoundOpened,
            Some(_) => Deed::RoundClosed,
            None => Deed::AnswersErased,
        };
        let (subject, detail) = (format!("round {round_id}"), "on its day".to_owned());
        let note = Note { organisation_id, actor: None, deed, subject, detail, at };
        let done = match turn {
            Some(turn) => {
                let command = TurnRound { round_id, turn, by: None, at };
                app.store.execute(Audited { command, note }).await.map(drop).map_err(Error::from)
            }
            None => erase(app, round_id, note).await,
        };
        let done = if turn == Some(Turn::Close) { done.and(publish(app, round_id).await) } else { done };
        // One that cannot be turned does not hold up the others.
        if let Err(error) = done {
            tracing::error!(error = &error as &dyn std::error::Error, %round_id, "a round could not be turned");
            failed = Some(error);
        }
    }
    failed.map_or(Ok(count), Err)
}

/// Works out what a round that was just closed publishes, so that nobody has to wait for it later.
pub(super) async fn publish(app: &App, round: RoundId) -> Result<(), Error> {
    if let Some(round) = app.store.snapshot().await?.round(round).await? {
        published(app, &round).await?;
    }
    Ok(())
}

async fn erase(app: &App, round_id: RoundId, note: Note) -> Result<(), Error> {
    let Some(round) = app.store.snapshot().await?.round(round_id).await? else { return Ok(()) };
    let lasting = to_last(app, &round).await?;
    let command = EraseAnswers { round_id, lasting, at: note.at };
    app.store.execute(Audited { command, note }).await?;
    Ok(())
}
