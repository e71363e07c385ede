//! The answers of one respondent.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use crate::answer::{RespondentAnswers, SheetBuilder};
use crate::answers_file::unknown_column;
use crate::instrument::{Column, Instrument};

/// `{"TE1-1": 3, "TE1-3": "DK"}`
pub(super) struct Answers<'s, 'i> {
    pub(super) instrument: &'i Instrument,
    pub(super) sheet: &'s mut SheetBuilder<'i>,
    pub(super) respondent: &'s mut RespondentAnswers,
}

impl<'de> DeserializeSeed<'de> for Answers<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Answers<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of answers by item")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let Some(column) = self.instrument.column(&key) else {
                return Err(A::Error::custom(unknown_column(self.instrument, &key)));
            };
            if seen.contains(&column) {
                return Err(A::Error::custom(format!("The answer to {key} is there twice.")));
            }
            seen.push(column);
            self.sheet.column(column);
            let (instrument, respondent) = (self.instrument, &mut *self.respondent);
            map.next_value_seed(Answer { instrument, column, respondent })?;
        }
        Ok(())
    }
}

/// A number, `"DK"`, `"NA"`, or nothing.
struct Answer<'s> {
    instrument: &'s Instrument,
    column: Column,
    respondent: &'s mut RespondentAnswers,
}

impl<'de> DeserializeSeed<'de> for Answer<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl Visitor<'_> for Answer<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, \"DK\", \"NA\" or null")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        let entered = self.respondent.enter(self.instrument, self.column, text);
        entered.map_err(|error| E::custom(format!("{}: {}", error.field, error.message)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.visit_str(&number.to_string())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        // 3.0 is written as 3, as is any other whole number.
        self.visit_str(&number.to_string())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}
