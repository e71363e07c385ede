//! Logo and colour of an organisation's reports, which its owners set.

use domain::audit::Deed;
use domain::ids::OrganisationId;
use domain::report::{Accent, Letterhead, Logo};
use store::{Audited, ChangeLetterhead, Snapshot};

use crate::accounts::Owner;
use crate::{App, Error, FieldError};

/// What is typed and chosen.
#[derive(Clone, Debug, Default)]
pub struct LetterheadTyped {
    /// The colour; empty for none.
    pub accent: String,
    /// The file of a new logo; empty leaves what there is.
    pub logo: Vec<u8>,
    /// Whether there is to be no logo any more.
    pub without_logo: bool,
}

/// What the reports of the owner's organisation bear.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn read(app: &App, owner: &Owner) -> Result<Letterhead, Error> {
    of(&mut app.store.snapshot().await?, owner.organisation()).await
}

/// What the reports of an organisation bear. What was kept and is no logo or colour by today's rules is left out.
pub(crate) async fn of(snapshot: &mut Snapshot, organisation: OrganisationId) -> Result<Letterhead, Error> {
    let Some(set) = snapshot.settings(organisation).await? else { return Ok(Letterhead::default()) };
    let kept = snapshot.letterhead(organisation).await?;
    let logo = Some(kept.logo).filter(|logo| !logo.is_empty()).and_then(|logo| Logo::new(logo).ok());
    Ok(Letterhead { organisation: set.name, logo, accent: kept.accent.parse().ok() })
}

/// Sets it.
///
/// # Errors
/// [`Error::Invalid`] for a file that is no logo and a text that is no colour; [`Error::Unavailable`].
pub async fn change(app: &App, owner: &Owner, typed: LetterheadTyped) -> Result<(), Error> {
    let fault = |field: &str, message: String| FieldError { field: field.to_owned(), message };
    let accent = match typed.accent.trim() {
        "" => Ok(None),
        text => text.parse::<Accent>().map(Some).map_err(|found| fault("accent", found.to_string())),
    };
    let logo = match (typed.without_logo, typed.logo.is_empty()) {
        (true, _) => Ok(Some(Vec::new())),
        (false, true) => Ok(None),
        (false, false) => {
            let logo = Logo::new(typed.logo).map_err(|found| fault("logo", found.to_string()));
            logo.map(|logo| Some(logo.bytes().to_vec()))
        }
    };
    let (accent, logo) = match (accent, logo) {
        (Ok(accent), Ok(logo)) => (accent.map(|accent| accent.to_string()).unwrap_or_default(), logo),
        (accent, logo) => return Err(Error::Invalid([logo.err(), accent.err()].into_iter().flatten().collect())),
    };
    let colour = if accent.is_empty() { "none" } else { &accent };
    let picture = match logo.as_ref().map(Vec::len) {
        None => "as it was".to_owned(),
        Some(0) => "none".to_owned(),
        Some(bytes) => format!("of {bytes} bytes"),
    };
    let detail = format!("reports: colour {colour}; logo {picture}");
    let note = owner.note(app, Deed::SettingChanged, format!("organisation {}", owner.organisation()), detail);
    let command = ChangeLetterhead { organisation_id: owner.organisation(), accent, logo };
    app.store.execute(Audited { command, note }).await?;
    Ok(())
}
