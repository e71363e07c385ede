//! What fields held before: nothing that was saved is lost when it is changed.

use domain::answer::Field;

use super::Respondent;
use crate::{App, Error};

/// A field that was changed after it was first filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPast {
    /// The field's name.
    pub field: String,
    /// What it is called.
    pub label: String,
    /// What it holds and held, the newest first.
    pub values: Vec<Past>,
}

/// One of a field's values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// 1 for the first.
    pub version: i64,
    /// The value as people read it.
    pub shown: String,
    /// On which day it was entered, in microseconds since 1970.
    pub day: i64,
}

impl Respondent {
    /// Every field that was changed after it was first filled in, in the order of their names.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn past(&self, app: &App) -> Result<Vec<FieldPast>, Error> {
        let entries = app.store.snapshot().await?.history_of_response(self.response.id).await?;
        let mut fields: Vec<FieldPast> = Vec::new();
        for entry in entries {
            let Some(field) = Field::parse(self.instrument, &entry.field) else { continue };
            let past = Past {
                version: entry.version,
                shown: field.shown(self.instrument, &entry.value),
                day: entry.changed_day,
            };
            match fields.last_mut() {
                Some(last) if last.field == entry.field => last.values.push(past),
                _ => fields.push(FieldPast {
                    label: field.label(self.instrument),
                    field: entry.field,
                    values: vec![past],
                }),
            }
        }
        fields.retain(|field| field.values.len() > 1);
        for field in &mut fields {
            field.values.reverse();
        }
        Ok(fields)
    }
}
