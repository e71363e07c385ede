//! Reading units.

use domain::ids::{OrganisationId, UnitId};
use domain::units::Place;
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::rows;

/// Most units that are read at once; nobody has as many.
const MOST: i64 = 5_000;

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Where it stands.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// Teams that belong to it itself.
    pub teams: i64,
}

struct UnitRow {
    id: Uuid,
    parent_id: Option<Uuid>,
    level: i64,
    name: String,
    teams: i64,
}

impl Snapshot {
    /// The units of an organisation by name.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn units(&mut self, organisation: OrganisationId) -> Result<Vec<Unit>, StoreError> {
        let found = rows!(
            &mut self.conn,
            UnitRow,
            r#"SELECT u.id AS "id: _", u.parent_id AS "parent_id: _", u.level, u.name,
                (SELECT count(*) FROM team t WHERE t.unit_id = u.id) AS "teams!: i64"
            FROM unit u WHERE u.organisation_id = $1 ORDER BY u.name_folded, u.id LIMIT CAST($2 AS BIGINT)"#,
            organisation.uuid(),
            MOST
        )?;
        Ok(found
            .into_iter()
            .map(|UnitRow { id, parent_id, level, name, teams }| Unit {
                place: Place { id: UnitId::new(id), parent: parent_id.map(UnitId::new), level },
                name,
                teams,
            })
            .collect())
    }
}
