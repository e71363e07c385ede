//! What a round notes of its newest publication, for tables of many rounds.

use domain::ids::RoundId;

use crate::conn::Tx;
use crate::error::StoreError;
use crate::sql::exec;

/// To be called when a publication of a round, or its figures, has come, gone or changed: writes into the round's row
/// what follows from them.
pub(crate) async fn note_standing(tx: &mut Tx, round: RoundId) -> Result<(), StoreError> {
    exec!(
        &mut tx.conn,
        "UPDATE round SET
            stands_for = (SELECT b.stands_for FROM publication b WHERE b.round_id = $1 ORDER BY b.number DESC LIMIT 1),
            shown_closing = (SELECT b.closed_at FROM publication b
                JOIN publication_figure f ON f.round_id = b.round_id AND f.number = b.number AND f.figure = 'index'
                WHERE b.round_id = $1),
            shown_people = (SELECT f.n FROM publication_figure f WHERE f.round_id = $1 AND f.figure = 'index'),
            shown_index = (SELECT f.value FROM publication_figure f WHERE f.round_id = $1 AND f.figure = 'index')
        WHERE id = $1",
        round.uuid()
    )?;
    Ok(())
}
