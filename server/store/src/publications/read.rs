//! Reading publications.

use std::collections::BTreeMap;

use domain::ids::RoundId;
use domain::privacy::{Publication, Published, Restored};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::rounds::{Round, eights};
use crate::sql::{rows, value};

/// The newest publication of a round, or as much of it as is wanted.
#[derive(Debug)]
pub struct KeptPublication<P = Published> {
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
    pub published: P,
}

/// The newest publication of a round, and how the round stands.
#[derive(Debug)]
pub struct Newest<P = Published> {
    /// When the round was last closed, in microseconds since 1970; `None` while it is not.
    pub closed_at: Option<i64>,
    /// When its answers were deleted.
    pub erased_at: Option<i64>,
    /// What it published last.
    pub publication: Option<KeptPublication<P>>,
}

impl<P> Default for Newest<P> {
    fn default() -> Self {
        Self { closed_at: None, erased_at: None, publication: None }
    }
}

struct Row {
    round_id: Uuid,
    round_closed_at: Option<i64>,
    erased_at: Option<i64>,
    number: Option<i64>,
    closed_at: Option<i64>,
    stands_for: Option<i64>,
    made_at: Option<i64>,
    seed: Option<i64>,
    digest: Option<String>,
    shown: Option<String>,
}

impl<P: Restored> TryFrom<Row> for Newest<P> {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let Row { number, closed_at, stands_for, made_at, seed, digest, shown, .. } = row;
        let publication = match (number, closed_at, stands_for, made_at, seed, digest, shown) {
            (Some(number), Some(closed_at), Some(stands_for), Some(made_at), Some(seed), Some(digest), Some(shown)) => {
                let published = P::restored(&shown).map_err(|error| unreadable(&error))?;
                Some(KeptPublication { number, closed_at, stands_for, made_at, seed, digest, published })
            }
            _ => None,
        };
        Ok(Self { closed_at: row.round_closed_at, erased_at: row.erased_at, publication })
    }
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
        Ok(self.newest_publications(&[round]).await?.remove(&round).and_then(|newest| newest.publication))
    }

    /// The newest publication of each of these rounds, and how the round stands; without those that are not there.
    ///
    /// # Errors
    /// As for [`Snapshot::publication`].
    pub async fn newest_publications<P: Restored>(
        &mut self,
        rounds: &[RoundId],
    ) -> Result<BTreeMap<RoundId, Newest<P>>, StoreError> {
        let mut all = BTreeMap::new();
        for [a, b, c, d, e, f, g, h] in eights(rounds) {
            let found = rows!(
                &mut self.conn,
                Row,
                r#"SELECT r.id AS "round_id: _",
                    CASE WHEN r.state IN ('closed', 'published') THEN COALESCE(r.closed_at, 0) END
                        AS "round_closed_at?: i64",
                    r.erased_at, b.number AS "number?", b.closed_at AS "closed_at?", b.stands_for AS "stands_for?",
                    b.made_at AS "made_at?", b.seed AS "seed?", b.digest AS "digest?", b.shown AS "shown?"
                FROM round r LEFT JOIN publication b ON b.round_id = r.id
                    AND b.number = (SELECT max(n.number) FROM publication n WHERE n.round_id = r.id)
                WHERE r.id IN ($1, $2, $3, $4, $5, $6, $7, $8)"#,
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h
            )?;
            for row in found {
                all.insert(RoundId::new(row.round_id), Newest::try_from(row)?);
            }
        }
        Ok(all)
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
