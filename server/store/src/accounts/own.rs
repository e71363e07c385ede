//! What is kept about an account, for the person it is about.

use domain::ids::{AccountId, ResponseId, RoundId};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::rows;

/// A team that an account belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTeam {
    /// Its name.
    pub name: String,
    /// Since when, in microseconds since 1970.
    pub since: i64,
}

/// A response that an account gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnResponse {
    /// The round.
    pub round_id: RoundId,
    /// Its name.
    pub round: String,
    /// Its team's name.
    pub team: String,
    /// The word of who may see whose answers.
    pub mode: String,
    /// The response.
    pub response_id: ResponseId,
    /// The name that it bears.
    pub label: String,
    /// The word of whether it was handed in.
    pub state: String,
    /// On which day it was made, in microseconds since 1970.
    pub created_day: i64,
}

/// A value that a field of such a response has or had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnValue {
    /// The response.
    pub response_id: ResponseId,
    /// The form field's name.
    pub field: String,
    /// 1 for the first value, one more with every change.
    pub version: i64,
    /// What was entered; empty where the field was cleared.
    pub value: String,
    /// On which day, in microseconds since 1970.
    pub changed_day: i64,
}

struct ResponseRow {
    round_id: Uuid,
    round: String,
    team: String,
    mode: String,
    response_id: Uuid,
    label: String,
    state: String,
    created_day: i64,
}

struct ValueRow {
    response_id: Uuid,
    field: String,
    version: i64,
    value: String,
    changed_day: i64,
}

impl Snapshot {
    /// The teams that an account belongs to, by name.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn own_teams(&mut self, account: AccountId) -> Result<Vec<OwnTeam>, StoreError> {
        rows!(
            &mut self.conn,
            OwnTeam,
            "SELECT t.name, m.created_at AS since FROM team_member m JOIN team t ON t.id = m.team_id
            WHERE m.account_id = $1 ORDER BY t.name_folded, t.id",
            account.uuid()
        )
    }

    /// The responses that are known to be an account's, the newest round first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn own_responses(&mut self, account: AccountId) -> Result<Vec<OwnResponse>, StoreError> {
        let found = rows!(
            &mut self.conn,
            ResponseRow,
            r#"SELECT r.id AS "round_id: _", r.name AS round, t.name AS team, r.mode, p.id AS "response_id: _", p.label,
                p.state, p.created_day
            FROM participation x JOIN response p ON p.id = x.response_id JOIN round r ON r.id = x.round_id
                JOIN team t ON t.id = r.team_id
            WHERE x.account_id = $1 ORDER BY r.created_at DESC, r.id"#,
            account.uuid()
        )?;
        let response = |row: ResponseRow| OwnResponse {
            round_id: RoundId::new(row.round_id),
            round: row.round,
            team: row.team,
            mode: row.mode,
            response_id: ResponseId::new(row.response_id),
            label: row.label,
            state: row.state,
            created_day: row.created_day,
        };
        Ok(found.into_iter().map(response).collect())
    }

    /// Every value that any field of its responses in named rounds has had, by response and field, oldest first. What a
    /// team filled in together is not one account's own.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn own_values(&mut self, account: AccountId) -> Result<Vec<OwnValue>, StoreError> {
        let found = rows!(
            &mut self.conn,
            ValueRow,
            r#"SELECT h.response_id AS "response_id: _", h.field, h.version, h.value, h.changed_day
            FROM participation x JOIN round r ON r.id = x.round_id
                JOIN answer_history h ON h.response_id = x.response_id
            WHERE x.account_id = $1 AND r.mode = 'named' ORDER BY h.response_id, h.field, h.version"#,
            account.uuid()
        )?;
        let value = |ValueRow { response_id, field, version, value, changed_day }| OwnValue {
            response_id: ResponseId::new(response_id),
            field,
            version,
            value,
            changed_day,
        };
        Ok(found.into_iter().map(value).collect())
    }

    /// Whether an account is the only one that can sign in and owns its organisation.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn only_owner_is(&mut self, account: AccountId) -> Result<bool, StoreError> {
        let owners = rows!(
            &mut self.conn,
            OwnerRow,
            r#"SELECT o.id AS "id: _" FROM account a JOIN account o ON o.organisation_id = a.organisation_id
            WHERE a.id = $1 AND o.held_right = 'owner' AND o.password_hash IS NOT NULL AND o.disabled_at IS NULL
            ORDER BY o.id LIMIT 2"#,
            account.uuid()
        )?;
        Ok(matches!(owners.as_slice(), [only] if only.id == account.uuid()))
    }
}

struct OwnerRow {
    id: Uuid,
}
