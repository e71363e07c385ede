//! Whose paper a result is printed on.

use domain::ids::OrganisationId;
use domain::report::Letterhead;

use super::Sees;
use crate::letterhead::of;
use crate::{App, Error};

/// What the reports of the round's organisation bear; nothing for a round without one.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn letterhead(app: &App, seer: &impl Sees) -> Result<Letterhead, Error> {
    let organisation = seer.seen().organisation_id;
    if organisation == OrganisationId::IMPLICIT {
        return Ok(Letterhead::default());
    }
    of(&mut app.store.snapshot().await?, organisation).await
}
