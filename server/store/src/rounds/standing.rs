//! Who of a team has begun to answer, and who has not.

use domain::ids::{AccountId, OrganisationId, RoundId, TeamId};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::{rows, value};

/// A member of the team that a round asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The account.
    pub account_id: AccountId,
    /// Name or address.
    pub name: String,
    /// How far they are.
    pub standing: Standing,
}

/// How far a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was begun by this account.
    NotBegun,
    /// Begun. In a confidential round nobody knows more.
    Begun,
    /// Handed in.
    Submitted,
}

struct Row {
    account_id: Uuid,
    name: String,
    state: Option<String>,
    used: bool,
}

struct RoleRow {
    value: String,
}

impl Snapshot {
    /// The members of a round's team who can answer, by name, and how far each is.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn members_of_round(&mut self, round: RoundId) -> Result<Vec<Member>, StoreError> {
        let found = rows!(
            &mut self.conn,
            Row,
            r#"SELECT a.id AS "account_id: _", CASE WHEN a.name = '' THEN a.email ELSE a.name END AS "name!: String",
                (SELECT s.state FROM participation p JOIN response s ON s.id = p.response_id
                    WHERE p.round_id = r.id AND p.account_id = a.id) AS "state?: String",
                EXISTS (SELECT 1 FROM invitation i
                    WHERE i.round_id = r.id AND i.account_id = a.id AND i.used = TRUE) AS "used!: bool"
            FROM round r JOIN team_member m ON m.team_id = r.team_id JOIN account a ON a.id = m.account_id
            WHERE r.id = $1 AND a.disabled_at IS NULL AND a.held_right <> 'viewer'
            ORDER BY a.name_folded, a.email_folded LIMIT 1000"#,
            round.uuid()
        )?;
        let member = |Row { account_id, name, state, used }: Row| Member {
            account_id: AccountId::new(account_id),
            name,
            standing: match state.as_deref() {
                Some("submitted") => Standing::Submitted,
                Some(_) => Standing::Begun,
                None if used => Standing::Begun,
                None => Standing::NotBegun,
            },
        };
        Ok(found.into_iter().map(member).collect())
    }

    /// The job roles that the responses of a round name, each response's as one text. Empty in a confidential round: who
    /// has just begun would be known by what is new.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn job_roles_of_round(&mut self, round: RoundId) -> Result<Vec<String>, StoreError> {
        let found = rows!(
            &mut self.conn,
            RoleRow,
            "SELECT a.value FROM round r JOIN response p ON p.round_id = r.id JOIN answer a ON a.response_id = p.id
            WHERE r.id = $1 AND r.mode <> 'confidential' AND a.field = 'job_role' AND a.value <> ''
            ORDER BY a.value",
            round.uuid()
        )?;
        Ok(found.into_iter().map(|RoleRow { value }| value).collect())
    }

    /// How many members of a team can answer; 0 for a team of another organisation.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn count_members(&mut self, organisation: OrganisationId, team: TeamId) -> Result<i64, StoreError> {
        let found = value!(
            &mut self.conn,
            r#"SELECT count(*) AS "n!: i64" FROM team_member m JOIN account a ON a.id = m.account_id
            WHERE m.team_id = $1 AND m.organisation_id = $2 AND a.disabled_at IS NULL AND a.held_right <> 'viewer'"#,
            team.uuid(),
            organisation.uuid()
        )?;
        Ok(found.unwrap_or(0))
    }

    /// Whether an account has begun in a confidential round. What it has answered there nobody can look up.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn has_begun_apart(&mut self, round: RoundId, account: AccountId) -> Result<bool, StoreError> {
        let found = value!(
            &mut self.conn,
            r#"SELECT count(*) AS "n!: i64" FROM invitation WHERE round_id = $1 AND account_id = $2 AND used = TRUE"#,
            round.uuid(),
            account.uuid()
        )?;
        Ok(found.unwrap_or(0) > 0)
    }
}
