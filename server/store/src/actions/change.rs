//! Making, changing and deleting actions.

use domain::ids::{AccountId, ActionId, OrganisationId, RoundId, TeamId};
use domain::plan::{Action, Day, Status};

use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::exec;

/// Makes an action. Run again with the same id it changes nothing.
#[derive(Clone, Debug)]
pub struct AddAction {
    /// Its id (version 7).
    pub id: ActionId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The team, which must be of this organisation.
    pub team_id: TeamId,
    /// From whose result it is made; a round of another team is left out.
    pub round_id: Option<RoundId>,
    /// What it is. An owner who is no member of the team is left out.
    pub action: Action,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

fn check(action: &Action) -> Result<(), StoreError> {
    let texts = [action.title.as_str(), action.linked.practice(), action.owner.name(), action.note.as_str()];
    texts.into_iter().try_for_each(storable)
}

impl Command for AddAction {
    /// Whether it was not there before.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        check(&self.action)?;
        let Action { title, linked, owner, due, status, target, note } = &self.action;
        let made = exec!(
            &mut tx.conn,
            "INSERT INTO plan_action (id, organisation_id, team_id, round_id, title, practice, items, owner_id, owner_name,
                due_day, status, target, note, version, created_at, changed_at)
            VALUES ($1, $2, $3, (SELECT r.id FROM round r WHERE r.id = $4 AND r.team_id = $3), $5, $6, $7,
                (SELECT m.account_id FROM team_member m WHERE m.team_id = $3 AND m.account_id = $8), $9,
                $10, $11, $12, $13, 1, $14, $14)
            ON CONFLICT (id) DO NOTHING",
            self.id.uuid(),
            self.organisation_id.uuid(),
            self.team_id.uuid(),
            self.round_id.map(RoundId::uuid),
            title.as_str(),
            linked.practice(),
            linked.items_text(),
            owner.account().map(AccountId::uuid),
            owner.name(),
            due.map(Day::begins),
            status.word(),
            i64::from(target.get()),
            note.as_str(),
            self.at
        )?;
        Ok(made == 1)
    }
}

impl Happened for AddAction {
    fn happened(made: &bool) -> bool {
        *made
    }
}

/// What became of a [`ChangeAction`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionChanged {
    /// It is done.
    Changed,
    /// Nothing was otherwise before.
    Same,
    /// Somebody else changed it since. Nothing was changed.
    Stale,
    /// The team has no such action.
    Gone,
}

/// Changes an action.
#[derive(Clone, Debug)]
pub struct ChangeAction {
    /// The team.
    pub team_id: TeamId,
    /// Its action.
    pub id: ActionId,
    /// What it is from now on. An owner who is no member of the team is left out.
    pub action: Action,
    /// The version that was changed.
    pub seen: i64,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for ChangeAction {
    type Outcome = ActionChanged;

    async fn run(&self, tx: &mut Tx) -> Result<ActionChanged, StoreError> {
        check(&self.action)?;
        let Action { title, linked, owner, due, status, target, note } = &self.action;
        let changed = exec!(
            &mut tx.conn,
            "UPDATE plan_action SET title = $4, practice = $5, items = $6,
                owner_id = (SELECT m.account_id FROM team_member m WHERE m.team_id = $2 AND m.account_id = $7),
                owner_name = $8, due_day = $9, status = $10, target = $11, note = $12, version = version + 1,
                changed_at = $13
            WHERE id = $1 AND team_id = $2 AND version = $3",
            self.id.uuid(),
            self.team_id.uuid(),
            self.seen,
            title.as_str(),
            linked.practice(),
            linked.items_text(),
            owner.account().map(AccountId::uuid),
            owner.name(),
            due.map(Day::begins),
            status.word(),
            i64::from(target.get()),
            note.as_str(),
            self.at
        )?;
        if changed == 1 {
            return Ok(ActionChanged::Changed);
        }
        // Run a second time, it finds what it wrote the first time.
        Ok(match tx.action_of_team(self.team_id, self.id).await? {
            None => ActionChanged::Gone,
            Some(there) if there.action == self.action => ActionChanged::Same,
            Some(_) => ActionChanged::Stale,
        })
    }
}

impl Happened for ChangeAction {
    fn happened(outcome: &ActionChanged) -> bool {
        *outcome == ActionChanged::Changed
    }
}

/// Says how far an action is.
#[derive(Clone, Debug)]
pub struct SetActionStatus {
    /// The team.
    pub team_id: TeamId,
    /// Its action.
    pub id: ActionId,
    /// How far it is.
    pub status: Status,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for SetActionStatus {
    /// Whether it was elsewhere before.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let changed = exec!(
            &mut tx.conn,
            "UPDATE plan_action SET status = $3, version = version + 1, changed_at = $4
            WHERE id = $1 AND team_id = $2 AND status <> $3",
            self.id.uuid(),
            self.team_id.uuid(),
            self.status.word(),
            self.at
        )?;
        Ok(changed == 1)
    }
}

impl Happened for SetActionStatus {
    fn happened(changed: &bool) -> bool {
        *changed
    }
}

/// Deletes an action.
#[derive(Clone, Debug)]
pub struct DeleteAction {
    /// The team.
    pub team_id: TeamId,
    /// Its action.
    pub id: ActionId,
}

impl Command for DeleteAction {
    /// Whether it was there.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let (id, team) = (self.id.uuid(), self.team_id.uuid());
        Ok(exec!(&mut tx.conn, "DELETE FROM plan_action WHERE id = $1 AND team_id = $2", id, team)? == 1)
    }
}

impl Happened for DeleteAction {
    fn happened(deleted: &bool) -> bool {
        *deleted
    }
}
