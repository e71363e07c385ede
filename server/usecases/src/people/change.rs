//! Changing what people may do. It takes effect at once: every request reads the account anew.

use domain::answer::one_line;
use domain::audit::Deed;
use domain::ids::TeamId;
use domain::rights::Right;
use store::{Audited, ChangePerson, DeletePerson, PersonChanged, SwitchPerson};

use super::Somebody;
use crate::lists::refused;
use crate::{App, Error};

/// What is typed about a person.
#[derive(Clone, Debug)]
pub struct PersonTyped {
    /// Name; may be empty.
    pub name: String,
    /// What they may do.
    pub right: Right,
    /// All their teams.
    pub teams: Vec<TeamId>,
}

fn done(field: &str, outcome: PersonChanged) -> Result<(), Error> {
    match outcome {
        PersonChanged::Changed | PersonChanged::Same => Ok(()),
        PersonChanged::LastOwner => {
            Err(refused(field, "This is the last owner who can sign in. Make somebody else an owner first."))
        }
        PersonChanged::Unknown => Err(Error::NotFound),
    }
}

impl Somebody {
    /// Changes name, right and teams.
    ///
    /// # Errors
    /// [`Error::Invalid`] for what cannot be taken, and where no owner would be left; [`Error::Unavailable`].
    pub async fn change(&self, app: &App, typed: &PersonTyped) -> Result<(), Error> {
        let name = one_line("name", &typed.name).map_err(|error| Error::Invalid(vec![error]))?;
        let (before, id) = (&self.account, self.account.id);
        let (deed, detail) = if before.right == typed.right {
            (Deed::AccountChanged, before.email.clone())
        } else {
            (Deed::RightChanged, format!("{}: {} to {}", before.email, before.right, typed.right))
        };
        let note = self.owner.note(app, deed, format!("account {id}"), detail);
        let command = ChangePerson {
            organisation_id: self.owner.organisation(),
            account_id: id,
            name,
            right: typed.right,
            teams: typed.teams.clone(),
            at: app.now(),
        };
        done("right", app.store.execute(Audited { command, note }).await?)
    }

    /// Switches the account off, which ends its sessions, or on again.
    ///
    /// # Errors
    /// [`Error::Invalid`] where no owner would be left; [`Error::Unavailable`].
    pub async fn switch(&self, app: &App, on: bool) -> Result<(), Error> {
        let id = self.account.id;
        let deed = if on { Deed::AccountEnabled } else { Deed::AccountDisabled };
        let note = self.owner.note(app, deed, format!("account {id}"), self.account.email.clone());
        let command = SwitchPerson { organisation_id: self.owner.organisation(), account_id: id, on, at: app.now() };
        done("switch", app.store.execute(Audited { command, note }).await?)
    }

    /// Deletes the account. What it answered stays.
    ///
    /// # Errors
    /// [`Error::Invalid`] where no owner would be left; [`Error::Unavailable`].
    pub async fn delete(&self, app: &App) -> Result<(), Error> {
        let id = self.account.id;
        let note = self.owner.note(app, Deed::AccountDeleted, format!("account {id}"), self.account.email.clone());
        let command = DeletePerson { organisation_id: self.owner.organisation(), account_id: id };
        done("delete", app.store.execute(Audited { command, note }).await?)
    }
}
