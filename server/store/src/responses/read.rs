//! Reading responses.

use domain::ids::{ResponseId, RoundId};
use domain::links::ResponseKey;
use domain::pace::Pace;
use domain::round::ResponseState;
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::rounds::{Round, RoundRow};
use crate::sql::rows;

/// One respondent's response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Its id.
    pub id: ResponseId,
    /// The round that it belongs to.
    pub round_id: RoundId,
    /// The respondent's name in a named round; may be empty.
    pub label: String,
    /// Whether it was handed in.
    pub state: ResponseState,
    /// Whether it was answered faster than the questions can be read.
    pub too_fast: bool,
    /// How quickly it was answered: emptied when it is handed in.
    pub pace: Pace,
}

/// A response in the list of its round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseSummary {
    /// Its id.
    pub id: ResponseId,
    /// The respondent's name in a named round; may be empty.
    pub label: String,
    /// Whether it was handed in.
    pub state: ResponseState,
    /// Items with an answer: fields that are not empty, neither comments and evidence nor about the respondent.
    pub answered: i64,
    /// Whether it was answered faster than the questions can be read.
    pub too_fast: bool,
}

struct ResponseRow {
    response_id: Uuid,
    label: String,
    response_state: String,
    too_fast: bool,
    pace_seconds: i64,
    pace_items: i64,
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
}

struct SummaryRow {
    id: Uuid,
    label: String,
    state: String,
    answered: i64,
    too_fast: bool,
}

fn state(word: &str) -> Result<ResponseState, StoreError> {
    ResponseState::from_word(word).ok_or(StoreError::Inconsistent { what: "a response in an unknown state" })
}

impl TryFrom<ResponseRow> for (Response, Round) {
    type Error = StoreError;

    fn try_from(row: ResponseRow) -> Result<Self, StoreError> {
        let response = Response {
            id: ResponseId::new(row.response_id),
            round_id: RoundId::new(row.id),
            label: row.label,
            state: state(&row.response_state)?,
            too_fast: row.too_fast,
            pace: Pace { seconds: row.pace_seconds, items: row.pace_items },
        };
        let round = RoundRow {
            id: row.id,
            organisation_id: row.organisation_id,
            team_id: row.team_id,
            team_name: row.team_name,
            name: row.name,
            subject: row.subject,
            mode: row.mode,
            k: row.k,
            state: row.state,
            instrument_id: row.instrument_id,
            instrument_version: row.instrument_version,
            created_at: row.created_at,
        };
        Ok((response, Round::try_from(round)?))
    }
}

impl Snapshot {
    /// The response that a respondent's link opens, and its round.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn response_by_key(&mut self, key: &ResponseKey) -> Result<Option<(Response, Round)>, StoreError> {
        let found = rows!(
            &mut self.conn,
            ResponseRow,
            r#"SELECT p.id AS "response_id: _", p.label, p.state AS response_state, p.too_fast AS "too_fast: _",
                p.pace_seconds, p.pace_items, r.id AS "id: _", r.organisation_id AS "organisation_id: _", r.team_id AS "team_id: _",
                t.name AS team_name, r.name, r.subject, r.mode, r.k, r.state, r.instrument_id, r.instrument_version,
                r.created_at
            FROM response p JOIN round r ON r.id = p.round_id JOIN team t ON t.id = r.team_id
            WHERE p.id = (SELECT id FROM response WHERE key = $1
                UNION ALL SELECT response_id FROM response_link WHERE key = $1 LIMIT 1)"#,
            key.as_str()
        )?;
        found.into_iter().next().map(<(Response, Round)>::try_from).transpose()
    }

    /// The responses of a round: by the day on which they were made, within a day in the order of their random ids.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn responses_of_round(&mut self, round: RoundId) -> Result<Vec<ResponseSummary>, StoreError> {
        let found = rows!(
            &mut self.conn,
            SummaryRow,
            r#"SELECT p.id AS "id: _", p.label, p.state, p.too_fast AS "too_fast: _",
                count(a.field) FILTER (WHERE a.value <> '' AND a.field NOT LIKE '%.%'
                    AND a.field NOT IN ('job_role', 'name')) AS "answered!: i64"
            FROM response p LEFT JOIN answer a ON a.response_id = p.id
            WHERE p.round_id = $1
            GROUP BY p.id, p.label, p.state, p.too_fast, p.created_day
            ORDER BY p.created_day, p.id"#,
            round.uuid()
        )?;
        found
            .into_iter()
            .map(|SummaryRow { id, label, state: word, answered, too_fast }| {
                Ok(ResponseSummary { id: ResponseId::new(id), label, state: state(&word)?, answered, too_fast })
            })
            .collect()
    }
}
