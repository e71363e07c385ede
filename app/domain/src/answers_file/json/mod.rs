//! Answers as JSON. They are read in one pass straight into the sheet, so that serde knows the line and column of
//! whatever is wrong with them.

mod answers;

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use self::answers::Answers;
use super::{FileError, MAX_RESPONDENTS, NOBODY, TOO_MANY};
use crate::answer::{AnswerSheet, RespondentAnswers, SheetBuilder};
use crate::instrument::{Instrument, JobRole};

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
                    let roles: Vec<Role> = map.next_value()?;
                    respondent.set_roles(roles.into_iter().map(|Role(role)| role));
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

/// A job role.
struct Role(JobRole);

impl<'de> Deserialize<'de> for Role {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_str(RoleName).map(Self)
    }
}

/// Reads a job role while serde still knows where it stands.
struct RoleName;

impl Visitor<'_> for RoleName {
    type Value = JobRole;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a job role")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<JobRole, E> {
        super::role(text.trim()).map_err(E::custom)
    }
}
