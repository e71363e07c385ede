//! Making teams.

use domain::account::folded;
use domain::ids::{OrganisationId, TeamId, UnitId};

use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::exec;

/// Makes a team. Run again with the same id it changes nothing.
#[derive(Clone, Debug)]
pub struct AddTeam {
    /// Its id (version 7).
    pub id: TeamId,
    /// The organisation, which must exist.
    pub organisation_id: OrganisationId,
    /// The unit that it belongs to, of the same organisation; a foreign one is left out.
    pub unit_id: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for AddTeam {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        storable(&self.name)?;
        exec!(
            &mut tx.conn,
            "INSERT INTO team (id, organisation_id, unit_id, name, name_folded, created_at)
            VALUES ($1, $2, (SELECT u.id FROM unit u WHERE u.id = $3 AND u.organisation_id = $2), $4, $5, $6)
            ON CONFLICT (id) DO NOTHING",
            self.id.uuid(),
            self.organisation_id.uuid(),
            self.unit_id.map(UnitId::uuid),
            self.name,
            folded(&self.name),
            self.at
        )?;
        Ok(())
    }
}

impl Happened for AddTeam {
    fn happened((): &()) -> bool {
        true
    }
}
