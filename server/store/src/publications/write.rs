//! Storing publications.

use domain::ids::RoundId;
use domain::privacy::Publication;
use std::sync::Arc;

use super::figures::enter;
use super::note_standing;
use crate::conn::Tx;
use crate::error::{StoreError, one};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::{exec, value};

/// Stores what a closed round publishes.
#[derive(Clone, Debug)]
pub struct StorePublication {
    /// The round.
    pub round_id: RoundId,
    /// The closing whose answers it was made of.
    pub closed_at: i64,
    /// One more than that of the publication it follows.
    pub number: i64,
    /// Now, in microseconds since 1970.
    pub at: i64,
    /// What the order of comments was made from.
    pub seed: i64,
    /// The publication.
    pub publication: Arc<Publication>,
}

/// Lets the newest publication stand for a further closing: too little has changed to publish anew.
#[derive(Clone, Debug)]
pub struct KeepPublication {
    /// The round.
    pub round_id: RoundId,
    /// The closing.
    pub closed_at: i64,
    /// The publication that stands.
    pub number: i64,
}

/// What became of a [`StorePublication`] or [`KeepPublication`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicationStored {
    /// It is there.
    Stored,
    /// Somebody was quicker, or the round is not closed any more, or was closed again: what was worked out is not of the
    /// answers as they stand. Nothing changed.
    Overtaken,
}

impl Tx {
    /// Whether the round stands as it did when the publication was worked out. Holds the round until the end.
    async fn stands(&mut self, round: RoundId, closed_at: i64, newest: i64) -> Result<bool, StoreError> {
        self.lock_round(round, Use::Alone).await?;
        if self.closing_of(round).await? != Some(closed_at) {
            return Ok(false);
        }
        let last = value!(
            &mut self.conn,
            r#"SELECT CAST(COALESCE(max(number), 0) AS BIGINT) AS "n!: i64" FROM publication WHERE round_id = $1"#,
            round.uuid()
        )?;
        Ok(last == Some(newest))
    }
}

/// What a publication is stored under.
pub(crate) struct NewPublication {
    pub(crate) round_id: RoundId,
    pub(crate) number: i64,
    pub(crate) closed_at: i64,
    pub(crate) at: i64,
    pub(crate) seed: i64,
}

/// Enters a publication with its figures; the round is held.
pub(crate) async fn insert(tx: &mut Tx, new: &NewPublication, publication: &Publication) -> Result<(), StoreError> {
    let kept = publication.kept();
    let scores = &publication.published().scores;
    one(exec!(
        &mut tx.conn,
        "INSERT INTO publication (round_id, number, closed_at, stands_for, made_at, instrument_version, scoring_version, seed,
            shown, digest, memory)
        VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)",
        new.round_id.uuid(),
        new.number,
        new.closed_at,
        new.at,
        scores.instrument.version,
        scores.scoring_version,
        new.seed,
        kept.shown,
        kept.digest,
        kept.memory.unwrap_or_default()
    )?)?;
    enter(tx, new.round_id, new.number, scores).await
}

impl Command for StorePublication {
    type Outcome = PublicationStored;

    async fn run(&self, tx: &mut Tx) -> Result<PublicationStored, StoreError> {
        if !tx.stands(self.round_id, self.closed_at, self.number - 1).await? {
            return Ok(PublicationStored::Overtaken);
        }
        let Self { round_id, closed_at, number, at, seed, ref publication } = *self;
        insert(tx, &NewPublication { round_id, number, closed_at, at, seed }, publication).await?;
        Ok(PublicationStored::Stored)
    }
}

impl Command for KeepPublication {
    type Outcome = PublicationStored;

    async fn run(&self, tx: &mut Tx) -> Result<PublicationStored, StoreError> {
        if !tx.stands(self.round_id, self.closed_at, self.number).await? {
            return Ok(PublicationStored::Overtaken);
        }
        one(exec!(
            &mut tx.conn,
            "UPDATE publication SET stands_for = $3 WHERE round_id = $1 AND number = $2",
            self.round_id.uuid(),
            self.number,
            self.closed_at
        )?)?;
        note_standing(tx, self.round_id).await?;
        Ok(PublicationStored::Stored)
    }
}
