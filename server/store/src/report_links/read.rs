//! Reading links.

use domain::ids::{ReportLinkId, RoundId};
use domain::links::ReportKey;
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::rounds::{Round, RoundRow};
use crate::sql::{rows, value};

/// A link to what a round has published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLink {
    /// Its id.
    pub id: ReportLinkId,
    /// The name of who made it; empty once they are gone.
    pub made_by: String,
    /// When it was made, in microseconds since 1970.
    pub created_at: i64,
    /// Until when it works, in microseconds since 1970.
    pub expires_at: i64,
}

struct Row {
    id: Uuid,
    made_by: String,
    created_at: i64,
    expires_at: i64,
}

impl Snapshot {
    /// The links of a round that work at this moment, in microseconds since 1970, the newest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn report_links_of_round(&mut self, round: RoundId, at: i64) -> Result<Vec<ReportLink>, StoreError> {
        let found = rows!(
            &mut self.conn,
            Row,
            r#"SELECT l.id AS "id: _", COALESCE(a.name, '') AS "made_by!", l.created_at, l.expires_at
            FROM report_link l LEFT JOIN account a ON a.id = l.made_by
            WHERE l.round_id = $1 AND l.expires_at > $2 ORDER BY l.created_at DESC, l.id DESC"#,
            round.uuid(),
            at
        )?;
        let link = |Row { id, made_by, created_at, expires_at }| ReportLink {
            id: ReportLinkId::new(id),
            made_by,
            created_at,
            expires_at,
        };
        Ok(found.into_iter().map(link).collect())
    }

    /// The round that a link shows at this moment, in microseconds since 1970, and until when it does.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn round_by_report_key(&mut self, key: &ReportKey, at: i64) -> Result<Option<(Round, i64)>, StoreError> {
        let found = rows!(
            &mut self.conn,
            RoundRow,
            r#"SELECT r.id AS "id: _", r.organisation_id AS "organisation_id: _", r.team_id AS "team_id: _",
                t.name AS team_name, r.name, r.subject, r.mode, r.k, r.state, r.instrument_id, r.instrument_version,
                r.created_at
            FROM report_link l JOIN round r ON r.id = l.round_id JOIN team t ON t.id = r.team_id
            WHERE l.key = $1 AND l.expires_at > $2"#,
            key.as_str(),
            at
        )?;
        let Some(row) = found.into_iter().next() else { return Ok(None) };
        let until = value!(&mut self.conn, "SELECT expires_at FROM report_link WHERE key = $1", key.as_str())?;
        Ok(Some((Round::try_from(row)?, until.unwrap_or(at))))
    }
}
