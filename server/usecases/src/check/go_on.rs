//! Going on from a quick check to the full assessment.

use domain::links::RespondentSecret;
use store::{Change, GoOnFromCheck, JoinRound, SaveAnswers};

use super::Checked;
use crate::start::{NewRound, starting};
use crate::{App, Error};

impl Checked {
    /// Makes a named round for `team` (may be empty) and a response in it that holds the check's answers, and gives the
    /// secret of that response's link. A second time leads to the same response, whatever was answered in it since.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a name that is too long; [`Error::Conflict`] when the check was filled in with a version
    /// of the instrument that is not known here; [`Error::Unavailable`] when nothing could be saved.
    pub async fn go_on(&self, app: &App, team: &str) -> Result<RespondentSecret, Error> {
        app.instrument_named(&self.check.instrument_id, &self.check.instrument_version)?;
        let (manage, respondent) = (self.secret.manage_secret(), self.secret.respondent_secret());
        let new = NewRound { team: team.to_owned(), subject: String::new() };
        let change = |(field, value): (&String, &String)| Change {
            field: field.clone(),
            value: value.clone(),
            seen_version: None,
        };
        let command = GoOnFromCheck {
            key: self.secret.key(),
            start: starting(app, &new, &manage)?,
            join: JoinRound {
                join_key: manage.join_secret().key(),
                invitation_key: respondent.invitation_key(),
                response_id: app.mint().response(),
                response_key: respondent.response_key(),
                label: String::new(),
                day: app.today(),
            },
            save: SaveAnswers {
                response_key: respondent.response_key(),
                idempotency_key: None,
                changes: self.check.answers.iter().map(change).collect(),
                pace: None,
                day: app.today(),
            },
        };
        app.store.execute(command).await?;
        Ok(respondent)
    }
}
