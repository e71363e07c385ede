//! Who belongs to a team.

use domain::account::pattern;
use domain::audit::Deed;
use domain::ids::AccountId;
use domain::rights::Right;
use store::{Account, Audited, Membership, Person, SetMembership};

use crate::accounts::{ManageTeam, TeamAccess};
use crate::people::{Invited, NewPerson, invite};
use crate::{App, Error};

/// People that a search for new members shows at most.
const FOUND: i64 = 20;

/// Somebody who is invited into a team.
#[derive(Clone, Debug, Default)]
pub struct Invitee {
    /// Address.
    pub email: String,
    /// Name; may be empty.
    pub name: String,
}

impl TeamAccess<ManageTeam> {
    /// People of the organisation who are not in the team, by name or address.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn candidates(&self, app: &App, query: &str) -> Result<Vec<Person>, Error> {
        let (organisation, team) = (self.caller().organisation(), self.team().id);
        let mut snapshot = app.store.snapshot().await?;
        Ok(snapshot.people_outside(organisation, team, &pattern(query), FOUND).await?)
    }

    /// A person of the organisation; `id` is what stands in the address.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else; [`Error::Unavailable`].
    pub async fn person(&self, app: &App, id: &str) -> Result<Account, Error> {
        let id: AccountId = id.parse().map_err(|_| Error::NotFound)?;
        app.store.snapshot().await?.account(self.caller().organisation(), id).await?.ok_or(Error::NotFound)
    }

    /// Says whether a person belongs to the team.
    ///
    /// # Errors
    /// [`Error::NotFound`] for nobody of this organisation; [`Error::Unavailable`].
    pub async fn set_member(&self, app: &App, id: &str, membership: Membership) -> Result<(), Error> {
        let person = self.person(app, id).await?;
        let (caller, team_id) = (self.caller(), self.team().id);
        let deed = match membership {
            Membership::Belongs => Deed::MemberAdded,
            Membership::Apart => Deed::MemberRemoved,
        };
        let note = caller.note(app, deed, format!("team {team_id}"), format!("account {}", person.id));
        let (organisation_id, account_id, at) = (caller.organisation(), person.id, app.now());
        let command = SetMembership { organisation_id, team_id, account_id, membership, at };
        app.store.execute(Audited { command, note }).await?;
        Ok(())
    }

    /// Invites somebody new into the team, with the right to answer in it.
    ///
    /// # Errors
    /// [`Error::Invalid`] for an address that cannot be taken; [`Error::Unavailable`].
    pub async fn invite(&self, app: &App, invitee: &Invitee) -> Result<Invited, Error> {
        let Invitee { email, name } = invitee.clone();
        let new = NewPerson { email, name, right: Right::Member, teams: vec![self.team().id] };
        invite(app, self.caller(), &new).await
    }
}
