//! Reading teams.

use domain::ids::{AccountId, OrganisationId, TeamId, UnitId};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::rows;

/// A team as one account meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Where it belongs.
    pub organisation_id: OrganisationId,
    /// The unit that it belongs to.
    pub unit_id: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// Whether it is kept with its rounds but no longer offered.
    pub archived: bool,
    /// Whether the account that was asked for is a member.
    pub belongs: bool,
}

struct TeamRow {
    id: Uuid,
    organisation_id: Uuid,
    unit_id: Option<Uuid>,
    name: String,
    archived: bool,
    belongs: bool,
}

impl From<TeamRow> for Team {
    fn from(row: TeamRow) -> Self {
        let TeamRow { id, organisation_id, unit_id, name, archived, belongs } = row;
        Self {
            id: TeamId::new(id),
            organisation_id: OrganisationId::new(organisation_id),
            unit_id: unit_id.map(UnitId::new),
            name,
            archived,
            belongs,
        }
    }
}

impl Snapshot {
    /// A team of an organisation, and whether this account belongs to it; `None` too if it is another organisation's.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn team(
        &mut self,
        organisation: OrganisationId,
        team: TeamId,
        account: AccountId,
    ) -> Result<Option<Team>, StoreError> {
        let found = rows!(
            &mut self.conn,
            TeamRow,
            r#"SELECT t.id AS "id: _", t.organisation_id AS "organisation_id: _", t.unit_id AS "unit_id: _", t.name,
                (t.archived_at IS NOT NULL) AS "archived!: bool", (m.account_id IS NOT NULL) AS "belongs!: bool"
            FROM team t LEFT JOIN team_member m ON m.team_id = t.id AND m.account_id = $3
            WHERE t.id = $1 AND t.organisation_id = $2"#,
            team.uuid(),
            organisation.uuid(),
            account.uuid()
        )?;
        Ok(found.into_iter().next().map(Team::from))
    }

    /// The teams of an organisation that are still offered, by name; only those that the account belongs to, or all.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn teams_to_choose(
        &mut self,
        organisation: OrganisationId,
        account: AccountId,
        own_only: bool,
    ) -> Result<Vec<Team>, StoreError> {
        let found = rows!(
            &mut self.conn,
            TeamRow,
            r#"SELECT t.id AS "id: _", t.organisation_id AS "organisation_id: _", t.unit_id AS "unit_id: _", t.name,
                (t.archived_at IS NOT NULL) AS "archived!: bool", (m.account_id IS NOT NULL) AS "belongs!: bool"
            FROM team t LEFT JOIN team_member m ON m.team_id = t.id AND m.account_id = $2
            WHERE t.organisation_id = $1 AND t.archived_at IS NULL
                AND (m.account_id IS NOT NULL OR CAST($3 AS BIGINT) = 0)
            ORDER BY t.name_folded, t.id"#,
            organisation.uuid(),
            account.uuid(),
            i64::from(own_only)
        )?;
        Ok(found.into_iter().map(Team::from).collect())
    }
}
