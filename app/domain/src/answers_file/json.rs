//! Answers as JSON. They are read in one pass straight into the sheet, so that serde knows the line and column of
//! whatever is wrong with them.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{FileError, MAX_RESPONDENTS, NOBODY, TOO_MANY, role, unknown_column};
use crate::answer::{AnswerSheet, RespondentAnswers, SheetBuilder};
use crate::instrument::{Column, Instrument, JobRole};

pub(super) fn read(instrument: &Instrument, text: &str) -> Result<AnswerSheet, FileError> {
    let mut sheet = SheetBuilder::new(instrument, false);
    let mut reader = serde_json::Deserializer::from_str(text);
    let whole = Whole { instrument, sheet: &mut sheet };
    whole.deserialize(&mut reader).and_then(|()| reader.end()).map_err(|error| located(text, &error))?;
    Ok(sheet.build())
}

/// The error with its place; serde counts a column in bytes.
fn located(text: &str, error: &serde_json::Error) -> FileError {
    let (line, column) = (error.line().max(1), error.column());
    let row = text.split('\n').nth(line - 1).unwrap_or_default();
    let characters = row.char_indices().take_while(|(at, _)| *at < column).count();
    let message = error.to_string();
    let place = format!(" at line {} column {column}", error.line());
    FileError::at(line, characters.max(1), None, message.strip_suffix(&place).unwrap_or(&message))
}

/// `{"respondents": [...]}`
struct Whole<'s, 'i> {
    instrument: &'i Instrument,
    sheet: &'s mut SheetBuilder<'i>,
}

impl<'de> DeserializeSeed<'de> for Whole<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the field `respondents`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut found = false;
        while let Some(key) = map.next_key::<String>()? {
            if key != "respondents" {
                return Err(A::Error::unknown_field(&key, &["respondents"]));
            }
            if std::mem::replace(&mut found, true) {
                return Err(A::Error::duplicate_field("respondents"));
            }
            map.next_value_seed(People { instrument: self.instrument, sheet: &mut *self.sheet })?;
        }
        if found { Ok(()) } else { Err(A::Error::missing_field("respondents")) }
    }
}

/// The list of respondents.
struct People<'s, 'i> {
    instrument: &'i Instrument,
    sheet: &'s mut SheetBuilder<'i>,
}

impl<'de> DeserializeSeed<'de> for People<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for People<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of respondents")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut ids = HashSet::new();
        loop {
            let person = Person { instrument: self.instrument, sheet: &mut *self.sheet, ids: &mut ids };
            match list.next_element_seed(person)? {
                Some(_) if self.sheet.len() == MAX_RESPONDENTS => return Err(A::Error::custom(TOO_MANY)),
                Some(respondent) => self.sheet.push(respondent),
                None if self.sheet.is_empty() => return Err(A::Error::custom(NOBODY)),
                None => return Ok(()),
            }
        }
    }
}

/// `{"id": "r1", "roles": ["DS"], "answers": {"TE1-1": 3}}`
struct Person<'s, 'i> {
    instrument: &'i Instrument,
    sheet: &'s mut SheetBuilder<'i>,
    ids: &'s mut HashSet<String>,
}

const FIELDS: &[&str] = &["id", "roles", "answers"];

impl<'de> DeserializeSeed<'de> for Person<'_, '_> {
    type Value = RespondentAnswers;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<RespondentAnswers, D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Person<'_, '_> {
    type Value = RespondentAnswers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a respondent with the fields `id`, `roles` and `answers`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RespondentAnswers, A::Error> {
        let mut respondent = RespondentAnswers::new(self.instrument, String::new());
        let mut found = [false; FIELDS.len()];
        while let Some(key) = map.next_key::<String>()? {
            let Some(place) = FIELDS.iter().position(|field| *field == key) else {
                return Err(A::Error::unknown_field(&key, FIELDS));
            };
            if std::mem::replace(&mut found[place], true) {
                return Err(A::Error::duplicate_field(FIELDS[place]));
            }
            match place {
                0 => {
                    let id = map.next_value::<String>()?.trim().to_owned();
                    if id.is_empty() {
                        return Err(A::Error::custom("The respondent has no name. Any text will do."));
                    }
                    if !self.ids.insert(id.clone()) {
                        let id = super::cut(&id);
                        return Err(A::Error::custom(format!("The respondent \"{id}\" is there already.")));
                    }
                    respondent.id = id;
                }
                1 => {
                    let roles: Result<Vec<JobRole>, String> =
                        map.next_value::<Vec<String>>()?.iter().map(|text| role(text.trim())).collect();
                    respondent.set_roles(roles.map_err(A::Error::custom)?);
                }
                _ => map.next_value_seed(Answers {
                    instrument: self.instrument,
                    sheet: &mut *self.sheet,
                    respondent: &mut respondent,
                })?,
            }
        }
        if found[0] { Ok(respondent) } else { Err(A::Error::missing_field("id")) }
    }
}

/// `{"TE1-1": 3, "TE1-3": "DK"}`
struct Answers<'s, 'i> {
    instrument: &'i Instrument,
    sheet: &'s mut SheetBuilder<'i>,
    respondent: &'s mut RespondentAnswers,
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
