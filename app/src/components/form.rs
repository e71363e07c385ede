//! What forms of accounts share: the messages of a refused form, at the top and at the fields.

use leptos::prelude::*;

use super::errors::ErrorSummary;

use crate::rendered::{IntoRendered, Rendered};

/// Messages of a refused form by the names of their fields.
#[derive(Clone, Debug, Default)]
pub struct Faults(Vec<(String, String)>);

impl Faults {
    /// From pairs of field and message.
    pub fn new(faults: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(faults.into_iter().collect())
    }

    /// One message at one field.
    pub fn one(field: &str, message: &str) -> Self {
        Self(vec![(field.to_owned(), message.to_owned())])
    }

    /// The message at a field.
    pub fn at(&self, field: &str) -> Option<String> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, message)| message.clone())
    }

    /// All of them, without their fields.
    pub fn messages(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(_, message)| message.clone())
    }

    /// What a page's title begins with, so that it is heard first.
    pub fn title(&self, title: &str) -> String {
        if self.0.is_empty() { title.to_owned() } else { format!("Please check: {title}") }
    }

    /// All of them, at the top of the form.
    pub fn summary(&self) -> Rendered {
        view! { <ErrorSummary errors=self.0.clone() /> }.rendered()
    }
}
