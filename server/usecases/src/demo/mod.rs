//! Filling a database that holds nothing yet: with a story to look at, or with as much as a large organisation has.

mod dates;
mod large;
mod story;

use store::{Holdings, PasswordHash, Tx};

use crate::{App, Error};

pub use large::{Seeded, Size, seed};

/// What became of the wish for demonstration data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filled<T = ()> {
    /// They were loaded.
    Fresh(T),
    /// They were there, and are as they were left; whoever had the password of the time before has the new one.
    Again,
    /// The database holds other data. Nothing was changed.
    Refused,
}

/// Loads the story's two organisations. Everybody in them gets the password; times are such that the last rounds are
/// open now.
///
/// # Errors
/// [`Error::Unavailable`]. Nothing was loaded then.
pub async fn load(app: &App, password: &PasswordHash) -> Result<Filled, Error> {
    let mut tx = match empty(app, password).await? {
        Filled::Fresh(tx) => tx,
        Filled::Again => return Ok(Filled::Again),
        Filled::Refused => return Ok(Filled::Refused),
    };
    let ours = domain::demo::organisation(app.instrument());
    let other = domain::demo::other_organisation(app.instrument());
    for organisation in [ours, other] {
        tx.load(&story::bulk(app, &organisation, password)?).await?;
    }
    tx.mark_as_demonstration(password).await?;
    tx.save().await?;
    Ok(Filled::Fresh(()))
}

/// The addresses of the accounts that a demonstration has to sign in with, and what each may do.
#[must_use]
pub fn keys(app: &App) -> Vec<domain::demo::Key> {
    let instrument = app.instrument();
    let both = [domain::demo::organisation(instrument), domain::demo::other_organisation(instrument)];
    both.iter().flat_map(|organisation| organisation.keys).copied().collect()
}

/// A password for a demonstration that was given none: four groups of four letters and digits.
#[must_use]
pub fn made_up_password(app: &App) -> String {
    let token = app.mint().recovery_secret().token();
    let letters: Vec<char> = token.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A transaction on a database that holds nothing. Of a demonstration's database only the password is changed.
async fn empty(app: &App, password: &PasswordHash) -> Result<Filled<Tx>, Error> {
    let mut tx = app.store.begin().await?;
    match tx.holdings().await? {
        Holdings::Nothing => Ok(Filled::Fresh(tx)),
        Holdings::Demonstration(_) => {
            tx.mark_as_demonstration(password).await?;
            tx.save().await?;
            Ok(Filled::Again)
        }
        Holdings::Other => Ok(Filled::Refused),
    }
}
