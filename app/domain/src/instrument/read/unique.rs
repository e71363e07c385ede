//! Ids that have to differ.

use std::collections::HashSet;

use super::section::{Section, Spot};

/// The ids seen so far in one list.
#[derive(Default)]
pub(super) struct Unique(HashSet<String>);

impl Unique {
    /// Reads the `id` of a table and notes one that was there before, or that could not name a form field.
    pub(super) fn id(&mut self, section: &mut Section<'_>) -> Spot<String> {
        let id = section.text("id");
        if id.value.is_empty() {
            return id;
        }
        if !id.value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_') {
            section.problem(id.at, "id", "may hold only letters, digits, - and _");
        }
        if !self.0.insert(id.value.clone()) {
            section.problem(id.at, "id", format!("\"{}\" is there twice", id.value));
        }
        id
    }
}
