//! Rounds as lists show them.

use domain::ids::{RoundId, TeamId};
use domain::round::RoundState;
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::{rows, value};
use crate::teams::{Part, View};

/// A round in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundLine {
    /// Its id.
    pub id: RoundId,
    /// The team that answers.
    pub team_id: TeamId,
    /// That team's name.
    pub team_name: String,
    /// Its name.
    pub name: String,
    /// Whether it takes answers.
    pub state: RoundState,
    /// When it closes by itself, in microseconds since 1970.
    pub closes_at: Option<i64>,
    /// When it was made.
    pub created_at: i64,
    /// Responses with an answer to a question.
    pub respondents: i64,
    /// Responses that were handed in.
    pub submitted: i64,
    /// How many the team has, where the list asks for it; otherwise 0.
    pub members: i64,
}

/// A round that somebody may answer now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundToAnswer {
    /// Its id.
    pub id: RoundId,
    /// The team's name.
    pub team_name: String,
    /// Its name.
    pub name: String,
    /// When it closes by itself, in microseconds since 1970.
    pub closes_at: Option<i64>,
    /// Whether they have begun.
    pub begun: bool,
    /// Whether they have handed in.
    pub submitted: bool,
    /// Questions that they have answered.
    pub answered: i64,
}

struct LineRow {
    id: Uuid,
    team_id: Uuid,
    team_name: String,
    name: String,
    state: String,
    closes_at: Option<i64>,
    created_at: i64,
    respondents: i64,
    submitted: i64,
    members: i64,
    total: i64,
}

/// Reads a stored word.
pub(crate) fn round_state(word: &str) -> Result<RoundState, StoreError> {
    RoundState::from_word(word).ok_or(StoreError::Inconsistent { what: "a round in an unknown state" })
}

impl TryFrom<LineRow> for RoundLine {
    type Error = StoreError;

    fn try_from(row: LineRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: RoundId::new(row.id),
            team_id: TeamId::new(row.team_id),
            team_name: row.team_name,
            name: row.name,
            state: round_state(&row.state)?,
            closes_at: row.closes_at,
            created_at: row.created_at,
            respondents: row.respondents,
            submitted: row.submitted,
            members: row.members,
        })
    }
}

struct ToAnswerRow {
    id: Uuid,
    team_name: String,
    name: String,
    closes_at: Option<i64>,
    begun: bool,
    submitted: bool,
    answered: i64,
}

impl Snapshot {
    /// The rounds of a team, newest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn rounds_of_team(&mut self, team: TeamId, part: Part) -> Result<Vec<RoundLine>, StoreError> {
        let found = rows!(
            &mut self.conn,
            LineRow,
            r#"SELECT r.id AS "id: _", r.team_id AS "team_id: _", t.name AS team_name, r.name, r.state, r.closes_at,
                r.created_at,
                CASE WHEN r.state IN ('closed', 'published') AND r.mode <> 'confidential'
                        AND r.shown_closing = COALESCE(r.closed_at, 0)
                    THEN r.shown_people ELSE (SELECT count(*) FROM response p WHERE p.round_id = r.id AND EXISTS (
                    SELECT 1 FROM answer a WHERE a.response_id = p.id AND a.value <> '' AND a.field NOT LIKE '%.%'
                    AND a.field NOT IN ('job_role', 'name'))) END AS "respondents!: i64",
                (SELECT count(*) FROM response p WHERE p.round_id = r.id AND p.state = 'submitted')
                    AS "submitted!: i64",
                (SELECT count(*) FROM team_member m WHERE m.team_id = r.team_id) AS "members!: i64", 0 AS "total!: i64"
            FROM round r JOIN team t ON t.id = r.team_id
            WHERE r.team_id = $1 ORDER BY r.created_at DESC, r.id DESC LIMIT CAST($2 AS BIGINT) OFFSET $3"#,
            team.uuid(),
            part.limit,
            part.offset
        )?;
        found.into_iter().map(RoundLine::try_from).collect()
    }

    /// Rounds in this state, the one that closes first at the top, and how many there are on all pages: 0 beyond the
    /// last page, where [`Snapshot::count_rounds_in_state`] knows.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn rounds_in_state(
        &mut self,
        view: View,
        state: RoundState,
        part: Part,
    ) -> Result<(Vec<RoundLine>, i64), StoreError> {
        let found = rows!(
            &mut self.conn,
            LineRow,
            r#"SELECT page.id AS "id!: _", page.team_id AS "team_id!: _", page.team_name AS "team_name!",
                page.name AS "name!", page.state AS "state!", page.closes_at AS "closes_at?: i64",
                page.created_at AS "created_at!: i64",
                (SELECT count(*) FROM response p WHERE p.round_id = page.id AND EXISTS (
                    SELECT 1 FROM answer a WHERE a.response_id = p.id AND a.value <> '' AND a.field NOT LIKE '%.%'
                    AND a.field NOT IN ('job_role', 'name'))) AS "respondents!: i64",
                (SELECT count(*) FROM response p WHERE p.round_id = page.id AND p.state = 'submitted')
                    AS "submitted!: i64",
                (SELECT count(*) FROM team_member m WHERE m.team_id = page.team_id) AS "members!: i64",
                page.total AS "total!: i64"
            FROM (SELECT r.id, r.team_id, t.name AS team_name, r.name, r.state, r.closes_at, r.created_at,
                    count(*) OVER () AS total
                FROM round r JOIN team t ON t.id = r.team_id
                WHERE r.organisation_id = $1 AND r.state = $4
                    AND (CAST($3 AS BOOLEAN) OR EXISTS (
                        SELECT 1 FROM team_member m WHERE m.team_id = r.team_id AND m.account_id = $2))
                ORDER BY r.closes_at NULLS LAST, r.created_at DESC, r.id LIMIT CAST($5 AS BIGINT) OFFSET $6) AS page
            ORDER BY page.closes_at NULLS LAST, page.created_at DESC, page.id"#,
            view.organisation_id.uuid(),
            view.account_id.uuid(),
            view.everything,
            state.word(),
            part.limit,
            part.offset
        )?;
        let total = found.first().map_or(0, |row| row.total);
        let lines = found.into_iter().map(RoundLine::try_from).collect::<Result<_, _>>()?;
        Ok((lines, total))
    }

    /// How many there are in all.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn count_rounds_in_state(&mut self, view: View, state: RoundState) -> Result<i64, StoreError> {
        let count = value!(
            &mut self.conn,
            r#"SELECT count(*) AS "n!: i64" FROM round r
            WHERE r.organisation_id = $1 AND r.state = $4
                AND (CAST($3 AS BOOLEAN) OR EXISTS (
                    SELECT 1 FROM team_member m WHERE m.team_id = r.team_id AND m.account_id = $2))"#,
            view.organisation_id.uuid(),
            view.account_id.uuid(),
            view.everything,
            state.word()
        )?;
        Ok(count.unwrap_or(0))
    }

    /// Rounds whose name or team fits a pattern of `domain::account::pattern`, newest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn find_rounds(&mut self, view: View, pattern: &str, part: Part) -> Result<Vec<RoundLine>, StoreError> {
        let found = rows!(
            &mut self.conn,
            LineRow,
            r#"SELECT r.id AS "id: _", r.team_id AS "team_id: _", t.name AS team_name, r.name, r.state, r.closes_at,
                r.created_at, 0 AS "respondents!: i64", 0 AS "submitted!: i64", 0 AS "members!: i64",
                0 AS "total!: i64"
            FROM round r JOIN team t ON t.id = r.team_id
            WHERE r.organisation_id = $1
                AND (CAST($3 AS BOOLEAN) OR EXISTS (
                    SELECT 1 FROM team_member m WHERE m.team_id = r.team_id AND m.account_id = $2))
                AND (r.name_folded LIKE $4 ESCAPE '\' OR t.name_folded LIKE $4 ESCAPE '\'
                    OR (r.name_folded = '' AND lower(r.name) LIKE $4 ESCAPE '\'))
            ORDER BY r.created_at DESC, r.id DESC LIMIT CAST($5 AS BIGINT) OFFSET $6"#,
            view.organisation_id.uuid(),
            view.account_id.uuid(),
            view.everything,
            pattern,
            part.limit,
            part.offset
        )?;
        found.into_iter().map(RoundLine::try_from).collect()
    }

    /// Open rounds of the teams that somebody belongs to, and how far their own answers are.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn rounds_to_answer(&mut self, view: View, limit: i64) -> Result<Vec<RoundToAnswer>, StoreError> {
        let found = rows!(
            &mut self.conn,
            ToAnswerRow,
            r#"SELECT r.id AS "id: _", t.name AS team_name, r.name, r.closes_at,
                (s.id IS NOT NULL OR EXISTS (SELECT 1 FROM invitation i WHERE i.round_id = r.id
                    AND i.account_id = m.account_id AND i.used = TRUE)) AS "begun!: bool", (s.state IS NOT NULL AND s.state = 'submitted') AS "submitted!: bool",
                (SELECT count(*) FROM answer a WHERE a.response_id = s.id AND a.value <> '' AND a.field NOT LIKE '%.%'
                    AND a.field NOT IN ('job_role', 'name')) AS "answered!: i64"
            FROM team_member m JOIN team t ON t.id = m.team_id JOIN round r ON r.team_id = m.team_id
                LEFT JOIN participation p ON p.round_id = r.id AND p.account_id = m.account_id
                LEFT JOIN response s ON s.id = p.response_id
            WHERE m.account_id = $1 AND t.organisation_id = $2 AND r.state = 'open'
            ORDER BY r.closes_at NULLS LAST, r.created_at DESC, r.id LIMIT CAST($3 AS BIGINT)"#,
            view.account_id.uuid(),
            view.organisation_id.uuid(),
            limit
        )?;
        Ok(found
            .into_iter()
            .map(|ToAnswerRow { id, team_name, name, closes_at, begun, submitted, answered }| RoundToAnswer {
                id: RoundId::new(id),
                team_name,
                name,
                closes_at,
                begun,
                submitted,
                answered,
            })
            .collect())
    }
}
