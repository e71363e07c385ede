//! The answers of one response, by the name of their form field.

use std::collections::BTreeMap;

use domain::instrument::{Column, Instrument, JobRole, RoleSet};
use domain::questionnaire::Walk;
use store::StoredAnswer;

/// Canonical values by field name; what is not there was never answered.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    values: BTreeMap<String, Held>,
    /// What was typed and not taken.
    typed: BTreeMap<String, String>,
    /// Versions that an earlier page had seen, where its fields are shown again instead of what is stored.
    seen: BTreeMap<String, i64>,
}

#[derive(Clone, Debug)]
struct Held {
    value: String,
    version: i64,
}

impl Answers {
    pub(super) fn new(stored: Vec<StoredAnswer>) -> Self {
        let held = |answer: StoredAnswer| (answer.field, Held { value: answer.value, version: answer.version });
        let values = stored.into_iter().map(held).collect();
        Self { values, typed: BTreeMap::new(), seen: BTreeMap::new() }
    }

    /// What a field shows: what was typed and not taken, else what is stored; empty if there is nothing.
    #[must_use]
    pub fn get(&self, field: &str) -> &str {
        self.typed.get(field).map_or_else(|| self.stored(field), String::as_str)
    }

    /// What is stored of a field; empty if there is nothing.
    #[must_use]
    pub fn stored(&self, field: &str) -> &str {
        self.values.get(field).map_or("", |held| &held.value)
    }

    /// The version that a page shows of every field that ever held something, by the field's name.
    pub fn versions(&self) -> impl Iterator<Item = (&str, i64)> {
        self.values.iter().map(|(field, held)| (field.as_str(), self.seen.get(field).copied().unwrap_or(held.version)))
    }

    /// Shows a field as a page that had seen it in this version: 0 if it was empty then.
    pub fn as_seen(&mut self, field: &str, version: i64) {
        self.seen.insert(field.to_owned(), version);
    }

    /// Whether nothing was ever answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Whether one of several chosen options is `option`.
    #[must_use]
    pub fn has(&self, field: &str, option: &str) -> bool {
        self.get(field).split(';').any(|chosen| chosen == option)
    }

    /// Lays what was typed over what is stored, so that a page can be shown again as it was.
    pub fn overlay(&mut self, field: &str, value: String) {
        self.typed.insert(field.to_owned(), value);
    }

    /// The job roles.
    #[must_use]
    pub fn roles(&self) -> RoleSet {
        self.get("job_role").split(';').filter_map(JobRole::parse).collect()
    }

    /// The sections for this respondent and what is left in each.
    #[must_use]
    pub fn walk(&self, instrument: &Instrument) -> Walk {
        let answered = |column: Column| !self.stored(instrument.column_id(column)).is_empty();
        Walk::new(instrument, self.roles(), answered)
    }
}
