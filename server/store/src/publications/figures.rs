//! The figures of each round's newest publication, one a row.

use domain::figures::Figure;
use domain::ids::RoundId;
use domain::scoring::Scores;

use super::note_standing;
use crate::conn::Tx;
use crate::error::{StoreError, one};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::exec;

/// Enters the figures of a publication in place of those of the one before.
pub(super) async fn enter(tx: &mut Tx, round: RoundId, number: i64, scores: &Scores) -> Result<(), StoreError> {
    exec!(&mut tx.conn, "DELETE FROM publication_figure WHERE round_id = $1", round.uuid())?;
    for figure in Figure::all(scores) {
        one(exec!(
            &mut tx.conn,
            "INSERT INTO publication_figure (round_id, number, figure, value, n, told) VALUES ($1, $2, $3, $4, $5, $6)",
            round.uuid(),
            number,
            figure.id,
            figure.value,
            i64::from(figure.n),
            figure.kept()
        )?)?;
    }
    note_standing(tx, round).await
}

/// Enters the figures of a round's newest publication, where none are kept.
#[derive(Clone, Copy, Debug)]
pub struct EnterFigures {
    /// The round.
    pub round_id: RoundId,
}

impl Command for EnterFigures {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        tx.lock_round(self.round_id, Use::Alone).await?;
        match tx.publication(self.round_id).await? {
            Some(newest) => enter(tx, self.round_id, newest.number, &newest.published.scores).await,
            None => Ok(()),
        }
    }
}
