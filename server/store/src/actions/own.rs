//! The actions that an account owns, for the person it is about.

use domain::ids::AccountId;
use domain::plan::{Day, Status};

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::rows;

/// An action that an account owns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAction {
    /// Whose plan it is in.
    pub team: String,
    /// What is to be done.
    pub title: String,
    /// How far it is.
    pub status: Status,
    /// The last day for it.
    pub due: Option<Day>,
    /// When it was made, in microseconds since 1970.
    pub created_at: i64,
}

struct Row {
    team: String,
    title: String,
    status: String,
    due_day: Option<i64>,
    created_at: i64,
}

impl Snapshot {
    /// The actions that an account owns, oldest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn own_actions(&mut self, account: AccountId) -> Result<Vec<OwnAction>, StoreError> {
        let found = rows!(
            &mut self.conn,
            Row,
            "SELECT t.name AS team, a.title, a.status, a.due_day, a.created_at
            FROM plan_action a JOIN team t ON t.id = a.team_id
            WHERE a.owner_id = $1 ORDER BY a.created_at, a.id",
            account.uuid()
        )?;
        let action = |Row { team, title, status, due_day, created_at }| {
            let what = "an action that cannot be";
            let status = Status::from_word(&status).ok_or(StoreError::Inconsistent { what })?;
            Ok(OwnAction { team, title, status, due: due_day.map(Day::of), created_at })
        };
        found.into_iter().map(action).collect()
    }
}
