//! Saving answers.

use domain::links::ResponseKey;
use domain::pace::Pace;

use super::done;
use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;

/// Saves fields of a response: all of them, or none if one was changed by somebody else meanwhile.
#[derive(Clone, Debug)]
pub struct SaveAnswers {
    /// From the respondent's link.
    pub response_key: ResponseKey,
    /// A name that the sender gave to this save: sent again under the same name it has no second effect and gives
    /// the first outcome. Needs to be unique in the response only.
    pub idempotency_key: Option<String>,
    /// What to save. If a field is named twice, the last change counts.
    pub changes: Vec<Change>,
    /// How long the page of these changes was open, where that is known; added to what earlier pages took.
    pub pace: Option<Pace>,
    /// Today, in microseconds since 1970.
    pub day: i64,
}

/// A field's new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The form field's name.
    pub field: String,
    /// The new value; empty to clear the field.
    pub value: String,
    /// The version that the sender had before them: `Some(0)` for an empty field, `None` to overwrite whatever is
    /// there.
    pub seen_version: Option<i64>,
}

/// What became of a [`SaveAnswers`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Everything is saved: the fields' versions, in the order of the changes.
    Saved(Vec<Kept>),
    /// Nothing is saved, because these fields were changed since the sender saw them.
    Stale(Vec<StaleField>),
    /// Nothing is saved: the response was handed in.
    Submitted,
    /// Nothing is saved: the round takes no answers any more.
    RoundClosed,
    /// No response has this link.
    Unknown,
}

/// A field after saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The form field's name.
    pub field: String,
    /// Its version now; 0 for a field that never held anything.
    pub version: i64,
}

/// A field that holds something else than the sender thought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleField {
    /// The form field's name.
    pub field: String,
    /// What it holds.
    pub current_value: String,
    /// And in which version.
    pub current_version: i64,
}

impl Command for SaveAnswers {
    type Outcome = Saved;

    async fn run(&self, tx: &mut Tx) -> Result<Saved, StoreError> {
        for Change { field, value, .. } in &self.changes {
            storable(field)?;
            storable(value)?;
        }
        let Some(response) = tx.locked_response(&self.response_key).await? else { return Ok(Saved::Unknown) };
        if let Some(key) = &self.idempotency_key
            && let Some(kept) = done::recall(tx, response.id, key).await?
        {
            return Ok(Saved::Saved(kept));
        }
        if !response.round_open {
            return Ok(Saved::RoundClosed);
        }
        if response.submitted {
            return Ok(Saved::Submitted);
        }
        let changes = last_of_each(&self.changes);
        let current = tx.current_answers(response.id, &changes).await?;
        let plan = match Plan::of(&changes, &current) {
            Ok(plan) => plan,
            Err(stale) => return Ok(Saved::Stale(stale)),
        };
        tx.write_answers(response.id, &plan.writes, self.day).await?;
        if let Some(pace) = self.pace {
            tx.add_pace(response.id, pace).await?;
        }
        if let Some(key) = &self.idempotency_key {
            done::remember(tx, response.id, key, &plan.kept, self.day).await?;
        }
        Ok(Saved::Saved(plan.kept))
    }
}

/// The last change of each field, in the order in which the fields are first named.
fn last_of_each(changes: &[Change]) -> Vec<&Change> {
    let mut places = std::collections::HashMap::new();
    let mut last: Vec<&Change> = Vec::with_capacity(changes.len());
    for change in changes {
        let place = *places.entry(change.field.as_str()).or_insert(last.len());
        match last.get_mut(place) {
            Some(earlier) => *earlier = change,
            None => last.push(change),
        }
    }
    last
}

/// A new version of a field.
pub(super) struct Write<'a> {
    pub(super) field: &'a str,
    pub(super) value: &'a str,
    pub(super) version: i64,
}

struct Plan<'a> {
    writes: Vec<Write<'a>>,
    kept: Vec<Kept>,
}

impl<'a> Plan<'a> {
    /// Compares what is wanted with what is there.
    fn of(changes: &[&'a Change], current: &super::write::Current) -> Result<Self, Vec<StaleField>> {
        let (mut writes, mut kept, mut stale) = (Vec::new(), Vec::new(), Vec::new());
        for Change { field, value, seen_version } in changes {
            let (held, version) = current.get(field.as_str()).map_or(("", 0), |(held, version)| (held, *version));
            let seen = match seen_version {
                None => true,
                Some(0) => held.is_empty(),
                Some(seen) => *seen == version,
            };
            if held == value {
                kept.push(Kept { field: field.clone(), version });
            } else if seen {
                writes.push(Write { field, value, version: version + 1 });
                kept.push(Kept { field: field.clone(), version: version + 1 });
            } else {
                stale.push(StaleField {
                    field: field.clone(),
                    current_value: held.to_owned(),
                    current_version: version,
                });
            }
        }
        if stale.is_empty() { Ok(Self { writes, kept }) } else { Err(stale) }
    }
}
