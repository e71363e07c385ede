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
            let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t] = filled;
            let found = rows!(
                &mut self.conn,
                NameRow,
                r#"SELECT x.id AS "id!: Uuid", x.name AS "name!: String" FROM (
                    SELECT id, organisation_id, name FROM team
                    UNION ALL SELECT id, organisation_id, name FROM unit
                    UNION ALL SELECT v.id, v.organisation_id, w.name || ', ' || v.name
                        FROM round v JOIN team w ON w.id = v.team_id
                    UNION ALL SELECT id, organisation_id, CASE WHEN name = '' THEN email ELSE name END FROM account
                ) x
                WHERE x.organisation_id = $1
                    AND x.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                        $21)"#,
                organisation.uuid(),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h,
                i,
                j,
                k,
                l,
                m,
                n,
                o,
                p,
                q,
                r,
                s,
                t
            )?;
            names.extend(found.into_iter().map(|NameRow { id, name }| (id, name)));
        }
        Ok(names)
    }
}
