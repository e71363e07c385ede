//! Saving what was typed on a page, or what the island sends while it is being typed.

use std::collections::BTreeMap;

use domain::answer::Field;
use domain::pace::Pace;
use store::{Change, Kept, RenameResponse, Renamed, SaveAnswers, Saved as Stored, StaleField};

use super::Sheet;
use crate::{App, Conflict, Error, FieldError};

/// What a form held: each field's values in the order they came.
pub type Typed = BTreeMap<String, Vec<String>>;

/// In front of a field's name: the version of the field that the sender had before them. Absent on a page for a field
/// that never held anything.
pub const SEEN: &str = "seen.";

/// The name as it was when the page was made: names have no versions.
pub const WAS_NAME: &str = "was.name";

/// Where what was typed comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// A page's form: all its fields, also those that nobody touched.
    Page {
        /// When the page was made, in microseconds since 1970.
        made: i64,
        /// How many scored questions had an answer on it then.
        answered: i64,
    },
    /// Changes alone, as the island sends them. One without the version that was seen overwrites whatever is there.
    Changes,
}

/// What came of saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Fields that could not be taken.
    pub refused: Vec<FieldError>,
    /// Fields that were changed elsewhere since the sender saw them, so that neither text replaced the other unseen.
    pub stale: Vec<Stale>,
    /// The versions of the fields that are saved.
    pub versions: Vec<Kept>,
}

/// A field that was changed here and elsewhere, for the person to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The field's name.
    pub field: String,
    /// What it is called.
    pub label: String,
    /// What was typed here, as people read it.
    pub mine: String,
    /// What is stored, as people read it.
    pub theirs: String,
    /// What is stored.
    pub value: String,
    /// The version of what is stored: whoever names it has seen it and may replace it.
    pub version: i64,
}

impl Sheet {
    /// Saves every field of `typed` that is a question of the instrument and holds something that can be taken; the
    /// rest is named with the reason. Fields that are no question (a button's name) are passed over. What is not in
    /// `typed` stays as it is.
    ///
    /// A page posts all its fields, and may be old: a field that still holds what it held when the page was made is
    /// left as it is.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the response was handed in or the round is closed; [`Error::Unavailable`] when
    /// nothing could be saved.
    pub async fn save(&self, app: &App, typed: &Typed, origin: Origin) -> Result<Saved, Error> {
        let mut saved = Saved::default();
        let mut changes = Vec::new();
        let mut answered = 0;
        for (name, values) in typed {
            let Some(field) = Field::parse(self.instrument, name) else { continue };
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            match field.canonical(self.instrument, &values) {
                Ok(value) if field == Field::Name => self.rename(app, value, last(typed, WAS_NAME)).await?,
                Ok(value) => {
                    answered += i64::from(is_scored(field) && !value.is_empty());
                    changes.push(Change { field: name.clone(), value, seen_version: seen(typed, name, origin) });
                }
                Err(error) => saved.refused.push(error),
            }
        }
        let pace = match origin {
            Origin::Changes => None,
            Origin::Page { made, answered: before } => {
                changes = self.touched(app, changes).await?;
                let items = answered - before;
                (items > 0).then(|| Pace::of_page(app.now() - made, items))
            }
        };
        self.write(app, changes, pace, &mut saved).await?;
        Ok(saved)
    }

    /// Of a page's fields, those that somebody changed on it.
    async fn touched(&self, app: &App, fields: Vec<Change>) -> Result<Vec<Change>, Error> {
        let mut snapshot = app.store.snapshot().await?;
        let stored = snapshot.answers_of_response(self.response.id).await?;
        let stored: BTreeMap<&str, (&str, i64)> =
            stored.iter().map(|answer| (answer.field.as_str(), (answer.value.as_str(), answer.version))).collect();
        let mut touched = Vec::new();
        for change in fields {
            let (value, version) = stored.get(change.field.as_str()).copied().unwrap_or_default();
            let seen = change.seen_version.unwrap_or_default();
            if change.value == value {
                continue;
            }
            if seen != version {
                // A page from before: only then is what it showed looked up.
                let shown = snapshot.value_at(self.response.id, &change.field, seen).await?.unwrap_or_default();
                if change.value == shown {
                    continue;
                }
            }
            touched.push(change);
        }
        Ok(touched)
    }

    /// Saves what was not changed elsewhere meanwhile, and tells of what was.
    async fn write(
        &self,
        app: &App,
        mut changes: Vec<Change>,
        pace: Option<Pace>,
        saved: &mut Saved,
    ) -> Result<(), Error> {
        while !changes.is_empty() || pace.is_some() {
            let command = SaveAnswers {
                response_key: self.key.clone(),
                idempotency_key: None,
                changes: changes.clone(),
                pace,
                day: app.today(),
            };
            match app.store.execute(command).await? {
                Stored::Saved(kept) => {
                    saved.versions = kept;
                    return Ok(());
                }
                // Each time there is less to save.
                Stored::Stale(fields) => {
                    for field in fields {
                        let mine = changes.extract_if(.., |change| change.field == field.field).last();
                        saved.stale.extend(mine.map(|mine| self.stale(&mine, field)));
                    }
                }
                Stored::Submitted => return Err(Error::Conflict(Conflict::Submitted)),
                Stored::RoundClosed => return Err(Error::Conflict(Conflict::RoundClosed)),
                Stored::Unknown => return Err(Error::NotFound),
            }
        }
        Ok(())
    }

    fn stale(&self, mine: &Change, theirs: StaleField) -> Stale {
        let StaleField { field, current_value, current_version } = theirs;
        let known = Field::parse(self.instrument, &field);
        let shown = |value: &str| known.map_or_else(|| value.to_owned(), |known| known.shown(self.instrument, value));
        Stale {
            label: known.map_or_else(|| field.clone(), |known| known.label(self.instrument)),
            mine: shown(&mine.value),
            theirs: shown(&current_value),
            value: current_value,
            version: current_version,
            field,
        }
    }

    /// Keeps the name that the team sees, unless the page only repeats the name that it was made with.
    async fn rename(&self, app: &App, name: String, was: Option<&str>) -> Result<(), Error> {
        if name == self.response.label || was == Some(&name) || self.round.mode.k().is_some() {
            return Ok(());
        }
        if self.is_submitted() {
            return Err(Error::Conflict(Conflict::Submitted));
        }
        let label = if name.is_empty() { "No name".to_owned() } else { name };
        let command = RenameResponse { response_key: self.key.clone(), label };
        match app.store.execute(command).await? {
            Renamed::Renamed => Ok(()),
            Renamed::RoundClosed => Err(Error::Conflict(Conflict::RoundClosed)),
            Renamed::Unknown => Err(Error::NotFound),
        }
    }
}

fn last<'t>(typed: &'t Typed, name: &str) -> Option<&'t str> {
    typed.get(name).and_then(|values| values.last()).map(String::as_str)
}

/// The version of a field that the sender had seen.
fn seen(typed: &Typed, name: &str, origin: Origin) -> Option<i64> {
    let told = last(typed, &format!("{SEEN}{name}")).and_then(|version| version.parse().ok());
    match origin {
        Origin::Page { .. } => Some(told.unwrap_or(0)),
        Origin::Changes => told,
    }
}

fn is_scored(field: Field) -> bool {
    matches!(field, Field::Item(_) | Field::Metric(_))
}
