//! Rounds of an organisation, with what decides who may see them.

use domain::ids::{AccountId, OrganisationId, RoundId};
use uuid::Uuid;

use super::{Round, RoundRow};
use crate::conn::Snapshot;
use crate::error::StoreError;
use crate::sql::rows;

/// A round with whether an account belongs to its team.
struct ReachedRow {
    id: Uuid,
    organisation_id: Uuid,
    team_id: Uuid,
    team_name: String,
    name: String,
    subject: String,
    mode: String,
    k: Option<i64>,
    state: String,
    instrument_id: String,
    instrument_version: String,
    created_at: i64,
    belongs: bool,
}

impl From<ReachedRow> for RoundRow {
    fn from(row: ReachedRow) -> Self {
        Self {
            id: row.id,
            organisation_id: row.organisation_id,
            team_id: row.team_id,
            team_name: row.team_name,
            name: row.name,
            subject: row.subject,
            mode: row.mode,
            k: row.k,
            state: row.state,
            instrument_id: row.instrument_id,
            instrument_version: row.instrument_version,
            created_at: row.created_at,
        }
    }
}

impl Snapshot {
    /// A round of an organisation, and whether this account belongs to its team; `None` too if it is another
    /// organisation's.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn round_of_organisation(
        &mut self,
        organisation: OrganisationId,
        round: RoundId,
        account: AccountId,
    ) -> Result<Option<(Round, bool)>, StoreError> {
        Ok(self.rounds_of_organisation(organisation, &[round], account).await?.pop())
    }

    /// Those of these rounds that are the organisation's, each once, in no order; and whether this account belongs to
    /// the team of each.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn rounds_of_organisation(
        &mut self,
        organisation: OrganisationId,
        rounds: &[RoundId],
        account: AccountId,
    ) -> Result<Vec<(Round, bool)>, StoreError> {
        let mut all = Vec::new();
        for [a, b, c, d, e, f, g, h] in eights(rounds) {
            let found = rows!(
                &mut self.conn,
                ReachedRow,
                r#"SELECT r.id AS "id: _", r.organisation_id AS "organisation_id: _", r.team_id AS "team_id: _",
                    t.name AS team_name, r.name, r.subject, r.mode, r.k, r.state, r.instrument_id,
                    r.instrument_version, r.created_at,
                    EXISTS (SELECT 1 FROM team_member m WHERE m.team_id = r.team_id AND m.account_id = $2)
                        AS "belongs!: bool"
                FROM round r JOIN team t ON t.id = r.team_id
                WHERE r.organisation_id = $1 AND r.id IN ($3, $4, $5, $6, $7, $8, $9, $10)"#,
                organisation.uuid(),
                account.uuid(),
                a,
                b,
                c,
                d,
                e,
                f,
                g,
                h
            )?;
            for row in found {
                let belongs = row.belongs;
                all.push((Round::try_from(RoundRow::from(row))?, belongs));
            }
        }
        Ok(all)
    }
}

/// The ids, eight at a time, as many as a statement names; the first of the last ones over and over where they are fewer.
pub(crate) fn eights(rounds: &[RoundId]) -> impl Iterator<Item = [Uuid; 8]> {
    rounds.chunks(8).map(|some| std::array::from_fn(|at| some.get(at).unwrap_or(&some[0]).uuid()))
}
