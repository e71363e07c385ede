//! The result of `score`, with what explains it.

use domain::privacy::{Importance, Told};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::tables::{about, codebook, questions};
use crate::{Cell, Error, Export, Table};

/// The publication as JSON: what `score` prints, with `cuts`, `comments`, `about` and `codebook` beside it. One line.
///
/// # Errors
/// [`Error::Json`], which writing into memory does not give.
pub fn json(export: &Export<'_>) -> Result<Vec<u8>, Error> {
    Ok(serde_json::to_vec(&Document(export))?)
}

/// `scores` opens up, so that the result is where `score` has it.
#[derive(Serialize)]
struct Flat<'d> {
    #[serde(flatten)]
    scores: &'d domain::scoring::Scores,
    cuts: &'d [domain::privacy::Cut],
    comments: &'d [domain::privacy::Comment],
    importance: &'d [Importance],
    about: Pairs,
    codebook: Codebook,
}

#[derive(Serialize)]
struct Codebook {
    columns: Records,
    questions: Records,
}

struct Document<'d>(&'d Export<'d>);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Told { scores, cuts, comments, importance } = &**self.0.published;
        let codebook = Codebook {
            columns: Records(codebook::table(&crate::tables(self.0))),
            questions: Records(questions::table(self.0)),
        };
        Flat { scores, cuts, comments, importance, about: Pairs(about::table(self.0)), codebook }.serialize(serializer)
    }
}

/// A table of names and values as an object.
struct Pairs(Table);

impl Serialize for Pairs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.rows().iter().filter_map(|row| match &row[..] {
            [Cell::Text(name), value, ..] => Some((name, value)),
            _ => None,
        }))
    }
}

/// A table as a list of objects.
struct Records(Table);

impl Serialize for Records {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.rows().iter().map(|row| Record(&self.0, row)))
    }
}

struct Record<'t>(&'t Table, &'t [Cell]);

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.1.len()))?;
        self.0.columns().iter().zip(self.1).try_for_each(|(heading, cell)| map.serialize_entry(heading.name, cell))?;
        map.end()
    }
}
