//! Reading publications.

use domain::ids::RoundId;
use domain::privacy::{Publication, Published};

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::rounds::Round;
use crate::sql::{rows, value};

/// The newest publication of a round.
#[derive(Debug)]
pub struct KeptPublication {
    /// 1 for the round's first.
    pub number: i64,
    /// The closing of the round whose answers it was made of, in microseconds since 1970.
    pub closed_at: i64,
    /// The newest closing that it stands for: a later one where too little had changed to publish anew.
    pub stands_for: i64,
    /// When it was made.
    pub made_at: i64,
    /// What the order of comments was made from.
    pub seed: i64,
    /// SHA-256 of the text that was stored.
    pub digest: String,
    /// What is shown.
    pub published: Published,
}

struct Row {
    number: i64,
    closed_at: i64,
    stands_for: i64,
    made_at: i64,
    seed: i64,
    digest: String,
    shown: String,
}

struct Whole {
    shown: String,
    memory: String,
}

pub(super) fn unreadable(error: &domain::privacy::Unreadable) -> StoreError {
    // What the message quotes may be part of the text.
    tracing::error!(no_memory = matches!(error, domain::privacy::Unreadable::NoMemory), "a publication is broken");
    StoreError::Inconsistent { what: "a publication that cannot be read" }
}

impl Snapshot {
    /// The newest publication of a round, if there is one.
    ///
    /// # Errors
    /// If the database does not answer, or what it holds is no publication.
    pub async fn publication(&mut self, round: RoundId) -> Result<Option<KeptPublication>, StoreError> {
        let found = rows!(
            &mut self.conn,
            Row,
            "SELECT number, closed_at, stands_for, made_at, seed, digest, shown FROM publication
            WHERE round_id = $1 ORDER BY number DESC LIMIT 1",
            round.uuid()
        )?;
        let Some(Row { number, closed_at, stands_for, made_at, seed, digest, shown }) = found.into_iter().next() else {
            return Ok(None);
        };
        let published = Published::restored(&shown).map_err(|error| unreadable(&error))?;
        Ok(Some(KeptPublication { number, closed_at, stands_for, made_at, seed, digest, published }))
    }

    /// A publication of a round with all that the next one has to know, sealed; `None` for number 0 and any that was
    /// never made.
    ///
    /// # Errors
    /// If the database does not answer, what it holds is no publication, or its answers were deleted.
    pub async fn publication_to_follow(
        &mut self,
        round: &Round,
        number: i64,
    ) -> Result<Option<Publication>, StoreError> {
        let found = rows!(
            &mut self.conn,
            Whole,
            "SELECT shown, memory FROM publication WHERE round_id = $1 AND number = $2",
            round.id.uuid(),
            number
        )?;
        let Some(Whole { shown, memory }) = found.into_iter().next() else { return Ok(None) };
        let memory = (!memory.is_empty()).then_some(memory.as_str());
        Publication::restored(&shown, memory).map(Some).map_err(|error| unreadable(&error))
    }

    /// When a round was last closed, in microseconds since 1970; `None` while it is not.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn closing_of(&mut self, round: RoundId) -> Result<Option<i64>, StoreError> {
        let closed = value!(
            &mut self.conn,
            r#"SELECT COALESCE(closed_at, 0) AS "n!: i64" FROM round
            WHERE id = $1 AND state IN ('closed', 'published')"#,
            round.uuid()
        )?;
        Ok(closed)
    }
}
