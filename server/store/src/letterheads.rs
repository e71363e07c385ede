//! What an organisation's reports bear.

use domain::ids::OrganisationId;

use crate::audit::Happened;
use crate::conn::{Snapshot, Tx};
use crate::error::StoreError;
use crate::execute::Command;
use crate::sql::{exec, rows};

/// The letterhead of an organisation, as it was set. Nothing of it was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredLetterhead {
    /// A colour such as "#17506b"; empty for none.
    pub accent: String,
    /// A picture; empty for none.
    pub logo: Vec<u8>,
}

struct LetterheadRow {
    accent: String,
    logo: String,
}

impl Snapshot {
    /// What was set; nothing where nobody has set anything.
    ///
    /// # Errors
    /// If the database does not answer, or holds what is no picture.
    pub async fn letterhead(&mut self, organisation: OrganisationId) -> Result<StoredLetterhead, StoreError> {
        let found = rows!(
            &mut self.conn,
            LetterheadRow,
            "SELECT accent, logo FROM letterhead WHERE organisation_id = $1",
            organisation.uuid()
        )?;
        let Some(LetterheadRow { accent, logo }) = found.into_iter().next() else {
            return Ok(StoredLetterhead::default());
        };
        let logo = bytes(&logo).ok_or(StoreError::Inconsistent { what: "a logo is not of hexadecimal digits" })?;
        Ok(StoredLetterhead { accent, logo })
    }
}

/// Sets it.
#[derive(Clone, Debug)]
pub struct ChangeLetterhead {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The colour; empty for none.
    pub accent: String,
    /// The picture; empty for none. `None` leaves what there is.
    pub logo: Option<Vec<u8>>,
}

impl Command for ChangeLetterhead {
    /// Whether anything was otherwise before.
    type Outcome = bool;

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        let organisation = self.organisation_id.uuid();
        let changed = match &self.logo {
            Some(logo) => exec!(
                &mut tx.conn,
                "INSERT INTO letterhead (organisation_id, accent, logo) VALUES ($1, $2, $3)
                ON CONFLICT (organisation_id) DO UPDATE SET accent = excluded.accent, logo = excluded.logo
                WHERE letterhead.accent <> excluded.accent OR letterhead.logo <> excluded.logo",
                organisation,
                self.accent,
                digits(logo)
            )?,
            None => exec!(
                &mut tx.conn,
                "INSERT INTO letterhead (organisation_id, accent, logo) VALUES ($1, $2, '')
                ON CONFLICT (organisation_id) DO UPDATE SET accent = excluded.accent
                WHERE letterhead.accent <> excluded.accent",
                organisation,
                self.accent
            )?,
        };
        Ok(changed > 0)
    }
}

impl Happened for ChangeLetterhead {
    fn happened(changed: &bool) -> bool {
        *changed
    }
}

/// Bytes in the one form that both engines' texts can hold.
fn digits(bytes: &[u8]) -> String {
    let digit = |four: u8| char::from_digit(u32::from(four), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let four = |digit: u8| char::from(digit).to_digit(16).and_then(|four| u8::try_from(four).ok());
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let bytes = pairs.iter().map(|[high, low]| Some(four(*high)? << 4 | four(*low)?));
    if rest.is_empty() { bytes.collect() } else { None }
}
