//! What a caller may do with a team or a round, as types.

use std::marker::PhantomData;

use domain::ids::{RoundId, TeamId};
use domain::rights::Action;
use store::{Round, Team};

use super::Caller;
use crate::{App, Error};

/// A type that stands for an action of the table of rights.
pub trait Permit: Clone + Send + Sync + 'static {
    /// The action.
    const ACTION: Action;
}

macro_rules! permits {
    ($($name:ident)*) => {
        $(
            #[doc = concat!("Stands for [`Action::", stringify!($name), "`].")]
            #[derive(Clone, Copy, Debug)]
            pub enum $name {}

            impl Permit for $name {
                const ACTION: Action = Action::$name;
            }
        )*
    };
}

permits!(SeeTeam Answer SeeResults SeeRespondents ManageRounds ManageTeam ManagePlan);

/// Proof that the caller may do `P` with this team.
#[derive(Clone, Debug)]
pub struct TeamAccess<P: Permit> {
    caller: Caller,
    team: Team,
    permit: PhantomData<P>,
}

/// Proof that the caller may do `P` with this round.
#[derive(Clone, Debug)]
pub struct RoundAccess<P: Permit> {
    caller: Caller,
    round: Round,
    belongs: bool,
    permit: PhantomData<P>,
}

impl Caller {
    /// Asks to do `P` with a team; `id` is what stands in the address.
    ///
    /// # Errors
    /// [`Error::NotFound`] for what is no team of the caller's organisation, [`Error::NotAllowed`] for one that the
    /// caller's right does not reach.
    pub async fn team<P: Permit>(&self, app: &App, id: &str) -> Result<TeamAccess<P>, Error> {
        let id: TeamId = id.parse().map_err(|_| Error::NotFound)?;
        let team = app.store.snapshot().await?.team(self.organisation(), id, self.account().id).await?;
        let team = team.ok_or(Error::NotFound)?;
        if self.right().allows(P::ACTION, team.belongs) {
            Ok(TeamAccess { caller: self.clone(), team, permit: PhantomData })
        } else {
            Err(Error::NotAllowed)
        }
    }

    /// Asks to do `P` with a round; `id` is what stands in the address.
    ///
    /// # Errors
    /// As [`Caller::team`].
    pub async fn round<P: Permit>(&self, app: &App, id: &str) -> Result<RoundAccess<P>, Error> {
        let id: RoundId = id.parse().map_err(|_| Error::NotFound)?;
        let mut snapshot = app.store.snapshot().await?;
        let found = snapshot.round_of_organisation(self.organisation(), id, self.account().id).await?;
        let (round, belongs) = found.ok_or(Error::NotFound)?;
        self.reach(round, belongs)
    }

    /// Asks to do `P` with all these rounds, each named once; they come in the same order.
    ///
    /// # Errors
    /// [`Error::NotFound`] if one of them is no round of the caller's organisation, or the caller's right does not reach
    /// it: the answer does not say which.
    pub async fn each_round<P: Permit>(&self, app: &App, ids: &[RoundId]) -> Result<Vec<RoundAccess<P>>, Error> {
        let mut snapshot = app.store.snapshot().await?;
        let found = snapshot.rounds_of_organisation(self.organisation(), ids, self.account().id).await?;
        let reached = |id: &RoundId| {
            let (round, belongs) = found.iter().find(|(round, _)| round.id == *id).ok_or(Error::NotFound)?;
            self.reach(round.clone(), *belongs).map_err(|_| Error::NotFound)
        };
        ids.iter().map(reached).collect()
    }

    /// The one place that decides who gets a [`RoundAccess`]; the round is of the caller's organisation.
    fn reach<P: Permit>(&self, round: Round, belongs: bool) -> Result<RoundAccess<P>, Error> {
        if self.right().allows(P::ACTION, belongs) {
            Ok(RoundAccess { caller: self.clone(), round, belongs, permit: PhantomData })
        } else {
            Err(Error::NotAllowed)
        }
    }
}

impl<P: Permit> TeamAccess<P> {
    /// The team.
    #[must_use]
    pub fn team(&self) -> &Team {
        &self.team
    }

    /// Who asks.
    #[must_use]
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The same proof for another action, if that is allowed too.
    #[must_use]
    pub fn also<Q: Permit>(&self) -> Option<TeamAccess<Q>> {
        let allowed = self.caller.right().allows(Q::ACTION, self.team.belongs);
        allowed.then(|| TeamAccess { caller: self.caller.clone(), team: self.team.clone(), permit: PhantomData })
    }
}

impl<P: Permit> RoundAccess<P> {
    /// The round.
    #[must_use]
    pub fn round(&self) -> &Round {
        &self.round
    }

    /// Who asks.
    #[must_use]
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The same proof for another action, if that is allowed too.
    #[must_use]
    pub fn also<Q: Permit>(&self) -> Option<RoundAccess<Q>> {
        let Self { caller, round, belongs, permit: _ } = self;
        let allowed = caller.right().allows(Q::ACTION, *belongs);
        allowed.then(|| RoundAccess {
            caller: caller.clone(),
            round: round.clone(),
            belongs: *belongs,
            permit: PhantomData,
        })
    }
}
