//! The rounds that a plan is held against.

use domain::ids::TeamId;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::rounds::{Round, RoundRow};
use crate::sql::rows;

impl Snapshot {
    /// The round of a team whose result tells where it stands: the one that was closed last or, where none was, the
    /// newest open one whose answers are shown as they come in.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn telling_round(&mut self, team: TeamId) -> Result<Option<Round>, StoreError> {
        let found = rows!(
            &mut self.conn,
            RoundRow,
            r#"SELECT r.id AS "id: _", r.organisation_id AS "organisation_id: _", r.team_id AS "team_id: _",
                t.name AS team_name, r.name, r.subject, r.mode, r.k, r.state, r.instrument_id, r.instrument_version,
                r.created_at
            FROM round r JOIN team t ON t.id = r.team_id
            WHERE r.team_id = $1 AND r.state <> 'draft'
                AND (r.state <> 'open' OR r.mode <> 'confidential'
                    OR EXISTS (SELECT 1 FROM publication p WHERE p.round_id = r.id))
            ORDER BY CASE WHEN r.state = 'open' AND r.mode <> 'confidential' THEN 1 ELSE 0 END,
                COALESCE(r.closed_at, r.created_at) DESC, r.created_at DESC, r.id DESC
            LIMIT 1"#,
            team.uuid()
        )?;
        found.into_iter().next().map(Round::try_from).transpose()
    }

    /// The rounds that actions of a team were made from, newest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn rounds_of_actions(&mut self, team: TeamId, limit: i64) -> Result<Vec<Round>, StoreError> {
        let found = rows!(
            &mut self.conn,
            RoundRow,
            r#"SELECT r.id AS "id: _", r.organisation_id AS "organisation_id: _", r.team_id AS "team_id: _",
                t.name AS team_name, r.name, r.subject, r.mode, r.k, r.state, r.instrument_id, r.instrument_version,
                r.created_at
            FROM round r JOIN team t ON t.id = r.team_id
            WHERE r.team_id = $1 AND r.state <> 'draft'
                AND EXISTS (SELECT 1 FROM plan_action a WHERE a.round_id = r.id)
            ORDER BY r.created_at DESC, r.id DESC LIMIT CAST($2 AS BIGINT)"#,
            team.uuid(),
            limit
        )?;
        found.into_iter().map(Round::try_from).collect()
    }
}
