//! The answers of one response, by the name of their form field.

use std::collections::BTreeMap;

use domain::instrument::{Column, Instrument, JobRole, RoleSet};
use domain::questionnaire::Walk;
use store::StoredAnswer;

/// Canonical values by field name; what is not there was never answered.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    values: BTreeMap<String, String>,
}

impl Answers {
    pub(super) fn new(stored: Vec<StoredAnswer>) -> Self {
        Self { values: stored.into_iter().map(|answer| (answer.field, answer.value)).collect() }
    }

    /// The value of a field; empty if there is none.
    #[must_use]
    pub fn get(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
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
        self.values.insert(field.to_owned(), value);
    }

    /// The job roles.
    #[must_use]
    pub fn roles(&self) -> RoleSet {
        self.get("job_role").split(';').filter_map(JobRole::parse).collect()
    }

    /// The sections for this respondent and what is left in each.
    #[must_use]
    pub fn walk(&self, instrument: &Instrument) -> Walk {
        let answered = |column: Column| !self.get(instrument.column_id(column)).is_empty();
        Walk::new(instrument, self.roles(), answered)
    }
}
