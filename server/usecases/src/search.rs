//! Finding teams, people and rounds by name.

use domain::rights::{Action, Reach};
use store::{Part, Person, RoundLine, TeamLine};

use crate::accounts::Caller;
use crate::lists::Wanted;
use crate::{App, Error};

/// Entries of each kind on a page.
const EACH: i64 = 20;

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What was asked for.
    pub wanted: Wanted,
    /// Teams by name or unit.
    pub teams: Vec<TeamLine>,
    /// People by name or address, for owners.
    pub people: Vec<Person>,
    /// Rounds by name or team.
    pub rounds: Vec<RoundLine>,
    /// Whether there is a further page.
    pub more: bool,
}

/// A page of what fits; nothing for an empty search.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn find(app: &App, caller: &Caller, wanted: Wanted) -> Result<Found, Error> {
    if wanted.query.trim().is_empty() {
        return Ok(Found { wanted, ..Found::default() });
    }
    let (view, pattern) = (caller.view(), wanted.pattern());
    // One more than is shown tells whether there is a further page.
    let part = Part { offset: (wanted.page - 1) * EACH, limit: EACH + 1 };
    let mut snapshot = app.store.snapshot().await?;
    let mut teams = snapshot.team_lines(view, &pattern, false, part).await?.0;
    let mut rounds = snapshot.find_rounds(view, &pattern, part).await?;
    let mut people = match caller.right().reach(Action::ManageOrganisation) {
        Reach::Organisation => snapshot.people(caller.organisation(), &pattern, part).await?,
        Reach::Nothing | Reach::OwnTeams => Vec::new(),
    };
    let each = usize::try_from(EACH).unwrap_or(usize::MAX);
    let more = [teams.len(), rounds.len(), people.len()].into_iter().any(|found| found > each);
    teams.truncate(each);
    rounds.truncate(each);
    people.truncate(each);
    Ok(Found { wanted, teams, people, rounds, more })
}
