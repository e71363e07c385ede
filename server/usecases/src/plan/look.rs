//! The actions of all teams.

use domain::ids::TeamId;
use domain::plan::{Day, Which};
use domain::rights::Action;
use store::{Actions, PlannedAction};

use crate::accounts::{Caller, RoundAccess, SeeResults};
use crate::lists::{Paged, Wanted};
use crate::{App, Error};

/// What is asked for, as it stands in an address.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The id of a team; anything else for all.
    pub team: String,
    /// A word of [`Which`].
    pub status: String,
    /// The page, from 1.
    pub page: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Plans {
    /// The actions.
    pub actions: Paged<PlannedAction>,
    /// The teams to choose from: those that have actions.
    pub teams: Vec<(TeamId, String)>,
    /// The team that is chosen.
    pub team: Option<TeamId>,
    /// How far the actions are that are chosen.
    pub which: Which,
    /// Today.
    pub today: Day,
    /// Whether the caller may add actions to some team's plan.
    pub adds: bool,
}

/// The actions of every team whose results the caller may see.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn look(app: &App, caller: &Caller, asked: &Asked) -> Result<Plans, Error> {
    let (view, wanted) = (caller.view_for(Action::SeeResults), Wanted::new("", &asked.page));
    let (team, which) = (asked.team.parse().ok(), Which::from_word(&asked.status));
    let mut snapshot = app.store.snapshot().await?;
    let (entries, total) = snapshot.actions(&Actions { view, team, which, part: wanted.part() }).await?;
    let teams = snapshot.teams_with_actions(view).await?;
    Ok(Plans {
        actions: Paged { entries, wanted, total },
        teams,
        team,
        which,
        today: Day::of(app.now()),
        adds: caller.right().reach(Action::ManagePlan) != domain::rights::Reach::Nothing,
    })
}

impl RoundAccess<SeeResults> {
    /// The practices that open actions of the team work on, by their ids: what a result says to do of them is planned.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn practices_in_plan(&self, app: &App) -> Result<Vec<String>, Error> {
        Ok(app.store.snapshot().await?.practices_in_plan(self.round().team_id).await?)
    }
}
