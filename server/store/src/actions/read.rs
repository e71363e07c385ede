//! Reading actions.

use domain::ids::{AccountId, ActionId, RoundId, TeamId};
use domain::plan::{Action, Day, Linked, Note, Owner, OwnerName, Status, Target, Title, Which};
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::rows;
use crate::teams::{Part, View};

/// An action with what surrounds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedAction {
    /// Its id.
    pub id: ActionId,
    /// Whose it is.
    pub team_id: TeamId,
    /// That team's name.
    pub team_name: String,
    /// From whose result it was made, with that round's name.
    pub round: Option<(RoundId, String)>,
    /// What it is.
    pub action: Action,
    /// How its owner is called; empty without one.
    pub owner: String,
    /// 1 at first, one more with every change.
    pub version: i64,
    /// When it was made, in microseconds since 1970.
    pub created_at: i64,
}

/// Which actions of many teams are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Actions {
    /// Whose eyes the list is read with.
    pub view: View,
    /// Only this team's; `None` for all.
    pub team: Option<TeamId>,
    /// How far they are.
    pub which: Which,
    /// The part of the list.
    pub part: Part,
}

struct Row {
    id: Uuid,
    team_id: Uuid,
    team_name: String,
    round_id: Option<Uuid>,
    round_name: Option<String>,
    title: String,
    practice: String,
    items: String,
    owner_id: Option<Uuid>,
    owner_name: String,
    owner: Option<String>,
    due_day: Option<i64>,
    status: String,
    target: i64,
    note: String,
    version: i64,
    created_at: i64,
    total: i64,
}

/// What a row says that no action can be.
fn odd<E>(_: E) -> StoreError {
    StoreError::Inconsistent { what: "an action that cannot be" }
}

impl TryFrom<Row> for PlannedAction {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let named = OwnerName::parse("", &row.owner_name).map_err(odd)?;
        let (owner, called) = match (row.owner_id, named) {
            (Some(account), _) => (Owner::Member(AccountId::new(account)), row.owner.unwrap_or_default()),
            (None, Some(name)) => {
                let called = name.as_str().to_owned();
                (Owner::Named(name), called)
            }
            (None, None) => (Owner::Nobody, String::new()),
        };
        let action = Action {
            title: Title::parse("", &row.title).map_err(odd)?,
            linked: Linked::stored(row.practice, &row.items),
            owner,
            due: row.due_day.map(Day::of),
            status: Status::from_word(&row.status).ok_or(()).map_err(odd)?,
            target: Target::new(row.target).map_err(odd)?,
            note: Note::parse("", &row.note).map_err(odd)?,
        };
        Ok(Self {
            id: ActionId::new(row.id),
            team_id: TeamId::new(row.team_id),
            team_name: row.team_name,
            round: row.round_id.map(RoundId::new).zip(row.round_name),
            action,
            owner: called,
            version: row.version,
            created_at: row.created_at,
        })
    }
}

/// The actions, and how many there are on all pages; 0 beyond the last.
fn page(found: Vec<Row>) -> Result<(Vec<PlannedAction>, i64), StoreError> {
    let total = found.first().map_or(0, |row| row.total);
    Ok((found.into_iter().map(PlannedAction::try_from).collect::<Result<_, _>>()?, total))
}

struct PracticeRow {
    practice: String,
}

struct TeamRow {
    id: Uuid,
    name: String,
}

impl Snapshot {
    /// Actions of the teams that are in use: those that are open first, then by their days, those without one last.
    /// With them, how many there are on all pages; 0 beyond the last.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn actions(&mut self, wanted: &Actions) -> Result<(Vec<PlannedAction>, i64), StoreError> {
        let Actions { view, team, which, part } = wanted;
        let found = rows!(
            &mut self.conn,
            Row,
            r#"SELECT a.id AS "id: _", a.team_id AS "team_id: _", t.name AS team_name, a.round_id AS "round_id?: _",
                r.name AS "round_name?", a.title, a.practice, a.items, a.owner_id AS "owner_id?: _", a.owner_name,
                CASE WHEN o.name = '' THEN o.email ELSE o.name END AS "owner?: String", a.due_day, a.status, a.target,
                a.note, a.version, a.created_at, count(*) OVER () AS "total!: i64"
            FROM plan_action a JOIN team t ON t.id = a.team_id LEFT JOIN round r ON r.id = a.round_id
                LEFT JOIN account o ON o.id = a.owner_id
            WHERE a.organisation_id = $1 AND t.archived_at IS NULL
                AND (CAST($3 AS BOOLEAN) OR EXISTS (
                    SELECT 1 FROM team_member m WHERE m.team_id = a.team_id AND m.account_id = $2))
                AND (CAST($4 AS UUID) IS NULL OR a.team_id = $4)
                AND ($5 = '' OR a.status = $5 OR ($5 = 'open' AND a.status IN ('todo', 'doing')))
            ORDER BY CASE WHEN a.status IN ('todo', 'doing') THEN 0 ELSE 1 END, a.due_day NULLS LAST, a.created_at, a.id
            LIMIT CAST($6 AS BIGINT) OFFSET $7"#,
            view.organisation_id.uuid(),
            view.account_id.uuid(),
            view.everything,
            team.map(TeamId::uuid),
            which.word(),
            part.limit,
            part.offset
        )?;
        page(found)
    }

    /// A team's actions in the same order, and how many there are.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn actions_of_team(&mut self, team: TeamId, part: Part) -> Result<(Vec<PlannedAction>, i64), StoreError> {
        let found = rows!(
            &mut self.conn,
            Row,
            r#"SELECT a.id AS "id: _", a.team_id AS "team_id: _", t.name AS team_name, a.round_id AS "round_id?: _",
                r.name AS "round_name?", a.title, a.practice, a.items, a.owner_id AS "owner_id?: _", a.owner_name,
                CASE WHEN o.name = '' THEN o.email ELSE o.name END AS "owner?: String", a.due_day, a.status, a.target,
                a.note, a.version, a.created_at, count(*) OVER () AS "total!: i64"
            FROM plan_action a JOIN team t ON t.id = a.team_id LEFT JOIN round r ON r.id = a.round_id
                LEFT JOIN account o ON o.id = a.owner_id
            WHERE a.team_id = $1
            ORDER BY CASE WHEN a.status IN ('todo', 'doing') THEN 0 ELSE 1 END, a.due_day NULLS LAST, a.created_at, a.id
            LIMIT CAST($2 AS BIGINT) OFFSET $3"#,
            team.uuid(),
            part.limit,
            part.offset
        )?;
        page(found)
    }

    /// The practices that open actions of a team work on, by their ids.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn practices_in_plan(&mut self, team: TeamId) -> Result<Vec<String>, StoreError> {
        let found = rows!(
            &mut self.conn,
            PracticeRow,
            "SELECT DISTINCT practice FROM plan_action
            WHERE team_id = $1 AND status IN ('todo', 'doing') ORDER BY practice",
            team.uuid()
        )?;
        Ok(found.into_iter().map(|row| row.practice).collect())
    }

    /// An action of a team.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn action_of_team(&mut self, team: TeamId, id: ActionId) -> Result<Option<PlannedAction>, StoreError> {
        let found = rows!(
            &mut self.conn,
            Row,
            r#"SELECT a.id AS "id: _", a.team_id AS "team_id: _", t.name AS team_name, a.round_id AS "round_id?: _",
                r.name AS "round_name?", a.title, a.practice, a.items, a.owner_id AS "owner_id?: _", a.owner_name,
                CASE WHEN o.name = '' THEN o.email ELSE o.name END AS "owner?: String", a.due_day, a.status, a.target,
                a.note, a.version, a.created_at, CAST(1 AS BIGINT) AS "total!: i64"
            FROM plan_action a JOIN team t ON t.id = a.team_id LEFT JOIN round r ON r.id = a.round_id
                LEFT JOIN account o ON o.id = a.owner_id
            WHERE a.id = $1 AND a.team_id = $2"#,
            id.uuid(),
            team.uuid()
        )?;
        Ok(page(found)?.0.into_iter().next())
    }

    /// The teams that have actions, by name: those of [`Actions`] of all teams.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn teams_with_actions(&mut self, view: View) -> Result<Vec<(TeamId, String)>, StoreError> {
        let found = rows!(
            &mut self.conn,
            TeamRow,
            r#"SELECT t.id AS "id: _", t.name FROM team t
            WHERE t.organisation_id = $1 AND t.archived_at IS NULL
                AND (CAST($3 AS BOOLEAN) OR EXISTS (
                    SELECT 1 FROM team_member m WHERE m.team_id = t.id AND m.account_id = $2))
                AND EXISTS (SELECT 1 FROM plan_action a WHERE a.team_id = t.id)
            ORDER BY t.name_folded, t.id LIMIT 1000"#,
            view.organisation_id.uuid(),
            view.account_id.uuid(),
            view.everything
        )?;
        Ok(found.into_iter().map(|TeamRow { id, name }| (TeamId::new(id), name)).collect())
    }
}
