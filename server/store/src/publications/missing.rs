//! Rounds whose publication or figures are not there yet.

use domain::ids::{OrganisationId, RoundId};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::rounds::{Round, RoundRow};
use crate::sql::rows;

struct MissingRow {
    id: Uuid,
    organisation_id: Uuid,
    team_id: Uuid,
    team_name: String,
    name: String,
    subject: String,
    mode: String,
    k: Option<i64>,
    state: String,
    instrument_id: String,
    instrument_version: String,
    created_at: i64,
    lacks_figures: bool,
    total: i64,
}

/// A round of which a table of many rounds cannot show yet what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unpublished {
    /// It is closed, and has published nothing since.
    Round(Round),
    /// The figures of what it has published are not entered.
    Figures(RoundId),
}

impl Unpublished {
    /// Its id.
    #[must_use]
    pub const fn id(&self) -> RoundId {
        match self {
            Self::Round(round) => round.id,
            Self::Figures(id) => *id,
        }
    }
}

impl TryFrom<MissingRow> for Unpublished {
    type Error = StoreError;

    fn try_from(row: MissingRow) -> Result<Self, StoreError> {
        let MissingRow {
            id,
            organisation_id,
            team_id,
            team_name,
            name,
            subject,
            mode,
            k,
            state,
            instrument_id,
            instrument_version,
            created_at,
            lacks_figures,
            total: _,
        } = row;
        if lacks_figures {
            return Ok(Self::Figures(RoundId::new(id)));
        }
        Round::try_from(RoundRow {
            id,
            organisation_id,
            team_id,
            team_name,
            name,
            subject,
            mode,
            k,
            state,
            instrument_id,
            instrument_version,
            created_at,
        })
        .map(Self::Round)
    }
}

impl Snapshot {
    /// Rounds of an organisation, newest first, that are to publish something, or whose figures are to be entered. A round
    /// publishes with this version of an instrument only; entering figures needs none. With some of them, how many there are
    /// in all.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn unpublished_rounds(
        &mut self,
        organisation: OrganisationId,
        instrument: (&str, &str),
        limit: i64,
    ) -> Result<(Vec<Unpublished>, i64), StoreError> {
        let found = rows!(
            &mut self.conn,
            MissingRow,
            r#"SELECT r.id AS "id: _", r.organisation_id AS "organisation_id: _", r.team_id AS "team_id: _",
                t.name AS team_name, r.name, r.subject, r.mode, r.k, r.state, r.instrument_id, r.instrument_version,
                r.created_at, r.stands_for IS NOT NULL AND r.shown_closing IS NULL AS "lacks_figures!: bool",
                count(*) OVER () AS "total!: i64"
            FROM round r JOIN team t ON t.id = r.team_id
            WHERE r.organisation_id = $1
                AND ((r.erased_at IS NULL AND r.state IN ('closed', 'published')
                        AND (r.stands_for IS NULL OR r.stands_for <> COALESCE(r.closed_at, 0)))
                    OR (r.stands_for IS NOT NULL AND r.shown_closing IS NULL
                        AND (r.state IN ('closed', 'published') OR r.mode = 'confidential')))
                AND ((r.stands_for IS NOT NULL AND r.shown_closing IS NULL)
                    OR (r.instrument_id = $2 AND r.instrument_version = $3))
            ORDER BY r.created_at DESC, r.id DESC LIMIT CAST($4 AS BIGINT)"#,
            organisation.uuid(),
            instrument.0,
            instrument.1,
            limit
        )?;
        let total = found.first().map_or(0, |row| row.total);
        let rounds = found.into_iter().map(Unpublished::try_from).collect::<Result<_, _>>()?;
        Ok((rounds, total))
    }
}
