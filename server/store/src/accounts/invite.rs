//! Inviting somebody: an account without a password, its teams, and the link to take it up.

use domain::ids::TeamId;

use super::{AddAccount, Added, MakeLink};
use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;
use crate::teams::{Membership, SetMembership};

/// Makes an account that is invited.
#[derive(Clone, Debug)]
pub struct InvitePerson {
    /// The account.
    pub account: AddAccount,
    /// Its link.
    pub link: MakeLink,
    /// Its teams; foreign ones are left out.
    pub teams: Vec<TeamId>,
}

impl Command for InvitePerson {
    type Outcome = Added;

    async fn run(&self, tx: &mut Tx) -> Result<Added, StoreError> {
        if self.account.run(tx).await? == Added::Taken {
            return Ok(Added::Taken);
        }
        self.link.run(tx).await?;
        for team_id in &self.teams {
            let set = SetMembership {
                organisation_id: self.account.organisation_id,
                team_id: *team_id,
                account_id: self.account.id,
                membership: Membership::Belongs,
                at: self.account.at,
            };
            set.run(tx).await?;
        }
        Ok(Added::Added)
    }
}

impl Happened for InvitePerson {
    fn happened(outcome: &Added) -> bool {
        *outcome == Added::Added
    }
}
