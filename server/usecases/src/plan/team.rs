//! A team's plan, and what it is held against.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use domain::ids::{AccountId, RoundId};
use domain::plan::{Day, Projection, Since};
use domain::scoring::Scores;
use store::{Part, PlannedAction, Round};

use crate::accounts::{ManagePlan, SeeResults, TeamAccess};
use crate::results::seen_together;
use crate::{App, Error};

/// Actions that a team's page shows at most.
const ACTIONS: i64 = 200;
/// Rounds that actions were made from and that are looked at, the newest first: each takes a few statements.
const ROUNDS: i64 = 8;

/// What a team's plan shows.
#[derive(Clone, Debug)]
pub struct TeamPlan {
    /// Its actions.
    pub actions: Vec<PlannedAction>,
    /// How many there are, should some not be shown.
    pub total: i64,
    /// Where the team stands; `None` before anything is published.
    pub standing: Option<Standing>,
    /// Today.
    pub today: Day,
    /// Whether the caller may change the plan.
    pub manages: bool,
    /// Who looks.
    pub caller: AccountId,
}

/// Where a team stands by the newest round that it has published.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The round.
    pub round: RoundId,
    /// Its name.
    pub round_name: String,
    /// What the plan would bring.
    pub projection: Projection,
    /// What has moved since earlier rounds that actions were made from.
    since: BTreeMap<RoundId, Since>,
    /// The round itself, and those that are newer.
    awaited: BTreeSet<RoundId>,
}

/// What came of an action.
#[derive(Clone, Copy, Debug)]
pub enum Effect<'p> {
    /// What has moved since the round it was made from.
    Moved(&'p Since),
    /// It was made from the newest published round or a newer one: nothing can have moved yet.
    Awaited,
    /// It was made from no round, or one that is not looked at.
    Unknown,
}

impl Standing {
    /// What came of an action.
    #[must_use]
    pub fn effect(&self, planned: &PlannedAction) -> Effect<'_> {
        match &planned.round {
            Some((round, _)) if self.awaited.contains(round) => Effect::Awaited,
            Some((round, _)) => self.since.get(round).map_or(Effect::Unknown, Effect::Moved),
            None => Effect::Unknown,
        }
    }
}

/// Whether an action is still to bring its practice to its target: it is open, or was done after the round was answered.
fn counts(planned: &PlannedAction, newest: RoundId) -> bool {
    let status = planned.action.status;
    let done_since =
        status == domain::plan::Status::Done && planned.round.as_ref().is_some_and(|(round, _)| *round == newest);
    status.is_open() || done_since
}

impl TeamAccess<SeeResults> {
    /// The team's plan.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; [`Error::Conflict`] where a round's instrument is not known.
    pub async fn plan(&self, app: &App) -> Result<TeamPlan, Error> {
        let team = self.team().id;
        let mut snapshot = app.store.snapshot().await?;
        let (actions, total) = snapshot.actions_of_team(team, Part { offset: 0, limit: ACTIONS }).await?;
        let newest = snapshot.telling_round(team).await?;
        let before = snapshot.rounds_of_actions(team, ROUNDS).await?;
        drop(snapshot);
        let standing = match newest {
            Some(newest) => standing(app, &newest, &before, &actions).await?,
            None => None,
        };
        Ok(TeamPlan {
            actions,
            total,
            standing,
            today: Day::of(app.now()),
            manages: self.also::<ManagePlan>().is_some(),
            caller: self.caller().account().id,
        })
    }
}

/// By the newest round: through the same check as its result, and no second path.
async fn standing(
    app: &App,
    newest: &Round,
    before: &[Round],
    actions: &[PlannedAction],
) -> Result<Option<Standing>, Error> {
    let (earlier, later): (Vec<&Round>, Vec<&Round>) =
        before.iter().filter(|round| round.id != newest.id).partition(|round| round.created_at < newest.created_at);
    let asked: Vec<&Round> = std::iter::once(newest).chain(earlier.iter().copied()).collect();
    let mut seen = seen_together(app, &asked).await?.into_iter();
    let now = seen.next();
    let Some(published) = now.as_ref().and_then(|now| now.shown.published()) else { return Ok(None) };
    let instrument = app.instrument_of(newest)?;
    let aims = actions.iter().filter(|planned| counts(planned, newest.id));
    let aims = aims.map(|planned| (&planned.action.linked, planned.action.target));
    let projection = Projection::of(instrument, published, aims);
    let mut since = BTreeMap::new();
    for (round, then) in earlier.into_iter().zip(seen) {
        let scores: [Option<&Scores>; 2] = [then.shown.published().map(Deref::deref), Some(published)];
        let instruments = [app.instrument_of(round).ok(), Some(instrument)];
        since.insert(round.id, Since::of(instrument, instruments, scores));
    }
    let awaited = later.into_iter().map(|round| round.id).chain([newest.id]).collect();
    Ok(Some(Standing { round: newest.id, round_name: newest.name.clone(), projection, since, awaited }))
}
