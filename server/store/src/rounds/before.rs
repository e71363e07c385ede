//! The round of a team before another one.

use domain::ids::RoundId;
use uuid::Uuid;

use super::Round;
use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::value;

impl Snapshot {
    /// The last round of the same team that was made before this one, drafts left out; `None` for its first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn round_before(&mut self, round: &Round) -> Result<Option<RoundId>, StoreError> {
        let found: Option<Uuid> = value!(
            &mut self.conn,
            r#"SELECT id AS "id: _" FROM round
            WHERE team_id = $1 AND organisation_id = $2 AND state <> 'draft' AND created_at < $3
            ORDER BY created_at DESC, id DESC LIMIT 1"#,
            round.team_id.uuid(),
            round.organisation_id.uuid(),
            round.created_at
        )?;
        Ok(found.map(RoundId::new))
    }
}
