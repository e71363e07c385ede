//! The people of an organisation.

mod change;
mod invite;

use domain::ids::{AccountId, TeamId};
use store::{Account, Person};

use crate::accounts::Owner;
use crate::lists::{Paged, Wanted};
use crate::{App, Error};

pub use change::PersonTyped;
pub(crate) use invite::invite;
pub use invite::{Invited, Link, NewPerson, add};

/// Teams that can be chosen from at most.
const TEAMS: i64 = 5_000;

/// A person, as an owner sees them.
#[derive(Clone, Debug)]
pub struct Somebody {
    pub(crate) owner: Owner,
    /// The account.
    pub account: Account,
    /// Its teams: id, name and unit.
    pub teams: Vec<(TeamId, String, String)>,
}

/// The people by name.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(app: &App, owner: &Owner, wanted: Wanted) -> Result<Paged<Person>, Error> {
    let pattern = wanted.pattern();
    let mut snapshot = app.store.snapshot().await?;
    let entries = snapshot.people(owner.organisation(), &pattern, wanted.part()).await?;
    let total = snapshot.count_people(owner.organisation(), &pattern).await?;
    Ok(Paged { entries, wanted, total })
}

/// The teams that people can be put into: id, name and unit.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn team_choices(app: &App, owner: &Owner) -> Result<Vec<(TeamId, String, String)>, Error> {
    Ok(app.store.snapshot().await?.team_choices(owner.organisation(), TEAMS).await?)
}

/// One of them; `id` is what stands in the address.
///
/// # Errors
/// [`Error::NotFound`] for anybody of another organisation; [`Error::Unavailable`].
pub async fn open(app: &App, owner: &Owner, id: &str) -> Result<Somebody, Error> {
    let id: AccountId = id.parse().map_err(|_| Error::NotFound)?;
    let mut snapshot = app.store.snapshot().await?;
    let account = snapshot.account(owner.organisation(), id).await?.ok_or(Error::NotFound)?;
    let teams = snapshot.teams_of_account(id).await?;
    Ok(Somebody { owner: owner.clone(), account, teams })
}
