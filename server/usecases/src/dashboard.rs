//! What needs somebody now.

use domain::rights::{Action, Reach};
use domain::round::RoundState;
use store::{Part, RoundLine, RoundToAnswer, TeamLine};

use crate::accounts::Caller;
use crate::lists::{Paged, Wanted};
use crate::{App, Error};

/// Rounds to answer, drafts and teams that are shown at most.
const MOST: i64 = 30;

/// What the dashboard shows.
#[derive(Clone, Debug)]
pub struct Dashboard {
    /// Open rounds that the caller may answer.
    pub to_answer: Vec<RoundToAnswer>,
    /// A page of the open rounds that the caller may see.
    pub open: Paged<RoundLine>,
    /// Drafts that the caller may open.
    pub drafts: Vec<RoundLine>,
    /// Teams with their newest rounds.
    pub teams: Vec<TeamLine>,
    /// How many teams there are in all.
    pub all_teams: i64,
    /// People of the organisation, for its owners.
    pub people: Option<i64>,
}

/// What needs the caller now. `page` is that of the open rounds.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn look(app: &App, caller: &Caller, page: &str) -> Result<Dashboard, Error> {
    let (view, right) = (caller.view(), caller.right());
    let mut snapshot = app.store.snapshot().await?;
    let to_answer = match right.reach(Action::Answer) {
        Reach::Nothing => Vec::new(),
        Reach::OwnTeams | Reach::Organisation => snapshot.rounds_to_answer(view, MOST).await?,
    };
    let wanted = Wanted::new("", page);
    let (entries, counted) = snapshot.rounds_in_state(view, RoundState::Open, wanted.part()).await?;
    let total = if entries.is_empty() && wanted.page > 1 {
        snapshot.count_rounds_in_state(view, RoundState::Open).await?
    } else {
        counted
    };
    let part = Part { offset: 0, limit: MOST };
    let drafts = match right.reach(Action::ManageRounds) {
        Reach::Nothing => Vec::new(),
        Reach::OwnTeams | Reach::Organisation => snapshot.rounds_in_state(view, RoundState::Draft, part).await?.0,
    };
    let (teams, all_teams) = snapshot.team_lines(view, "%", false, part).await?;
    // Only the first steps of an organisation without a team speak of them.
    let people = match right.reach(Action::ManageOrganisation) {
        Reach::Organisation if all_teams == 0 => Some(snapshot.count_people(caller.organisation(), "%").await?),
        Reach::Nothing | Reach::OwnTeams | Reach::Organisation => None,
    };
    Ok(Dashboard { to_answer, open: Paged { entries, wanted, total }, drafts, teams, all_teams, people })
}
