//! Teams: the list, one of them, who belongs to it.

mod change;
mod members;

use domain::ids::{TeamId, UnitId};
use store::{Part, Person, RoundLine, TeamLine, Unit};

use crate::accounts::{Caller, Owner, SeeTeam, TeamAccess};
use crate::lists::{Paged, Wanted};
use crate::{App, Error};

pub use change::{NewTeam, make};
pub use members::Invitee;

/// Members that a team's page shows at most.
const MEMBERS: i64 = 500;
/// Rounds that a team's page shows at most.
const ROUNDS: i64 = 100;

/// What a team's page shows.
#[derive(Clone, Debug)]
pub struct Sight {
    /// Who belongs to it.
    pub members: Vec<Person>,
    /// Its rounds, newest first.
    pub rounds: Vec<RoundLine>,
    /// The organisation's units, of which one may be its own.
    pub units: Vec<Unit>,
}

/// A unit with the names of those above it: "Risk / Models".
#[must_use]
pub fn unit_path(units: &[Unit], unit: UnitId) -> String {
    let mut names = Vec::new();
    let mut next = Some(unit);
    while let Some(found) = next.and_then(|id| units.iter().find(|unit| unit.place.id == id)) {
        names.push(found.name.as_str());
        next = found.place.parent.filter(|_| names.len() < 3);
    }
    names.reverse();
    names.join(" / ")
}

/// The units in the order of their paths, each with it.
#[must_use]
pub fn unit_paths(units: &[Unit]) -> Vec<(UnitId, String)> {
    let mut paths: Vec<_> = units.iter().map(|unit| (unit.place.id, unit_path(units, unit.place.id))).collect();
    paths.sort_by_cached_key(|(_, path)| domain::account::folded(path));
    paths
}

/// The teams that a caller may see, by unit and name.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(app: &App, caller: &Caller, wanted: Wanted, archived: bool) -> Result<Paged<TeamLine>, Error> {
    let (view, pattern) = (caller.view(), wanted.pattern());
    let mut snapshot = app.store.snapshot().await?;
    let (entries, counted) = snapshot.team_lines(view, &pattern, archived, wanted.part()).await?;
    let total = if entries.is_empty() && wanted.page > 1 {
        snapshot.count_teams(view, &pattern, archived).await?
    } else {
        counted
    };
    Ok(Paged { entries, wanted, total })
}

/// The units that a new team can be put into.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn units(app: &App, owner: &Owner) -> Result<Vec<(UnitId, String)>, Error> {
    Ok(unit_paths(&app.store.snapshot().await?.units(owner.organisation()).await?))
}

impl TeamAccess<SeeTeam> {
    /// What its page shows.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn sight(&self, app: &App) -> Result<Sight, Error> {
        let id: TeamId = self.team().id;
        let mut snapshot = app.store.snapshot().await?;
        Ok(Sight {
            members: snapshot.members_of(id, MEMBERS).await?,
            rounds: snapshot.rounds_of_team(id, Part { offset: 0, limit: ROUNDS }).await?,
            units: snapshot.units(self.caller().organisation()).await?,
        })
    }
}
