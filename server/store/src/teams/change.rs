//! Renaming, moving and putting away.

use domain::account::folded;
use domain::ids::{OrganisationId, TeamId, UnitId};

use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::exec;

/// Which unit a team is to belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placing {
    /// The one it belongs to.
    Stay,
    /// This one, or none.
    Into(Option<UnitId>),
}

/// Changes a team.
#[derive(Clone, Debug)]
pub struct ChangeTeam {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The team, which must be of this organisation.
    pub team_id: TeamId,
    /// Its name from now on.
    pub name: String,
    /// Its unit from now on; a foreign one counts as none.
    pub placing: Placing,
}

impl Command for ChangeTeam {
    /// Whether anything was otherwise before.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        storable(&self.name)?;
        let (team, organisation) = (self.team_id.uuid(), self.organisation_id.uuid());
        let mut changed = exec!(
            &mut tx.conn,
            "UPDATE team SET name = $3, name_folded = $4 WHERE id = $1 AND organisation_id = $2 AND name <> $3",
            team,
            organisation,
            self.name,
            folded(&self.name)
        )?;
        if let Placing::Into(unit) = self.placing {
            changed += exec!(
                &mut tx.conn,
                "UPDATE team SET unit_id = (SELECT u.id FROM unit u WHERE u.id = $3 AND u.organisation_id = $2)
                WHERE id = $1 AND organisation_id = $2 AND unit_id IS DISTINCT FROM
                    (SELECT u.id FROM unit u WHERE u.id = $3 AND u.organisation_id = $2)",
                team,
                organisation,
                unit.map(UnitId::uuid)
            )?;
        }
        Ok(changed > 0)
    }
}

impl Happened for ChangeTeam {
    fn happened(changed: &bool) -> bool {
        *changed
    }
}

/// Puts a team away, or takes it out again. Its rounds stay as they are.
#[derive(Clone, Debug)]
pub struct ArchiveTeam {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The team, which must be of this organisation.
    pub team_id: TeamId,
    /// Whether it is put away.
    pub archived: bool,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for ArchiveTeam {
    /// Whether it was otherwise before.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let changed = exec!(
            &mut tx.conn,
            "UPDATE team SET archived_at = $3
            WHERE id = $1 AND organisation_id = $2 AND (archived_at IS NOT NULL) <> CAST($4 AS BOOLEAN)",
            self.team_id.uuid(),
            self.organisation_id.uuid(),
            self.archived.then_some(self.at),
            self.archived
        )?;
        Ok(changed == 1)
    }
}

impl Happened for ArchiveTeam {
    fn happened(changed: &bool) -> bool {
        *changed
    }
}
