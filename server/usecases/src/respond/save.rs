//! Saving what was typed on a page, or what the island sends while it is being typed.

use std::collections::BTreeMap;

use domain::answer::Field;
use store::{Change, Pace, RenameResponse, Renamed, SaveAnswers, Saved as Stored};

use super::Respondent;
use crate::{App, Conflict, Error, FieldError};

/// What a form held: each field's values in the order they came.
pub type Typed = BTreeMap<String, Vec<String>>;

/// In front of a field's name: what the field held when the page was made.
pub const WAS: &str = "was.";

/// What came of saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Fields that could not be taken. All others are saved.
    pub refused: Vec<FieldError>,
}

impl Respondent {
    /// Saves every field of `typed` that is a question of the instrument and holds something that can be taken; the
    /// rest is refused by name. Fields that are no question (a button's name) are passed over. What is not in `typed`
    /// stays as it is.
    ///
    /// `page_made` is when the page was made (microseconds since 1970), where a whole page is saved. A page posts all
    /// its fields, also those that nobody touched, which may have been answered elsewhere since: a field that still
    /// holds what it held when the page was made is left as it is.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the response was handed in or the round is closed; [`Error::Unavailable`] when
    /// nothing could be saved.
    pub async fn save(&self, app: &App, typed: &Typed, page_made: Option<i64>) -> Result<Saved, Error> {
        let mut saved = Saved::default();
        let mut changes = Vec::new();
        for (name, values) in typed {
            let Some(field) = Field::parse(self.instrument, name) else { continue };
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            match field.canonical(self.instrument, &values) {
                Ok(value) if field == Field::Name => self.rename(app, value).await?,
                Ok(value) if page_made.is_some() && value == was(typed, name) => {}
                Ok(value) => changes.push(Change { field: name.clone(), value, seen_version: None }),
                Err(error) => saved.refused.push(error),
            }
        }
        if !changes.is_empty() {
            let pace = page_made.map(|made| pace(app.now() - made, &changes));
            self.write(app, changes, pace).await?;
        }
        Ok(saved)
    }

    async fn write(&self, app: &App, changes: Vec<Change>, pace: Option<Pace>) -> Result<(), Error> {
        let command = SaveAnswers {
            response_key: self.secret.response_key(),
            idempotency_key: None,
            changes,
            pace,
            day: app.today(),
        };
        match app.store.execute(command).await? {
            Stored::Saved(_) => Ok(()),
            Stored::Stale(_) => Err(Error::Conflict(Conflict::Stale)),
            Stored::Submitted => Err(Error::Conflict(Conflict::Submitted)),
            Stored::RoundClosed => Err(Error::Conflict(Conflict::RoundClosed)),
            Stored::Unknown => Err(Error::NotFound),
        }
    }

    /// Keeps the name that the team sees.
    async fn rename(&self, app: &App, name: String) -> Result<(), Error> {
        if name == self.response.label {
            return Ok(());
        }
        if self.is_submitted() {
            return Err(Error::Conflict(Conflict::Submitted));
        }
        let label = if name.is_empty() { "No name".to_owned() } else { name };
        let command = RenameResponse { response_key: self.secret.response_key(), label };
        match app.store.execute(command).await? {
            Renamed::Renamed => Ok(()),
            Renamed::RoundClosed => Err(Error::Conflict(Conflict::RoundClosed)),
            Renamed::Unknown => Err(Error::NotFound),
        }
    }
}

/// What a field held when the page was made.
fn was<'t>(typed: &'t Typed, name: &str) -> &'t str {
    typed.get(&format!("{WAS}{name}")).and_then(|values| values.last()).map_or("", String::as_str)
}

/// Longest time that a page counts as being read: whoever leaves it open for lunch is not slow.
const LONGEST_PAGE: i64 = 600;

/// How long a page was open, and how many scored questions were answered on it.
fn pace(micros: i64, changes: &[Change]) -> Pace {
    let scored = changes.iter().filter(|change| !change.field.contains('.') && change.field != "job_role");
    let items = scored.filter(|change| !change.value.is_empty()).count();
    Pace {
        // Rounded up, so that a page that was sent at once still counts.
        seconds: ((micros + 999_999) / 1_000_000).clamp(1, LONGEST_PAGE),
        items: i64::try_from(items).unwrap_or(i64::MAX),
    }
}
