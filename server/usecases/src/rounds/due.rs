//! What happens to rounds by itself: opening and closing on their days, and deleting answers that were kept long enough.

use domain::audit::Deed;
use store::{Audited, Due, EraseAnswers, Note, Turn, TurnRound};

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
    for Due { round_id, organisation_id, turn } in due {
        let deed = match turn {
            Some(Turn::Open) => Deed::RoundOpened,
            Some(_) => Deed::RoundClosed,
            None => Deed::AnswersErased,
        };
        let (subject, detail) = (format!("round {round_id}"), "on its day".to_owned());
        let note = Note { organisation_id, actor: None, deed, subject, detail, at };
        if let Some(turn) = turn {
            app.store.execute(Audited { command: TurnRound { round_id, turn, by: None, at }, note }).await?;
        } else {
            app.store.execute(Audited { command: EraseAnswers { round_id, at }, note }).await?;
        }
    }
    Ok(count)
}
