//! Teams as lists show them.

use domain::ids::{AccountId, OrganisationId, TeamId, UnitId};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::rounds::{RoundLine, round_state};
use crate::sql::{rows, value};

/// Whose eyes a list is read with.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// Who looks.
    pub account_id: AccountId,
    /// Whether they see every team, or only those that they belong to.
    pub everything: bool,
}

/// A part of a list.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Entries to leave out.
    pub offset: i64,
    /// Entries at most.
    pub limit: i64,
}

/// A team in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamLine {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// The names of its unit and of those above it, with ` / ` between; empty without one.
    pub unit: String,
    /// Its newest round.
    pub round: Option<RoundLine>,
}

struct LineRow {
    id: Uuid,
    name: String,
    unit: Option<String>,
    round_id: Option<Uuid>,
    round_name: Option<String>,
    round_state: Option<String>,
    closes_at: Option<i64>,
    round_at: Option<i64>,
    respondents: i64,
    submitted: i64,
    total: i64,
}

impl TryFrom<LineRow> for TeamLine {
    type Error = StoreError;

    fn try_from(row: LineRow) -> Result<Self, StoreError> {
        let LineRow { id, name, unit, round_id, round_name, round_state: state, closes_at, round_at, .. } = row;
        let round = match (round_id, round_name, state, round_at) {
            (Some(round), Some(round_name), Some(state), Some(created_at)) => Some(RoundLine {
                id: domain::ids::RoundId::new(round),
                team_id: TeamId::new(id),
                team_name: name.clone(),
                name: round_name,
                state: round_state(&state)?,
                closes_at,
                created_at,
                respondents: row.respondents,
                submitted: row.submitted,
                members: 0,
            }),
            _ => None,
        };
        Ok(Self { id: TeamId::new(id), name, unit: unit.unwrap_or_default(), round })
    }
}

/// A team and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamPlace {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit_id: Option<UnitId>,
    /// Whether it was put away.
    pub archived: bool,
}

struct PlaceRow {
    id: Uuid,
    name: String,
    unit_id: Option<Uuid>,
    archived: bool,
}

struct ChoiceRow {
    id: Uuid,
    name: String,
    unit: Option<String>,
}

impl Snapshot {
    /// Teams by unit and name, with their newest rounds. `pattern` is one of `domain::account::pattern`; `archived`
    /// asks for those put away instead of the others. With them, how many there are on all pages: 0 beyond the last
    /// page, where [`Snapshot::count_teams`] knows.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn team_lines(
        &mut self,
        view: View,
        pattern: &str,
        archived: bool,
        part: Part,
    ) -> Result<(Vec<TeamLine>, i64), StoreError> {
        // The page is cut out first, so that rounds are looked up for its teams only.
        let found = rows!(
            &mut self.conn,
            LineRow,
            r#"SELECT page.id AS "id!: _", page.name AS "name!", page.unit AS "unit?: String", r.id AS "round_id?: _",
                r.name AS "round_name?", r.state AS "round_state?", r.closes_at AS "closes_at?",
                r.created_at AS "round_at?",
                CASE WHEN r.state IN ('closed', 'published') AND r.mode <> 'confidential'
                        AND r.shown_closing = COALESCE(r.closed_at, 0)
                    THEN r.shown_people ELSE (SELECT count(*) FROM response p WHERE p.round_id = r.id AND EXISTS (
                    SELECT 1 FROM answer a WHERE a.response_id = p.id AND a.value <> '' AND a.field NOT LIKE '%.%'
                    AND a.field NOT IN ('job_role', 'name'))) END AS "respondents!: i64",
                (SELECT count(*) FROM response p WHERE p.round_id = r.id AND p.state = 'submitted') AS "submitted!: i64",
                page.total AS "total!: i64"
            FROM (SELECT t.id, t.name, t.name_folded, count(*) OVER () AS total,
                    COALESCE(g.name || ' / ', '') || COALESCE(h.name || ' / ', '') || u.name AS unit,
                    COALESCE(g.name_folded || ' / ', '') || COALESCE(h.name_folded || ' / ', '') || u.name_folded
                        AS unit_folded
                FROM team t LEFT JOIN unit u ON u.id = t.unit_id LEFT JOIN unit h ON h.id = u.parent_id
                    LEFT JOIN unit g ON g.id = h.parent_id
                WHERE t.organisation_id = $1
                    AND (CAST($3 AS BOOLEAN) OR EXISTS (
                        SELECT 1 FROM team_member m WHERE m.team_id = t.id AND m.account_id = $2))
                    AND (t.name_folded LIKE $4 ESCAPE '\' OR u.name_folded LIKE $4 ESCAPE '\')
                    AND (t.archived_at IS NOT NULL) = CAST($5 AS BOOLEAN)
                ORDER BY unit_folded NULLS LAST, t.name_folded, t.id LIMIT CAST($6 AS BIGINT) OFFSET $7) AS page
            LEFT JOIN round r ON r.id = (SELECT x.id FROM round x WHERE x.team_id = page.id
                ORDER BY x.created_at DESC, x.id DESC LIMIT 1)
            ORDER BY page.unit_folded NULLS LAST, page.name_folded, page.id"#,
            view.organisation_id.uuid(),
            view.account_id.uuid(),
            view.everything,
            pattern,
            archived,
            part.limit,
            part.offset
        )?;
        let total = found.first().map_or(0, |row| row.total);
        let lines = found.into_iter().map(TeamLine::try_from).collect::<Result<_, _>>()?;
        Ok((lines, total))
    }

    /// How many there are in all.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn count_teams(&mut self, view: View, pattern: &str, archived: bool) -> Result<i64, StoreError> {
        let count = value!(
            &mut self.conn,
            r#"SELECT count(*) AS "n!: i64" FROM team t LEFT JOIN unit u ON u.id = t.unit_id
            WHERE t.organisation_id = $1
                AND (CAST($3 AS BOOLEAN) OR EXISTS (
                    SELECT 1 FROM team_member m WHERE m.team_id = t.id AND m.account_id = $2))
                AND (t.name_folded LIKE $4 ESCAPE '\' OR u.name_folded LIKE $4 ESCAPE '\')
                AND (t.archived_at IS NOT NULL) = CAST($5 AS BOOLEAN)"#,
            view.organisation_id.uuid(),
            view.account_id.uuid(),
            view.everything,
            pattern,
            archived
        )?;
        Ok(count.unwrap_or(0))
    }

    /// Every team of an organisation, those that were put away too.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn team_places(&mut self, organisation: OrganisationId) -> Result<Vec<TeamPlace>, StoreError> {
        let found = rows!(
            &mut self.conn,
            PlaceRow,
            r#"SELECT id AS "id: _", name, unit_id AS "unit_id: _", archived_at IS NOT NULL AS "archived!: bool"
            FROM team WHERE organisation_id = $1 ORDER BY name_folded, id"#,
            organisation.uuid()
        )?;
        let place = |PlaceRow { id, name, unit_id, archived }| TeamPlace {
            id: TeamId::new(id),
            name,
            unit_id: unit_id.map(UnitId::new),
            archived,
        };
        Ok(found.into_iter().map(place).collect())
    }

    /// Teams that somebody can be put into, by name: id, name and unit.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn team_choices(
        &mut self,
        organisation: OrganisationId,
        limit: i64,
    ) -> Result<Vec<(TeamId, String, String)>, StoreError> {
        let found = rows!(
            &mut self.conn,
            ChoiceRow,
            r#"SELECT t.id AS "id: _", t.name, u.name AS "unit?"
            FROM team t LEFT JOIN unit u ON u.id = t.unit_id
            WHERE t.organisation_id = $1 AND t.archived_at IS NULL ORDER BY t.name_folded, t.id LIMIT CAST($2 AS BIGINT)"#,
            organisation.uuid(),
            limit
        )?;
        Ok(found.into_iter().map(|row| (TeamId::new(row.id), row.name, row.unit.unwrap_or_default())).collect())
    }

    /// The teams that an account belongs to, by name: id, name and unit.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn teams_of_account(&mut self, account: AccountId) -> Result<Vec<(TeamId, String, String)>, StoreError> {
        let found = rows!(
            &mut self.conn,
            ChoiceRow,
            r#"SELECT t.id AS "id: _", t.name, u.name AS "unit?"
            FROM team_member m JOIN team t ON t.id = m.team_id LEFT JOIN unit u ON u.id = t.unit_id
            WHERE m.account_id = $1 ORDER BY t.name_folded, t.id LIMIT 1000"#,
            account.uuid()
        )?;
        Ok(found.into_iter().map(|row| (TeamId::new(row.id), row.name, row.unit.unwrap_or_default())).collect())
    }
}
