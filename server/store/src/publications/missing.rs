//! Closed rounds whose publication is not there yet.

use domain::ids::OrganisationId;
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
    total: i64,
}

impl TryFrom<MissingRow> for Round {
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
            total: _,
        } = row;
        Self::try_from(RoundRow {
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
    }
}

impl Snapshot {
    /// Closed rounds of an organisation, newest first, that have published nothing since they were last closed, or of
    /// whose publication no figures are kept; of this version of an instrument, with which they could publish now. With
    /// some of them, how many there are in all.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn unpublished_rounds(
        &mut self,
        organisation: OrganisationId,
        instrument: (&str, &str),
        limit: i64,
    ) -> Result<(Vec<Round>, i64), StoreError> {
        let found = rows!(
            &mut self.conn,
            MissingRow,
            r#"SELECT r.id AS "id: _", r.organisation_id AS "organisation_id: _", r.team_id AS "team_id: _",
                t.name AS team_name, r.name, r.subject, r.mode, r.k, r.state, r.instrument_id, r.instrument_version,
                r.created_at, count(*) OVER () AS "total!: i64"
            FROM round r JOIN team t ON t.id = r.team_id
            WHERE r.organisation_id = $1 AND r.state IN ('closed', 'published')
                AND r.instrument_id = $2 AND r.instrument_version = $3
                AND ((r.erased_at IS NULL AND (r.stands_for IS NULL OR r.stands_for <> COALESCE(r.closed_at, 0)))
                    OR (r.stands_for IS NOT NULL AND r.shown_closing IS NULL))
            ORDER BY r.created_at DESC, r.id DESC LIMIT CAST($4 AS BIGINT)"#,
            organisation.uuid(),
            instrument.0,
            instrument.1,
            limit
        )?;
        let total = found.first().map_or(0, |row| row.total);
        let rounds = found.into_iter().map(Round::try_from).collect::<Result<_, _>>()?;
        Ok((rounds, total))
    }
}
