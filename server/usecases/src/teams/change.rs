//! Making and changing teams.

use domain::audit::Deed;
use domain::ids::{TeamId, UnitId};
use store::{AddTeam, ArchiveTeam, Audited, ChangeTeam, Placing};

use crate::accounts::{ManageTeam, Owner, TeamAccess};
use crate::lists::{refused, required};
use crate::{App, Error};

/// What is typed about a team.
#[derive(Clone, Debug, Default)]
pub struct NewTeam {
    /// Its name.
    pub name: String,
    /// The id of its unit; empty for none.
    pub unit: String,
}

/// Reads the id of a unit of this organisation; empty for none.
async fn unit_of(app: &App, owner: &Owner, typed: &str) -> Result<Option<UnitId>, Error> {
    if typed.is_empty() {
        return Ok(None);
    }
    let gone = || refused("unit", "This unit is not there any more. Choose another.");
    let id: UnitId = typed.parse().map_err(|_| gone())?;
    let units = app.store.snapshot().await?.units(owner.organisation()).await?;
    if units.iter().any(|unit| unit.place.id == id) { Ok(Some(id)) } else { Err(gone()) }
}

fn name_of(typed: &NewTeam) -> Result<String, Error> {
    required("name", &typed.name).map_err(|error| Error::Invalid(vec![error]))
}

/// Makes a team.
///
/// # Errors
/// [`Error::Invalid`] for a name or unit that cannot be taken; [`Error::Unavailable`].
pub async fn make(app: &App, owner: &Owner, typed: &NewTeam) -> Result<TeamId, Error> {
    let name = name_of(typed)?;
    let unit_id = unit_of(app, owner, &typed.unit).await?;
    let at = app.now();
    let id = app.mint().team(at);
    let note = owner.note(app, Deed::TeamMade, format!("team {id}"), name.clone());
    let command = AddTeam { id, organisation_id: owner.organisation(), unit_id, name, at };
    app.store.execute(Audited { command, note }).await?;
    Ok(id)
}

impl TeamAccess<ManageTeam> {
    /// Renames the team and, for owners, moves it.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a name or unit that cannot be taken; [`Error::Unavailable`].
    pub async fn change(&self, app: &App, typed: &NewTeam) -> Result<(), Error> {
        let name = name_of(typed)?;
        let (caller, team_id) = (self.caller(), self.team().id);
        let placing = match caller.owner() {
            Ok(owner) => Placing::Into(unit_of(app, &owner, &typed.unit).await?),
            Err(_) => Placing::Stay,
        };
        let note = caller.note(app, Deed::TeamChanged, format!("team {team_id}"), name.clone());
        let command = ChangeTeam { organisation_id: caller.organisation(), team_id, name, placing };
        app.store.execute(Audited { command, note }).await?;
        Ok(())
    }

    /// Puts the team away, or takes it out again.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn archive(&self, app: &App, archived: bool) -> Result<(), Error> {
        let (caller, team_id) = (self.caller(), self.team().id);
        let deed = if archived { Deed::TeamArchived } else { Deed::TeamRestored };
        let note = caller.note(app, deed, format!("team {team_id}"), self.team().name.clone());
        let command = ArchiveTeam { organisation_id: caller.organisation(), team_id, archived, at: app.now() };
        app.store.execute(Audited { command, note }).await?;
        Ok(())
    }
}
