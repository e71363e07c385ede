//! Filling a database that holds nothing yet: with a story to look at, or with as much as a large organisation has.

mod dates;
mod large;
mod story;

use domain::demo::{Key, Organisation, organisation, other_organisation};
use store::{Holdings, PasswordHash};

use crate::overview::publish_all;
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
    let mut tx = app.store.begin().await?;
    let fresh = match tx.holdings().await? {
        Holdings::Nothing => true,
        Holdings::Demonstration(_) => false,
        Holdings::Other => return Ok(Filled::Refused),
    };
    let mut loaded = Vec::new();
    if fresh {
        for organisation in organisations(app) {
            let bulk = story::bulk(app, &organisation, password)?;
            tx.load(&bulk).await?;
            loaded.extend(bulk.organisations.iter().map(|organisation| organisation.id));
        }
    }
    tx.mark_as_demonstration(password).await?;
    tx.save().await?;
    for organisation in loaded {
        publish_all(app, organisation).await?;
    }
    Ok(if fresh { Filled::Fresh(()) } else { Filled::Again })
}

/// The addresses of the accounts that a demonstration has to sign in with, and what each may do.
#[must_use]
pub fn keys(app: &App) -> Vec<Key> {
    organisations(app).iter().flat_map(|organisation| organisation.keys).copied().collect()
}

/// A password for a demonstration that was given none: four groups of four letters and digits.
#[must_use]
pub fn made_up_password(app: &App) -> String {
    let token = app.mint().recovery_secret().token();
    let letters: Vec<char> = token.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// The organisations of the story.
fn organisations(app: &App) -> [Organisation; 2] {
    [organisation(app.instrument()), other_organisation(app.instrument())]
}
