//! What the team agreed on, saved in its one response as any answer is.

use super::Chair;
use crate::respond::{Origin, Saved, Sheet, Typed, sheet};
use crate::{App, Conflict, Error};

impl Chair {
    /// The team's response, if there is one.
    pub(super) async fn sheet(&self, app: &App) -> Result<Option<Sheet>, Error> {
        let mut snapshot = app.store.snapshot().await?;
        let account = self.access.caller().account().id;
        let Some(response) = snapshot.response_of(self.round().id, account, true).await? else { return Ok(None) };
        let Some(key) = snapshot.key_of_response(response).await? else { return Ok(None) };
        drop(snapshot);
        sheet(app, key).await.map(Some)
    }

    /// Saves an answer and its note: the fields of a question as they stand in every form, with the versions that were
    /// on the screen. The first of them makes the team's response.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the response was handed in or the round is closed; nothing was saved then.
    pub async fn record(&self, app: &App, fields: &Typed) -> Result<Saved, Error> {
        if !self.is_open() {
            return Err(Error::Conflict(Conflict::RoundClosed));
        }
        let found = match self.sheet(app).await? {
            Some(found) => found,
            None => sheet(app, self.access.begin(app, "").await?.response_key()).await?,
        };
        found.save(app, fields, Origin::Changes).await
    }
}
