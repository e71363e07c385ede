//! Every team with the figures of the newest round that it has published.

use std::collections::BTreeMap;

use domain::figures::Figure;
use domain::ids::{OrganisationId, RoundId, TeamId, UnitId};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::rows;
use crate::teams::{Part, View};

/// What teams are sorted by. Teams without what is asked for come last, whatever the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// The team's name.
    Team,
    /// Its unit with those above it.
    Unit,
    /// When the round was closed.
    Closed,
    /// How many people answered.
    People,
    /// The figure of this id.
    Figure(String),
}

impl Order {
    /// The word in the statement: none of those that are no figure is the id of one.
    fn word(&self) -> &str {
        match self {
            Self::Team => "*team",
            Self::Unit => "*unit",
            Self::Closed => "*closed",
            Self::People => "*people",
            Self::Figure(id) => id,
        }
    }
}

/// Which teams, in which order.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Whose eyes the table is read with.
    pub view: View,
    /// Only teams of this unit and those below it; `None` for all.
    pub unit: Option<UnitId>,
    /// Only rounds closed at or after this moment, in microseconds since 1970; 0 for all.
    pub since: i64,
    /// What they are sorted by.
    pub order: Order,
    /// Whether the greatest comes first.
    pub descending: bool,
    /// The ids of the figures that are wanted, none of which holds a comma; others are not read.
    pub figures: Vec<String>,
    /// The part of the table.
    pub part: Part,
}

/// A team in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamFigures {
    /// Its id.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// The names of its unit and of those above it, with ` / ` between; empty without one.
    pub unit: String,
    /// The newest round that it has published; `None` without one that was asked for.
    pub round: Option<RoundFigures>,
}

/// What a round has published.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundFigures {
    /// The round.
    pub id: RoundId,
    /// Its name.
    pub name: String,
    /// When it was closed, in microseconds since 1970.
    pub closed_at: i64,
    /// The figures by their ids.
    pub figures: BTreeMap<String, Figure>,
}

struct TeamRow {
    team_id: Uuid,
    team_name: String,
    unit: Option<String>,
    round_id: Option<Uuid>,
    round_name: Option<String>,
    closed_at: Option<i64>,
    total: i64,
    figures: Option<String>,
}

impl From<TeamRow> for TeamFigures {
    fn from(row: TeamRow) -> Self {
        let TeamRow { team_id, team_name, unit, round_id, round_name, closed_at, total: _, figures } = row;
        let round = match (round_id, round_name, closed_at) {
            (Some(round), Some(name), Some(closed_at)) => {
                // Figures of one round that cannot be read must not take the page from everybody.
                let figures = Figure::restored(&figures.unwrap_or_default()).unwrap_or_else(|_| {
                    tracing::error!(%round, "figures of a publication cannot be read");
                    Vec::new()
                });
                let figures = figures.into_iter().map(|figure| (figure.id.clone(), figure)).collect();
                Some(RoundFigures { id: RoundId::new(round), name, closed_at, figures })
            }
            _ => None,
        };
        Self { id: TeamId::new(team_id), name: team_name, unit: unit.unwrap_or_default(), round }
    }
}

struct VoteRow {
    id: Uuid,
    value: Option<f64>,
}

impl Snapshot {
    /// A page of the teams that are in use, each with the figures of the newest round that it has published, that is still
    /// shown and that somebody has answered: not of a named round that was opened again. With them, how many there are on all pages; 0 beyond
    /// the last.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn overview(&mut self, wanted: &Overview) -> Result<(Vec<TeamFigures>, i64), StoreError> {
        let Overview { view, unit, since, order, descending, figures, part } = wanted;
        let figures = format!(",{},", figures.join(","));
        // All teams are ordered by no more than that needs: the newest round of each comes out of an index alone. The page
        // is cut out then, and names and figures are looked up for its teams only.
        let found = rows!(
            &mut self.conn,
            TeamRow,
            r#"WITH every AS MATERIALIZED (
                SELECT t.id AS team_id, t.name AS team_name, t.name_folded,
                    COALESCE(g.name || ' / ', '') || COALESCE(h.name || ' / ', '') || u.name AS unit,
                    COALESCE(g.name_folded || ' / ', '') || COALESCE(h.name_folded || ' / ', '') || u.name_folded
                        AS unit_folded,
                    (SELECT y.id FROM round y
                        WHERE y.team_id = t.id AND y.shown_closing >= $4
                            AND y.shown_people > 0 AND (y.state IN ('closed', 'published') OR y.mode = 'confidential')
                        ORDER BY y.shown_closing DESC, y.id DESC LIMIT 1) AS round_id
                FROM team t LEFT JOIN unit u ON u.id = t.unit_id LEFT JOIN unit h ON h.id = u.parent_id
                    LEFT JOIN unit g ON g.id = h.parent_id
                WHERE t.organisation_id = $1 AND t.archived_at IS NULL
                    AND (CAST($3 AS BOOLEAN) OR EXISTS (
                        SELECT 1 FROM team_member m WHERE m.team_id = t.id AND m.account_id = $2))
                    AND (CAST($7 AS UUID) IS NULL OR u.id = $7 OR h.id = $7 OR g.id = $7)
            ), sorted AS MATERIALIZED (
                SELECT every.*,
                    CASE WHEN CAST($6 AS BOOLEAN) THEN -1 ELSE 1 END * CASE
                        WHEN $5 IN ('*closed', '*people', 'index') THEN (SELECT CASE $5
                                WHEN '*closed' THEN CAST(x.shown_closing AS DOUBLE PRECISION)
                                WHEN '*people' THEN CAST(x.shown_people AS DOUBLE PRECISION) ELSE x.shown_index END
                            FROM round x WHERE x.id = every.round_id)
                        WHEN $5 NOT LIKE '*%' THEN (SELECT s.value FROM publication_figure s
                            WHERE s.round_id = every.round_id AND s.figure = $5)
                    END AS by_value,
                    CASE WHEN $5 LIKE '*%' OR every.round_id IS NOT NULL THEN 0 ELSE 1 END AS by_lack,
                    CASE WHEN $5 = '*unit' AND NOT CAST($6 AS BOOLEAN) THEN every.unit_folded END AS rising,
                    CASE WHEN NOT CAST($6 AS BOOLEAN) THEN NULL WHEN $5 = '*unit' THEN every.unit_folded
                        WHEN $5 = '*team' THEN every.name_folded END AS falling
                FROM every
            ), page AS MATERIALIZED (
                SELECT * FROM sorted
                ORDER BY by_value NULLS LAST, by_lack, rising NULLS LAST, falling DESC NULLS LAST, name_folded, team_id
                LIMIT CAST($8 AS BIGINT) OFFSET $9
            )
            SELECT page.team_id AS "team_id!: _", page.team_name AS "team_name!", page.unit AS "unit?: String",
                page.round_id AS "round_id?: _", x.name AS "round_name?",
                CASE WHEN x.shown_closing > 0 THEN x.shown_closing ELSE (SELECT b.made_at FROM publication b
                    WHERE b.round_id = page.round_id ORDER BY b.number DESC LIMIT 1) END AS "closed_at?: i64",
                (SELECT count(*) FROM every) AS "total!: i64", (SELECT string_agg(f.told, ',') FROM publication_figure f
                    WHERE f.round_id = page.round_id AND $10 LIKE '%,' || f.figure || ',%') AS "figures?: String"
            FROM page LEFT JOIN round x ON x.id = page.round_id
            ORDER BY by_value NULLS LAST, by_lack, rising NULLS LAST, falling DESC NULLS LAST, page.name_folded, page.team_id"#,
            view.organisation_id.uuid(),
            view.account_id.uuid(),
            view.everything,
            since,
            order.word(),
            descending,
            unit.map(UnitId::uuid),
            part.limit,
            part.offset,
            figures
        )?;
        let total = found.first().map_or(0, |row| row.total);
        let teams = found.into_iter().map(TeamFigures::from).collect();
        Ok((teams, total))
    }

    /// The maturity index of every team in use of an organisation whose newest published round has one.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn indices(&mut self, organisation: OrganisationId) -> Result<BTreeMap<TeamId, f64>, StoreError> {
        let found = rows!(
            &mut self.conn,
            VoteRow,
            r#"SELECT t.id AS "id: _", (SELECT y.shown_index FROM round y
                WHERE y.team_id = t.id AND y.shown_closing IS NOT NULL
                    AND y.shown_people > 0 AND (y.state IN ('closed', 'published') OR y.mode = 'confidential')
                ORDER BY y.shown_closing DESC, y.id DESC LIMIT 1) AS "value?: f64"
            FROM team t WHERE t.organisation_id = $1 AND t.archived_at IS NULL"#,
            organisation.uuid()
        )?;
        Ok(found.into_iter().filter_map(|VoteRow { id, value }| Some((TeamId::new(id), value?))).collect())
    }
}
