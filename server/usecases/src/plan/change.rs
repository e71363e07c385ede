//! Making, changing and deleting actions.

use domain::audit::Deed;
use domain::ids::{ActionId, RoundId};
use domain::plan::Status;
use store::{ActionChanged, AddAction, Audited, ChangeAction, DeleteAction, Note, PlannedAction, SetActionStatus};

use super::ActionTyped;
use crate::accounts::{ManagePlan, Permit, SeeResults, TeamAccess};
use crate::lists::refused;
use crate::{App, Error};

impl<P: Permit> TeamAccess<P> {
    /// An action of the team; `id` is what stands in the address.
    async fn planned(&self, app: &App, id: &str) -> Result<PlannedAction, Error> {
        let id: ActionId = id.parse().map_err(|_| Error::NotFound)?;
        app.store.snapshot().await?.action_of_team(self.team().id, id).await?.ok_or(Error::NotFound)
    }

    /// The log leads to the team, since an action may be gone when it is read.
    fn plan_note(&self, app: &App, deed: Deed, what: String) -> Note {
        self.caller().note(app, deed, format!("team {}", self.team().id), what)
    }
}

impl TeamAccess<ManagePlan> {
    /// An action, to change or delete it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for what is no action of this team; [`Error::Unavailable`].
    pub async fn action(&self, app: &App, id: &str) -> Result<PlannedAction, Error> {
        self.planned(app, id).await
    }

    /// Makes an action. The same form sent twice makes one.
    ///
    /// # Errors
    /// [`Error::Invalid`] with messages at the fields; [`Error::Unavailable`].
    pub async fn add(&self, app: &App, typed: &ActionTyped) -> Result<(), Error> {
        let action = self.read(app, typed).await?;
        let at = app.now();
        let id = typed.token.parse().unwrap_or_else(|_| app.mint().action(at));
        let round_id: Option<RoundId> = typed.round.parse().ok();
        let note = self.plan_note(app, Deed::ActionMade, action.title.as_str().to_owned());
        let (organisation_id, team_id) = (self.caller().organisation(), self.team().id);
        let command = AddAction { id, organisation_id, team_id, round_id, action, at };
        app.store.execute(Audited { command, note }).await?;
        Ok(())
    }

    /// Changes an action.
    ///
    /// # Errors
    /// [`Error::Invalid`] with messages at the fields, and where somebody else changed it since: then with a message at
    /// `title`; [`Error::NotFound`]; [`Error::Unavailable`].
    pub async fn change(&self, app: &App, id: ActionId, typed: &ActionTyped) -> Result<(), Error> {
        let action = self.read(app, typed).await?;
        let seen = typed.token.parse().unwrap_or(0);
        let note = self.plan_note(app, Deed::ActionChanged, action.title.as_str().to_owned());
        let command = ChangeAction { team_id: self.team().id, id, action, seen, at: app.now() };
        match app.store.execute(Audited { command, note }).await? {
            ActionChanged::Changed | ActionChanged::Same => Ok(()),
            ActionChanged::Stale => Err(refused(
                "title",
                "Somebody changed this action while you wrote. Below is what you wrote; save again to put it in the place of theirs.",
            )),
            ActionChanged::Gone => Err(Error::NotFound),
        }
    }

    /// Deletes an action.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn delete(&self, app: &App, planned: &PlannedAction) -> Result<(), Error> {
        let note = self.plan_note(app, Deed::ActionDeleted, planned.action.title.as_str().to_owned());
        let command = DeleteAction { team_id: self.team().id, id: planned.id };
        app.store.execute(Audited { command, note }).await?;
        Ok(())
    }
}

/// Proof that the caller may say how far an action is: whoever changes the plan, and whoever the action belongs to.
#[derive(Clone, Debug)]
pub struct OwnStep {
    access: TeamAccess<SeeResults>,
    planned: PlannedAction,
}

impl TeamAccess<SeeResults> {
    /// Asks to say how far an action is.
    ///
    /// # Errors
    /// [`Error::NotFound`] for what is no action of this team; [`Error::NotAllowed`]; [`Error::Unavailable`].
    pub async fn step(&self, app: &App, id: &str) -> Result<OwnStep, Error> {
        let planned = self.planned(app, id).await?;
        let own = planned.action.owner.account() == Some(self.caller().account().id);
        if own || self.also::<ManagePlan>().is_some() {
            Ok(OwnStep { access: self.clone(), planned })
        } else {
            Err(Error::NotAllowed)
        }
    }
}

impl OwnStep {
    /// Says how far it is. `word` is one of [`Status`].
    ///
    /// # Errors
    /// [`Error::Invalid`] for another word; [`Error::Unavailable`].
    pub async fn set(&self, app: &App, word: &str) -> Result<(), Error> {
        let status = Status::from_word(word).ok_or_else(|| refused("status", "Choose how far it is."))?;
        let what = format!("{}: {}", self.planned.action.title.as_str(), status.words().to_lowercase());
        let note = self.access.plan_note(app, Deed::ActionChanged, what);
        let command = SetActionStatus { team_id: self.planned.team_id, id: self.planned.id, status, at: app.now() };
        app.store.execute(Audited { command, note }).await?;
        Ok(())
    }
}
