//! The figures of each round's newest publication, one a row.

use domain::figures::Figure;
use domain::ids::RoundId;
use domain::scoring::{Detail, Scores, Status};
use domain::statistics::Interval;

use super::note_standing;
use crate::conn::Tx;
use crate::error::{StoreError, one};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::exec;

/// A figure as the queries give it.
pub(super) struct FigureRow {
    pub figure: String,
    pub status: String,
    pub detail: String,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: i64,
}

impl TryFrom<FigureRow> for Figure {
    type Error = StoreError;

    fn try_from(row: FigureRow) -> Result<Self, StoreError> {
        let FigureRow { figure, status, detail, value, low, high, n } = row;
        let unknown = StoreError::Inconsistent { what: "a figure in unknown words" };
        Ok(Self {
            id: figure,
            status: Status::from_word(&status).ok_or_else(|| unknown.clone())?,
            detail: Detail::from_word(&detail).ok_or_else(|| unknown.clone())?,
            value,
            interval: low.zip(high).map(|(low, high)| Interval { low, high }),
            n: u32::try_from(n).map_err(|_| unknown)?,
        })
    }
}

/// Enters the figures of a publication in place of those of the one before.
pub(super) async fn enter(tx: &mut Tx, round: RoundId, number: i64, scores: &Scores) -> Result<(), StoreError> {
    exec!(&mut tx.conn, "DELETE FROM publication_figure WHERE round_id = $1", round.uuid())?;
    for Figure { id, status, detail, value, interval, n } in Figure::all(scores) {
        one(exec!(
            &mut tx.conn,
            "INSERT INTO publication_figure (round_id, number, figure, status, detail, value, low, high, n)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            round.uuid(),
            number,
            id,
            status.word(),
            detail.word(),
            value,
            interval.map(|interval| interval.low),
            interval.map(|interval| interval.high),
            i64::from(n)
        )?)?;
    }
    note_standing(tx, round).await
}

/// Enters the figures of a round's newest publication, where that was made before figures were kept.
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
