//! What goes from publications when answers go.

use domain::ids::{ResponseId, RoundId};
use domain::privacy::{lasting_text, memory_without, without_texts};
use uuid::Uuid;

use super::note_standing;
use super::read::unreadable;
use crate::conn::Tx;
use crate::error::StoreError;
use crate::sql::{exec, rows, value};

struct Row {
    round_id: Uuid,
    number: i64,
    shown: String,
    memory: String,
}

struct Text {
    field: String,
    value: String,
}

/// To be called before a response is erased or loses its name. A publication of a round that is not confidential goes
/// as a whole: it is made again of what is left when it is next looked at. In one of a confidential round the figures
/// stay, for what is published is published; the response's texts and what the memory holds of it go.
pub(crate) async fn forget_response(tx: &mut Tx, response: ResponseId) -> Result<(), StoreError> {
    let id = response.uuid();
    let named: Option<Uuid> = value!(
        &mut tx.conn,
        r#"SELECT r.id AS "id: _" FROM response p JOIN round r ON r.id = p.round_id
        WHERE p.id = $1 AND r.mode <> 'confidential'"#,
        id
    )?;
    if let Some(round) = named {
        return forget_all(tx, RoundId::new(round)).await;
    }
    let found = rows!(
        &mut tx.conn,
        Row,
        r#"SELECT b.round_id AS "round_id: _", b.number, b.shown, b.memory FROM publication b
        WHERE b.round_id = (SELECT p.round_id FROM response p WHERE p.id = $1)"#,
        id
    )?;
    if found.is_empty() {
        return Ok(());
    }
    let texts = rows!(
        &mut tx.conn,
        Text,
        "SELECT field, value FROM answer_history WHERE response_id = $1 AND value <> ''",
        id
    )?;
    let texts: Vec<(String, String)> = texts.into_iter().map(|Text { field, value }| (field, value)).collect();
    for Row { round_id, number, shown, memory } in found {
        let shown = without_texts(&shown, &texts).map_err(|error| unreadable(&error))?;
        let memory = if memory.is_empty() {
            memory
        } else {
            memory_without(&memory, &response.to_string()).map_err(|error| unreadable(&error))?
        };
        exec!(
            &mut tx.conn,
            "UPDATE publication SET shown = $3, memory = $4 WHERE round_id = $1 AND number = $2",
            round_id,
            number,
            shown,
            memory
        )?;
    }
    Ok(())
}

/// Takes away all that a round has published.
async fn forget_all(tx: &mut Tx, round: RoundId) -> Result<(), StoreError> {
    exec!(&mut tx.conn, "DELETE FROM publication WHERE round_id = $1", round.uuid())?;
    note_standing(tx, round).await
}

/// To be called when all answers of a confidential round go: figures stay, texts and memories go.
pub(crate) async fn forget_answers(tx: &mut Tx, round: RoundId) -> Result<(), StoreError> {
    let found = rows!(
        &mut tx.conn,
        Row,
        r#"SELECT round_id AS "round_id: _", number, shown, memory FROM publication WHERE round_id = $1"#,
        round.uuid()
    )?;
    for Row { round_id, number, shown, .. } in found {
        let shown = lasting_text(&shown).map_err(|error| unreadable(&error))?;
        exec!(
            &mut tx.conn,
            "UPDATE publication SET shown = $3, memory = '' WHERE round_id = $1 AND number = $2",
            round_id,
            number,
            shown
        )?;
    }
    Ok(())
}
