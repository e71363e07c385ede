//! Who belongs to a team.

use domain::ids::{AccountId, OrganisationId, TeamId};

use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;
use crate::sql::exec;

/// Whether an account belongs to a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// It does.
    Belongs,
    /// It does not.
    Apart,
}

/// Says whether an account belongs to a team; both must be of this organisation.
#[derive(Clone, Debug)]
pub struct SetMembership {
    /// The organisation of both.
    pub organisation_id: OrganisationId,
    /// The team.
    pub team_id: TeamId,
    /// The account.
    pub account_id: AccountId,
    /// What holds from now on.
    pub membership: Membership,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for SetMembership {
    /// Whether it was otherwise before. `false` too where team or account are not of this organisation.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let (team, account, organisation) = (self.team_id.uuid(), self.account_id.uuid(), self.organisation_id.uuid());
        let changed = match self.membership {
            Membership::Belongs => exec!(
                &mut tx.conn,
                "INSERT INTO team_member (team_id, account_id, organisation_id, created_at)
                SELECT t.id, a.id, t.organisation_id, CAST($4 AS BIGINT)
                FROM team t JOIN account a ON a.organisation_id = t.organisation_id
                WHERE t.id = $1 AND a.id = $2 AND t.organisation_id = $3
                ON CONFLICT (team_id, account_id) DO NOTHING",
                team,
                account,
                organisation,
                self.at
            )?,
            Membership::Apart => exec!(
                &mut tx.conn,
                "DELETE FROM team_member WHERE team_id = $1 AND account_id = $2 AND organisation_id = $3",
                team,
                account,
                organisation
            )?,
        };
        Ok(changed == 1)
    }
}

impl Happened for SetMembership {
    fn happened(changed: &bool) -> bool {
        *changed
    }
}
