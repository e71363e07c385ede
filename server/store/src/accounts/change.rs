//! Changing what people may do. The last owner who can sign in stays one: each command is alone in its organisation
//! while it looks who else there is.

use domain::account::folded;
use domain::ids::{AccountId, OrganisationId, TeamId};
use domain::rights::Right;
use uuid::Uuid;

use crate::audit::Happened;
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::sql::{exec, rows, value};
use crate::teams::{Membership, SetMembership};

/// What became of a change to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonChanged {
    /// It is done.
    Changed,
    /// Nothing was otherwise before.
    Same,
    /// The organisation would be left without an owner who can sign in.
    LastOwner,
    /// There is no such account in this organisation.
    Unknown,
}

#[expect(clippy::struct_field_names, reason = "they are the columns' names")]
struct Held {
    held_right: String,
    usable: bool,
    disabled: bool,
    name: String,
}

impl Tx {
    /// Takes the organisation's lock and reads what the account is now.
    async fn held(&mut self, organisation: OrganisationId, account: AccountId) -> Result<Option<Held>, StoreError> {
        self.lock_people(organisation).await?;
        let found = rows!(
            &mut self.conn,
            Held,
            r#"SELECT held_right, (password_hash IS NOT NULL AND disabled_at IS NULL) AS "usable!: bool",
                (disabled_at IS NOT NULL) AS "disabled!: bool", name
            FROM account WHERE id = $1 AND organisation_id = $2"#,
            account.uuid(),
            organisation.uuid()
        )?;
        Ok(found.into_iter().next())
    }

    /// Whether the organisation needs this account to stay an owner who can sign in.
    async fn is_last_owner(
        &mut self,
        organisation: OrganisationId,
        account: AccountId,
        held: &Held,
    ) -> Result<bool, StoreError> {
        if held.held_right != Right::Owner.word() || !held.usable {
            return Ok(false);
        }
        let others = value!(
            &mut self.conn,
            r#"SELECT count(*) AS "n!: i64" FROM account WHERE organisation_id = $1 AND id <> $2
                AND held_right = 'owner' AND password_hash IS NOT NULL AND disabled_at IS NULL"#,
            organisation.uuid(),
            account.uuid()
        )?;
        Ok(others == Some(0))
    }
}

/// Changes a person's name, right and teams.
#[derive(Clone, Debug)]
pub struct ChangePerson {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The account.
    pub account_id: AccountId,
    /// Name from now on.
    pub name: String,
    /// Right from now on.
    pub right: Right,
    /// All teams from now on; foreign ones are left out, and those that were put away stay as they are.
    pub teams: Vec<TeamId>,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

struct TeamOf {
    id: Uuid,
}

impl Command for ChangePerson {
    type Outcome = PersonChanged;

    async fn run(&self, tx: &mut Tx) -> Result<PersonChanged, StoreError> {
        storable(&self.name)?;
        let (organisation, account) = (self.organisation_id, self.account_id);
        let Some(held) = tx.held(organisation, account).await? else { return Ok(PersonChanged::Unknown) };
        if self.right != Right::Owner && tx.is_last_owner(organisation, account, &held).await? {
            return Ok(PersonChanged::LastOwner);
        }
        let mut changed = held.name != self.name || held.held_right != self.right.word();
        exec!(
            &mut tx.conn,
            "UPDATE account SET name = $2, name_folded = $3, held_right = $4 WHERE id = $1",
            account.uuid(),
            self.name,
            folded(&self.name),
            self.right.word()
        )?;
        let before = rows!(
            &mut tx.conn,
            TeamOf,
            r#"SELECT m.team_id AS "id: _" FROM team_member m JOIN team t ON t.id = m.team_id
            WHERE m.account_id = $1 AND t.archived_at IS NULL"#,
            account.uuid()
        )?;
        let before: Vec<TeamId> = before.into_iter().map(|team| TeamId::new(team.id)).collect();
        let left = before.iter().filter(|team| !self.teams.contains(team)).map(|team| (*team, Membership::Apart));
        let joined = self.teams.iter().filter(|team| !before.contains(team)).map(|team| (*team, Membership::Belongs));
        for (team_id, membership) in left.chain(joined) {
            let set =
                SetMembership { organisation_id: organisation, team_id, account_id: account, membership, at: self.at };
            changed |= set.run(tx).await?;
        }
        Ok(if changed { PersonChanged::Changed } else { PersonChanged::Same })
    }
}

/// Switches an account off, which ends its sessions and links, or on again.
#[derive(Clone, Debug)]
pub struct SwitchPerson {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The account.
    pub account_id: AccountId,
    /// Whether it can sign in from now on.
    pub on: bool,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

impl Command for SwitchPerson {
    type Outcome = PersonChanged;

    async fn run(&self, tx: &mut Tx) -> Result<PersonChanged, StoreError> {
        let (organisation, account) = (self.organisation_id, self.account_id);
        let Some(held) = tx.held(organisation, account).await? else { return Ok(PersonChanged::Unknown) };
        if held.disabled != self.on {
            return Ok(PersonChanged::Same);
        }
        if !self.on && tx.is_last_owner(organisation, account, &held).await? {
            return Ok(PersonChanged::LastOwner);
        }
        let account = account.uuid();
        let disabled_at = (!self.on).then_some(self.at);
        exec!(&mut tx.conn, "UPDATE account SET disabled_at = $2 WHERE id = $1", account, disabled_at)?;
        if !self.on {
            exec!(&mut tx.conn, "DELETE FROM session WHERE account_id = $1", account)?;
            exec!(&mut tx.conn, "DELETE FROM one_time_link WHERE account_id = $1", account)?;
        }
        Ok(PersonChanged::Changed)
    }
}

/// Deletes an account. What it answered stays, without its name on the account.
#[derive(Clone, Debug)]
pub struct DeletePerson {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The account.
    pub account_id: AccountId,
}

impl Command for DeletePerson {
    type Outcome = PersonChanged;

    async fn run(&self, tx: &mut Tx) -> Result<PersonChanged, StoreError> {
        let (organisation, account) = (self.organisation_id, self.account_id);
        let Some(held) = tx.held(organisation, account).await? else { return Ok(PersonChanged::Unknown) };
        if tx.is_last_owner(organisation, account, &held).await? {
            return Ok(PersonChanged::LastOwner);
        }
        exec!(&mut tx.conn, "DELETE FROM account WHERE id = $1", account.uuid())?;
        Ok(PersonChanged::Changed)
    }
}

macro_rules! happened {
    ($($command:ident)+) => {
        $(impl Happened for $command {
            fn happened(outcome: &PersonChanged) -> bool {
                *outcome == PersonChanged::Changed
            }
        })+
    };
}

happened!(ChangePerson SwitchPerson DeletePerson);
