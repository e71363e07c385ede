//! Organisations.

use domain::ids::OrganisationId;
use uuid::Uuid;

use crate::conn::{Snapshot, Tx};
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::{exec, rows};

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

struct OrganisationRow {
    id: Uuid,
    name: String,
}

impl Snapshot {
    /// Every organisation that has people, with its name: a handful at most.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn organisations(&mut self) -> Result<Vec<(OrganisationId, String)>, StoreError> {
        let found = rows!(
            &mut self.conn,
            OrganisationRow,
            r#"SELECT id AS "id: _", name FROM organisation WHERE id > $1 ORDER BY id LIMIT 1000"#,
            OrganisationId::IMPLICIT.uuid()
        )?;
        Ok(found.into_iter().map(|OrganisationRow { id, name }| (OrganisationId::new(id), name)).collect())
    }
}
