//! Making, changing and deleting units. Each command is alone in its organisation, so the tree that it looked at stays.

use domain::account::folded;
use domain::ids::{OrganisationId, UnitId};
use domain::units::{Misplaced, Place, level_after_move, level_under};

use super::Unit;
use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::{exec, value};

/// What became of a change to the units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitChanged {
    /// It is done.
    Changed,
    /// Nothing was otherwise before.
    Same,
    /// It cannot stand there.
    Misplaced(Misplaced),
    /// Another unit beside it has this name.
    Taken,
    /// It still has units or teams.
    NotEmpty,
}

/// Makes a unit. Run again with the same id it changes nothing.
#[derive(Clone, Debug)]
pub struct AddUnit {
    /// Its id (version 7).
    pub id: UnitId,
    /// The organisation, which must exist.
    pub organisation_id: OrganisationId,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

fn is_taken(units: &[Unit], id: UnitId, parent: Option<UnitId>, name: &str) -> bool {
    let name = folded(name);
    units.iter().any(|unit| unit.place.id != id && unit.place.parent == parent && folded(&unit.name) == name)
}

fn places(units: &[Unit]) -> Vec<Place> {
    units.iter().map(|unit| unit.place).collect()
}

impl Command for AddUnit {
    type Outcome = UnitChanged;

    async fn run(&self, tx: &mut Tx) -> Result<UnitChanged, StoreError> {
        storable(&self.name)?;
        tx.lock_people(self.organisation_id).await?;
        let units = tx.units(self.organisation_id).await?;
        let level = match level_under(&places(&units), self.parent) {
            Ok(level) => level,
            Err(misplaced) => return Ok(UnitChanged::Misplaced(misplaced)),
        };
        if is_taken(&units, self.id, self.parent, &self.name) {
            return Ok(UnitChanged::Taken);
        }
        exec!(
            &mut tx.conn,
            "INSERT INTO unit (id, organisation_id, parent_id, level, name, name_folded, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING",
            self.id.uuid(),
            self.organisation_id.uuid(),
            self.parent.map(UnitId::uuid),
            level,
            self.name,
            folded(&self.name),
            self.at
        )?;
        Ok(UnitChanged::Changed)
    }
}

/// Renames a unit and moves it, with all that is under it.
#[derive(Clone, Debug)]
pub struct ChangeUnit {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The unit.
    pub id: UnitId,
    /// Its name from now on.
    pub name: String,
    /// The unit above it from now on.
    pub parent: Option<UnitId>,
}

impl Command for ChangeUnit {
    type Outcome = UnitChanged;

    async fn run(&self, tx: &mut Tx) -> Result<UnitChanged, StoreError> {
        storable(&self.name)?;
        tx.lock_people(self.organisation_id).await?;
        let units = tx.units(self.organisation_id).await?;
        let Some(before) = units.iter().find(|unit| unit.place.id == self.id) else {
            return Ok(UnitChanged::Misplaced(Misplaced::Unknown));
        };
        if before.name == self.name && before.place.parent == self.parent {
            return Ok(UnitChanged::Same);
        }
        let level = match level_after_move(&places(&units), self.id, self.parent) {
            Ok(level) => level,
            Err(misplaced) => return Ok(UnitChanged::Misplaced(misplaced)),
        };
        if is_taken(&units, self.id, self.parent, &self.name) {
            return Ok(UnitChanged::Taken);
        }
        let id = self.id.uuid();
        exec!(
            &mut tx.conn,
            "UPDATE unit SET name = $2, name_folded = $3, parent_id = $4, level = $5 WHERE id = $1",
            id,
            self.name,
            folded(&self.name),
            self.parent.map(UnitId::uuid),
            level
        )?;
        let below = level - before.place.level;
        exec!(&mut tx.conn, "UPDATE unit SET level = level + $2 WHERE parent_id = $1", id, below)?;
        exec!(
            &mut tx.conn,
            "UPDATE unit SET level = level + $2 WHERE parent_id IN (SELECT u.id FROM unit u WHERE u.parent_id = $1)",
            id,
            below
        )?;
        Ok(UnitChanged::Changed)
    }
}

/// Deletes a unit that is empty.
#[derive(Clone, Debug)]
pub struct DeleteUnit {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The unit.
    pub id: UnitId,
}

impl Command for DeleteUnit {
    type Outcome = UnitChanged;

    async fn run(&self, tx: &mut Tx) -> Result<UnitChanged, StoreError> {
        tx.lock_people(self.organisation_id).await?;
        let (id, organisation) = (self.id.uuid(), self.organisation_id.uuid());
        let held = value!(
            &mut tx.conn,
            r#"SELECT (SELECT count(*) FROM unit u WHERE u.parent_id = $1)
                + (SELECT count(*) FROM team t WHERE t.unit_id = $1) AS "n!: i64""#,
            id
        )?;
        if held != Some(0) {
            return Ok(UnitChanged::NotEmpty);
        }
        match exec!(&mut tx.conn, "DELETE FROM unit WHERE id = $1 AND organisation_id = $2", id, organisation)? {
            0 => Ok(UnitChanged::Same),
            _ => Ok(UnitChanged::Changed),
        }
    }
}

macro_rules! happened {
    ($($command:ident)+) => {
        $(impl Happened for $command {
            fn happened(outcome: &UnitChanged) -> bool {
                *outcome == UnitChanged::Changed
            }
        })+
    };
}

happened!(AddUnit ChangeUnit DeleteUnit);
