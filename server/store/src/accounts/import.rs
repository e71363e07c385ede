//! Importing people and teams: all of it, or nothing.

use domain::account::folded;
use domain::ids::{AccountId, OrganisationId};
use domain::rights::Right;

use super::add::{AddAccount, Added};
use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::exec;
use crate::teams::{AddTeam, SetMembership};
use crate::units::{AddUnit, UnitChanged};

/// A name and right that an account has from now on. Owners keep theirs: taking it away has a guard of its own.
#[derive(Clone, Debug)]
pub struct Retitled {
    /// The account.
    pub account_id: AccountId,
    /// The name.
    pub name: String,
    /// The right.
    pub right: Right,
}

/// What an import makes and changes, in this order.
#[derive(Clone, Debug, Default)]
pub struct ImportPeople {
    /// Whose it is; what belongs to another organisation is left alone.
    pub organisation_id: Option<OrganisationId>,
    /// New units, those above before those below.
    pub units: Vec<AddUnit>,
    /// New teams.
    pub teams: Vec<AddTeam>,
    /// New accounts.
    pub accounts: Vec<AddAccount>,
    /// Accounts that are there.
    pub changed: Vec<Retitled>,
    /// Who belongs to which team.
    pub members: Vec<SetMembership>,
}

impl Command for ImportPeople {
    /// Memberships that are new. An address that somebody took meanwhile, or a unit that was moved, undoes it all.
    type Outcome = u64;

    async fn run(&self, tx: &mut Tx) -> Result<u64, StoreError> {
        const MEANWHILE: StoreError =
            StoreError::Inconsistent { what: "people or units were changed during an import" };
        let Some(organisation) = self.organisation_id else { return Ok(0) };
        tx.lock_people(organisation).await?;
        for unit in &self.units {
            if !matches!(unit.run(tx).await?, UnitChanged::Changed | UnitChanged::Same) {
                return Err(MEANWHILE);
            }
        }
        for team in &self.teams {
            team.run(tx).await?;
        }
        for account in &self.accounts {
            if account.run(tx).await? == Added::Taken {
                return Err(MEANWHILE);
            }
        }
        for Retitled { account_id, name, right } in &self.changed {
            storable(name)?;
            exec!(
                &mut tx.conn,
                "UPDATE account SET name = $3, name_folded = $4, held_right = $5
                WHERE id = $1 AND organisation_id = $2 AND (held_right <> 'owner' OR $5 = 'owner')",
                account_id.uuid(),
                organisation.uuid(),
                name,
                folded(name),
                right.word()
            )?;
        }
        let mut joined = 0;
        for member in &self.members {
            joined += u64::from(member.run(tx).await?);
        }
        Ok(joined)
    }
}

impl Happened for ImportPeople {
    fn happened(_: &u64) -> bool {
        true
    }
}
