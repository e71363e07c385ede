//! What the things of an organisation are called, many at once.

use std::collections::HashMap;

use domain::ids::OrganisationId;
use uuid::Uuid;

use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::rows;

/// So many are asked for by one statement.
const AT_ONCE: usize = 20;

struct NameRow {
    id: Uuid,
    name: String,
}

impl Snapshot {
    /// The names of teams, units, rounds and accounts of an organisation by their ids. What is not there any more, or
    /// belongs to another organisation, is left out. An account without a name is called by its address, a round by
    /// its team and its own name.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn names(
        &mut self,
        organisation: OrganisationId,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, String>, StoreError> {
        let mut names = HashMap::new();
        for some in ids.chunks(AT_ONCE) {
            let mut filled = [Uuid::nil(); AT_ONCE];
            filled[..some.len()].copy_from_slice(some);
            let found = rows!(
                &mut self.conn,
                NameRow,
                r#"SELECT t.id AS "id!: _", t.name AS "name!: _" FROM team t WHERE t.organisation_id = $1
                    AND t.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
                UNION ALL SELECT u.id, u.name FROM unit u WHERE u.organisation_id = $1
                    AND u.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
                UNION ALL SELECT v.id, w.name || ', ' || v.name FROM round v JOIN team w ON w.id = v.team_id
                    WHERE v.organisation_id = $1
                    AND v.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
                UNION ALL SELECT z.id, CASE WHEN z.name = '' THEN z.email ELSE z.name END FROM account z
                    WHERE z.organisation_id = $1
                    AND z.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)"#,
                organisation.uuid(),
                filled[0],
                filled[1],
                filled[2],
                filled[3],
                filled[4],
                filled[5],
                filled[6],
                filled[7],
                filled[8],
                filled[9],
                filled[10],
                filled[11],
                filled[12],
                filled[13],
                filled[14],
                filled[15],
                filled[16],
                filled[17],
                filled[18],
                filled[19]
            )?;
            names.extend(found.into_iter().map(|NameRow { id, name }| (id, name)));
        }
        Ok(names)
    }
}
