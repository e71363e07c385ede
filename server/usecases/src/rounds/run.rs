//! Running a round: what its page shows, and the steps of its life.

use domain::audit::Deed;
use domain::instrument::{JobRole, RoleSet};
use domain::links::JoinSecret;
use domain::round::{Mode, ResponseState, RoundState};
use store::{
    Audited, DeleteDraft, Invitation, Member, Note, ResponseSummary, RoundEvent, RoundPlan, ShareLink, Turn, TurnRound,
    Turned,
};

use crate::accounts::{ManageRounds, Permit, RoundAccess, SeeRespondents, SeeTeam};
use crate::{App, Conflict, Error};

/// What a round's page shows.
#[derive(Clone, Debug)]
pub struct Sight {
    /// What is planned.
    pub plan: RoundPlan,
    /// What happened.
    pub events: Vec<RoundEvent>,
    /// Who takes part; for whoever may see it.
    pub participation: Option<Participation>,
    /// How far the caller's own response has come, if there is one.
    pub own: Option<Own>,
    /// Whether the caller may answer.
    pub may_answer: bool,
}

/// The caller's own response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// It is known which one it is.
    Known {
        /// Questions that are answered.
        answered: i64,
        /// Whether it was handed in.
        submitted: bool,
    },
    /// It was begun, and only the link by which it was leads to it.
    ByOwnLink,
}

/// Who takes part in a round, as far as its mode lets anybody know.
#[derive(Clone, Debug)]
pub struct Participation {
    /// The members of the team and how far each is. In a confidential round nobody is known to have handed in.
    pub members: Vec<Member>,
    /// How many responses hold an answer, and how many were handed in.
    pub answered: usize,
    /// See `answered`.
    pub submitted: usize,
    /// The responses by name; none of a confidential round.
    pub responses: Vec<ResponseSummary>,
    /// Those who were invited by personal links.
    pub invited: Vec<Invitation>,
    /// In a named round that somebody has answered, the job roles that nobody has answered as. In a confidential one it
    /// would be known of who has just begun, so there nothing is said of roles.
    pub missing_roles: Vec<JobRole>,
}

fn is_submitted(response: &ResponseSummary) -> bool {
    response.state == ResponseState::Submitted
}

/// The job roles that none of these answers names.
fn missing(named: &[String]) -> Vec<JobRole> {
    let named: RoleSet = named.iter().flat_map(|value| value.split(';')).filter_map(JobRole::parse).collect();
    JobRole::ALL.into_iter().filter(|role| !named.contains(*role)).collect()
}

impl<P: Permit> RoundAccess<P> {
    /// The note of something done to this round.
    pub(crate) fn note(&self, app: &App, deed: Deed, detail: String) -> Note {
        self.caller().note(app, deed, format!("round {}", self.round().id), detail)
    }
}

impl RoundAccess<SeeTeam> {
    /// What the page shows.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn sight(&self, app: &App) -> Result<Sight, Error> {
        let id = self.round().id;
        let one_answer = self.round().mode == Mode::OneAnswer;
        let mut snapshot = app.store.snapshot().await?;
        let responses = snapshot.responses_of_round(id).await?;
        let may_answer = self.also::<crate::accounts::Answer>().is_some();
        let confidential = self.round().mode.k().is_some();
        let account = self.caller().account().id;
        let own = match (may_answer, confidential) {
            (false, _) => None,
            (true, true) => snapshot.has_begun_apart(id, account).await?.then_some(Own::ByOwnLink),
            (true, false) => snapshot
                .response_of(id, account, one_answer)
                .await?
                .and_then(|own| responses.iter().find(|response| response.id == own))
                .map(|response| Own::Known { answered: response.answered, submitted: is_submitted(response) }),
        };
        let may_see = self.also::<SeeRespondents>().is_some();
        let participation = if may_see {
            let members = snapshot.members_of_round(id).await?;
            let answered = responses.iter().filter(|one| one.answered > 0).count();
            let submitted = responses.iter().filter(|one| is_submitted(one)).count();
            let responses = if confidential { Vec::new() } else { responses };
            let invited = snapshot.invitations_of_round(id).await?;
            let missing_roles = if self.round().mode == Mode::Named && answered > 0 {
                missing(&snapshot.job_roles_of_round(id).await?)
            } else {
                Vec::new()
            };
            Some(Participation { members, answered, submitted, responses, invited, missing_roles })
        } else {
            None
        };
        let mut plan = snapshot.round_plan(id).await?;
        if !may_see {
            plan.share_token = None;
        }
        let events = snapshot.round_events(id).await?;
        Ok(Sight { plan, events, participation, own, may_answer })
    }

    /// Whether the caller may run the round.
    #[must_use]
    pub fn may_manage(&self) -> bool {
        self.also::<ManageRounds>().is_some()
    }
}

impl RoundAccess<ManageRounds> {
    /// Takes a step in the round's life.
    ///
    /// # Errors
    /// [`Error::Conflict`] if the round is in a state that the step does not lead on from, or its answers are gone.
    pub async fn turn(&self, app: &App, turn: Turn) -> Result<(), Error> {
        let deed = match turn {
            Turn::Open => Deed::RoundOpened,
            Turn::Close => Deed::RoundClosed,
            Turn::Reopen => Deed::RoundReopened,
            Turn::Publish => Deed::RoundPublished,
        };
        let command =
            TurnRound { round_id: self.round().id, turn, by: Some(self.caller().account().id), at: app.now() };
        let note = self.note(app, deed, self.round().name.clone());
        match app.store.execute(Audited { command, note }).await? {
            Turned::Turned if turn == Turn::Close => super::due::publish(app, self.round().id).await,
            Turned::Turned => Ok(()),
            Turned::NotFrom(_) | Turned::Erased => Err(Error::Conflict(Conflict::Stale)),
            Turned::Unknown => Err(Error::NotFound),
        }
    }

    /// Deletes the round, if it is a draft.
    ///
    /// # Errors
    /// [`Error::Conflict`] if it is none any more.
    pub async fn delete(&self, app: &App) -> Result<(), Error> {
        let note = self.note(app, Deed::RoundDeleted, self.round().name.clone());
        let command = DeleteDraft { round_id: self.round().id };
        let deleted = app.store.execute(Audited { command, note }).await?;
        if deleted { Ok(()) } else { Err(Error::Conflict(Conflict::Stale)) }
    }

    /// Makes a new link to share; the one before leads nowhere from then on.
    ///
    /// # Errors
    /// [`Error::Conflict`] once the round is closed.
    pub async fn new_share_link(&self, app: &App) -> Result<(), Error> {
        if matches!(self.round().state, RoundState::Closed | RoundState::Published) {
            return Err(Error::Conflict(Conflict::RoundClosed));
        }
        let secret = JoinSecret::from_random(app.mint().secret());
        let command = ShareLink { round_id: self.round().id, join_key: secret.key(), token: secret.token() };
        let note = self.note(app, Deed::RoundChanged, "a new link to share".to_owned());
        app.store.execute(Audited { command, note }).await?;
        Ok(())
    }
}
