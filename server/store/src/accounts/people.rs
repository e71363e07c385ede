//! Accounts as the people of an organisation.

use domain::ids::{AccountId, OrganisationId, TeamId};
use domain::rights::Right;
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::{rows, value};
use crate::teams::Part;

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The account.
    pub id: AccountId,
    /// Its address.
    pub email: String,
    /// Name; may be empty.
    pub name: String,
    /// What it may do.
    pub right: Right,
    /// Whether it has a password: otherwise its invitation was not taken up yet.
    pub active: bool,
    /// Whether it was switched off.
    pub disabled: bool,
    /// When it signed in last, in microseconds since 1970.
    pub signed_in_at: Option<i64>,
    /// The names of its teams with commas between, where the list asks for them.
    pub teams: String,
}

struct PersonRow {
    id: Uuid,
    email: String,
    name: String,
    held_right: String,
    active: bool,
    disabled: bool,
    signed_in_at: Option<i64>,
    teams: Option<String>,
}

impl TryFrom<PersonRow> for Person {
    type Error = StoreError;

    fn try_from(row: PersonRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: AccountId::new(row.id),
            email: row.email,
            name: row.name,
            right: Right::from_word(&row.held_right)
                .ok_or(StoreError::Inconsistent { what: "an account with an unknown right" })?,
            active: row.active,
            disabled: row.disabled,
            signed_in_at: row.signed_in_at,
            teams: row.teams.unwrap_or_default(),
        })
    }
}

impl Snapshot {
    /// The people of an organisation whose name or address fits a pattern of `domain::account::pattern`, by name.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn people(
        &mut self,
        organisation: OrganisationId,
        pattern: &str,
        part: Part,
    ) -> Result<Vec<Person>, StoreError> {
        let found = rows!(
            &mut self.conn,
            PersonRow,
            r#"SELECT a.id AS "id: _", a.email, a.name, a.held_right, (a.password_hash IS NOT NULL) AS "active!: bool",
                (a.disabled_at IS NOT NULL) AS "disabled!: bool", a.signed_in_at,
                (SELECT string_agg(t.name, ', ' ORDER BY t.name_folded) FROM team_member m JOIN team t ON t.id = m.team_id
                    WHERE m.account_id = a.id) AS "teams?: String"
            FROM account a
            WHERE a.organisation_id = $1 AND (a.name_folded LIKE $2 ESCAPE '\' OR a.email_folded LIKE $2 ESCAPE '\')
            ORDER BY a.name_folded, a.id LIMIT CAST($3 AS BIGINT) OFFSET $4"#,
            organisation.uuid(),
            pattern,
            part.limit,
            part.offset
        )?;
        found.into_iter().map(Person::try_from).collect()
    }

    /// How many there are in all.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn count_people(&mut self, organisation: OrganisationId, pattern: &str) -> Result<i64, StoreError> {
        let count = value!(
            &mut self.conn,
            r#"SELECT count(*) AS "n!: i64" FROM account a
            WHERE a.organisation_id = $1 AND (a.name_folded LIKE $2 ESCAPE '\' OR a.email_folded LIKE $2 ESCAPE '\')"#,
            organisation.uuid(),
            pattern
        )?;
        Ok(count.unwrap_or(0))
    }

    /// Who could be added to a team: active or invited, not in it, fitting the pattern.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn people_outside(
        &mut self,
        organisation: OrganisationId,
        team: TeamId,
        pattern: &str,
        limit: i64,
    ) -> Result<Vec<Person>, StoreError> {
        let found = rows!(
            &mut self.conn,
            PersonRow,
            r#"SELECT a.id AS "id: _", a.email, a.name, a.held_right, (a.password_hash IS NOT NULL) AS "active!: bool",
                (a.disabled_at IS NOT NULL) AS "disabled!: bool", a.signed_in_at, '' AS "teams?: String"
            FROM account a
            WHERE a.organisation_id = $1 AND (a.name_folded LIKE $3 ESCAPE '\' OR a.email_folded LIKE $3 ESCAPE '\')
                AND a.disabled_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM team_member m WHERE m.team_id = $2 AND m.account_id = a.id)
            ORDER BY a.name_folded, a.id LIMIT CAST($4 AS BIGINT)"#,
            organisation.uuid(),
            team.uuid(),
            pattern,
            limit
        )?;
        found.into_iter().map(Person::try_from).collect()
    }

    /// Who belongs to a team, by name.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn members_of(&mut self, team: TeamId, limit: i64) -> Result<Vec<Person>, StoreError> {
        let found = rows!(
            &mut self.conn,
            PersonRow,
            r#"SELECT a.id AS "id: _", a.email, a.name, a.held_right, (a.password_hash IS NOT NULL) AS "active!: bool",
                (a.disabled_at IS NOT NULL) AS "disabled!: bool", a.signed_in_at, '' AS "teams?: String"
            FROM team_member m JOIN account a ON a.id = m.account_id
            WHERE m.team_id = $1 ORDER BY a.name_folded, a.id LIMIT CAST($2 AS BIGINT)"#,
            team.uuid(),
            limit
        )?;
        found.into_iter().map(Person::try_from).collect()
    }
}
