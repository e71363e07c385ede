//! What owners set.

use domain::audit::Deed;
use store::{Audited, ChangeSettings, OrganisationSettings};

use crate::accounts::Owner;
use crate::lists::required;
use crate::{App, Error, FieldError};

/// Most days that can be set: ten years.
const MOST_DAYS: i64 = 3_653;

/// What is typed.
#[derive(Clone, Debug, Default)]
pub struct SettingsTyped {
    /// The organisation's name.
    pub name: String,
    /// Days after closing until answers are deleted; empty keeps them.
    pub retention: String,
    /// Whether rounds may be started without an account.
    pub account_free: bool,
}

/// Whether rounds may be started without an account.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn account_free_rounds(app: &App) -> Result<bool, Error> {
    Ok(app.store.snapshot().await?.account_free_rounds().await?)
}

/// What is set.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn read(app: &App, owner: &Owner) -> Result<OrganisationSettings, Error> {
    app.store.snapshot().await?.settings(owner.organisation()).await?.ok_or(Error::NotFound)
}

/// Sets all of it.
///
/// # Errors
/// [`Error::Invalid`] for what cannot be taken; [`Error::Unavailable`].
pub async fn change(app: &App, owner: &Owner, typed: &SettingsTyped) -> Result<(), Error> {
    let name = required("name", &typed.name);
    let retention_days = match typed.retention.trim() {
        "" => Ok(None),
        days => days.parse().ok().filter(|days| (1..=MOST_DAYS).contains(days)).map(Some).ok_or_else(|| FieldError {
            field: "retention".to_owned(),
            message: format!("Give a number of days from 1 to {MOST_DAYS}, or leave it empty."),
        }),
    };
    let (name, retention_days) = match (name, retention_days) {
        (Ok(name), Ok(days)) => (name, days),
        (name, days) => return Err(Error::Invalid([name.err(), days.err()].into_iter().flatten().collect())),
    };
    let settings = OrganisationSettings { name, retention_days, account_free_rounds: typed.account_free };
    let kept = settings.retention_days.map_or_else(|| "kept".to_owned(), |days| format!("{days} days"));
    let free = if typed.account_free { "on" } else { "off" };
    let detail = format!("name {}; answers {kept}; rounds without an account {free}", settings.name);
    let note = owner.note(app, Deed::SettingChanged, format!("organisation {}", owner.organisation()), detail);
    let command = ChangeSettings { organisation_id: owner.organisation(), settings };
    app.store.execute(Audited { command, note }).await?;
    Ok(())
}
