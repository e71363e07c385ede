//! Organisations.

use domain::ids::OrganisationId;

use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::exec;

/// Makes an organisation unless it is there; an existing one keeps its name.
#[derive(Clone, Debug)]
pub struct EnsureOrganisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its name if it is new.
    pub name: String,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for EnsureOrganisation {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        let Self { id, name, at } = self;
        storable(name)?;
        exec!(
            &mut tx.conn,
            "INSERT INTO organisation (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING",
            id.uuid(),
            name,
            at
        )?;
        Ok(())
    }
}
