//! Taking a round that was made without an account into an organisation.

use domain::answer::one_line;
use domain::audit::Deed;
use domain::ids::{OrganisationId, RoundId};
use domain::rights::{Action, Reach};
use store::{Audited, ClaimRound, ClaimTo, Claimed, Note, Team};

use crate::accounts::{Caller, ManageTeam, TeamAccess};
use crate::manage::Manager;
use crate::{App, Error, FieldError};

/// Proof that the caller holds the manage link of a round that belongs to no organisation, and may take it into theirs.
#[derive(Clone, Debug)]
pub struct Claimant {
    manager: Manager,
    caller: Caller,
}

/// Whether this round can be claimed, and the account's right reaches so far: for a link to [`claimant`].
#[must_use]
pub fn may_claim(manager: &Manager, caller: &Caller) -> bool {
    is_free(manager) && caller.right().reach(Action::ManageTeam) != Reach::Nothing
}

fn is_free(manager: &Manager) -> bool {
    manager.round().organisation_id == OrganisationId::IMPLICIT
}

/// Asks to claim a round.
///
/// # Errors
/// [`Error::NotFound`] for a round that belongs to an organisation already, [`Error::NotAllowed`] where the account may
/// look after no team.
pub fn claimant(manager: Manager, caller: Caller) -> Result<Claimant, Error> {
    if !is_free(&manager) {
        return Err(Error::NotFound);
    }
    if !may_claim(&manager, &caller) {
        return Err(Error::NotAllowed);
    }
    Ok(Claimant { manager, caller })
}

impl Claimant {
    /// What holds the link.
    #[must_use]
    pub fn manager(&self) -> &Manager {
        &self.manager
    }

    /// Whether the account may make a team for it.
    #[must_use]
    pub fn may_make_team(&self) -> bool {
        self.caller.owner().is_ok()
    }

    /// The teams that it can be taken into.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn teams(&self, app: &App) -> Result<Vec<Team>, Error> {
        let own_only = self.caller.right().reach(Action::ManageTeam) == Reach::OwnTeams;
        let mut snapshot = app.store.snapshot().await?;
        Ok(snapshot.teams_to_choose(self.caller.organisation(), self.caller.account().id, own_only).await?)
    }

    /// Takes the round into the team with this id, as it was chosen.
    ///
    /// # Errors
    /// [`Error::Invalid`] if none was chosen or it is archived; [`Error::NotFound`] and [`Error::NotAllowed`] for a
    /// team that is not theirs to look after; [`Error::NotFound`] too if somebody else was quicker.
    pub async fn into_team(&self, app: &App, team: &str) -> Result<RoundId, Error> {
        if team.is_empty() {
            return Err(invalid("Choose a team."));
        }
        let team: TeamAccess<ManageTeam> = self.caller.team(app, team).await?;
        let detail = format!("into the team {}", team.team().name);
        self.run(app, ClaimTo::Team(team.team().id), detail).await
    }

    /// Takes the round into a new team.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] unless they may make teams, [`Error::Invalid`] for a name that cannot be taken,
    /// [`Error::NotFound`] if somebody else was quicker.
    pub async fn into_new_team(&self, app: &App, name: &str) -> Result<RoundId, Error> {
        self.caller.owner()?;
        let name = one_line("name", name).map_err(|error| Error::Invalid(vec![error]))?;
        if name.is_empty() {
            return Err(Error::Invalid(vec![FieldError {
                field: "name".to_owned(),
                message: "Give the new team a name.".to_owned(),
            }]));
        }
        let detail = format!("into the new team {name}");
        self.run(app, ClaimTo::NewTeam { id: app.mint().team(app.now()), name }, detail).await
    }

    async fn run(&self, app: &App, team: ClaimTo, detail: String) -> Result<RoundId, Error> {
        let (round_id, organisation_id) = (self.manager.round().id, self.caller.organisation());
        let account_id = self.caller.account().id;
        let at = app.now();
        let command = ClaimRound {
            round_id,
            manage_key: self.manager.key(),
            organisation_id,
            team,
            share_token: self.manager.join_secret().token(),
            account_id,
            at,
        };
        let subject = format!("round {round_id}");
        let note = Note { organisation_id, actor: Some(account_id), deed: Deed::RoundClaimed, subject, detail, at };
        match app.store.execute(Audited { command, note }).await? {
            Claimed::Claimed | Claimed::AlreadyOurs => Ok(round_id),
            Claimed::UnknownTeam => Err(invalid("This team is archived. Choose another.")),
            Claimed::Unknown => Err(Error::NotFound),
        }
    }
}

fn invalid(message: &str) -> Error {
    Error::Invalid(vec![FieldError { field: "team".to_owned(), message: message.to_owned() }])
}
