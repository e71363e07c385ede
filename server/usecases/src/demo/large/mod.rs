//! As much as a large organisation has, to see that pages stay quick.

mod frame;
mod people;
mod rounds;

use domain::ids::{AccountId, OrganisationId, TeamId};
use store::{Holdings, PasswordHash};

use super::Filled;
use crate::overview::publish_all;
use crate::{App, Error};

/// How much there is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// People with accounts, besides those to sign in with.
    pub people: usize,
    /// Teams.
    pub teams: usize,
    /// Rounds, evenly over the teams.
    pub rounds: usize,
    /// Responses a round, as far as its team has people.
    pub respondents: usize,
}

/// What was made, for whoever goes on from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seeded {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its owner.
    pub owner: AccountId,
    /// One of its teams, with as many people and rounds as most have.
    pub team: TeamId,
}

/// Rounds that are made in memory before they are written.
const AT_ONCE: usize = 100;

/// Fills a database that holds nothing with an organisation of this size and marks it as a demonstration.
///
/// # Errors
/// [`Error::Unavailable`]. Nothing was loaded then.
pub async fn seed(app: &App, size: Size, password: &PasswordHash) -> Result<Filled<Seeded>, Error> {
    let mut tx = app.store.begin().await?;
    match tx.holdings().await? {
        Holdings::Nothing => {}
        Holdings::Demonstration(_) => return Ok(Filled::Again),
        Holdings::Other => return Ok(Filled::Refused),
    }
    let mut large = Large::new(app, size);
    tx.load(&large.frame(password)?).await?;
    for from in (0..size.rounds).step_by(AT_ONCE) {
        tx.load(&large.rounds(from..size.rounds.min(from + AT_ONCE))?).await?;
    }
    tx.mark_as_demonstration(password).await?;
    tx.save().await?;
    publish_all(app, large.id).await?;
    let (Some(owner), Some(team)) = (large.people.first(), large.teams.get(size.teams / 2)) else {
        return Err(Error::Broken("an organisation without people or teams".to_owned()));
    };
    Ok(Filled::Fresh(Seeded { organisation: large.id, owner: owner.0, team: team.id }))
}

/// What has been made so far.
struct Large<'a> {
    app: &'a App,
    size: Size,
    now: i64,
    id: OrganisationId,
    /// Accounts with names; the owner first.
    people: Vec<(AccountId, String)>,
    teams: Vec<LargeTeam>,
}

struct LargeTeam {
    id: TeamId,
    name: String,
    /// Places of its people.
    people: Vec<usize>,
}

impl<'a> Large<'a> {
    fn new(app: &'a App, size: Size) -> Self {
        let now = app.now();
        Self { app, size, now, id: app.mint().organisation(now), people: Vec::new(), teams: Vec::new() }
    }
}
