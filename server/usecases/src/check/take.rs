//! Taking a quick check that was filled in.

use domain::links::CheckSecret;
use domain::quick_check::read;
use store::SaveQuickCheck;

use crate::respond::Typed;
use crate::{App, Error};

/// Keeps the answers of `typed` and gives the secret of their link, which is kept nowhere. Fields that are no question
/// of the check are passed over.
///
/// # Errors
/// [`Error::Invalid`] for what cannot be taken, or when nothing is answered: then nothing is kept.
/// [`Error::Unavailable`] when nothing could be saved.
pub async fn take(app: &App, typed: &Typed) -> Result<CheckSecret, Error> {
    let values = |id: &str| typed.get(id).into_iter().flatten().map(String::as_str).collect();
    let answers = read(app.instrument, values).map_err(Error::Invalid)?;
    let secret = CheckSecret::from_random(app.mint().secret());
    let command = SaveQuickCheck {
        key: secret.key(),
        instrument_id: app.instrument.id.clone(),
        instrument_version: app.instrument.version.clone(),
        answers,
        day: app.today(),
    };
    app.store.execute(command).await?;
    Ok(secret)
}
