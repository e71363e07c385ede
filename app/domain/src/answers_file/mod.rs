//! Files of answers, as CSV or JSON. Either the whole file is sound or nothing of it is used: the first thing that is
//! wrong is told with its line and column.

mod error;
mod json;
mod rows;
mod table;

pub use error::{FileColumn, FileError};

use crate::answer::AnswerSheet;
use crate::instrument::{Instrument, JobRole};

/// Most bytes of a file: 50 MiB.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;
/// Most respondents of a file.
pub const MAX_RESPONDENTS: usize = 200_000;

const TOO_LARGE: &str = "The file is larger than 50 MiB. Score it in parts.";
const TOO_MANY: &str = "The file has more than 200,000 respondents. Score it in parts.";
const NOBODY: &str = "There are no respondents in the file.";

/// How a file of answers is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One row a respondent: `respondent,role` and then items.
    Csv,
    /// `{"respondents": [...]}`
    Json,
}

impl Format {
    /// By the end of the file's name, or else by whether it begins with a brace.
    #[must_use]
    pub fn guess(file_name: &str, bytes: &[u8]) -> Self {
        let end = file_name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
        match end.as_deref() {
            Some("json") => Self::Json,
            Some("csv") => Self::Csv,
            _ => {
                let text = bytes.strip_prefix(BOM).unwrap_or(bytes);
                if text.trim_ascii_start().starts_with(b"{") { Self::Json } else { Self::Csv }
            }
        }
    }
}

/// The mark that some programs put before UTF-8.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Reads a file of answers to `instrument`.
///
/// # Errors
///
/// The first thing that is wrong with it.
pub fn read(instrument: &Instrument, bytes: &[u8], format: Format) -> Result<AnswerSheet, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::whole(TOO_LARGE));
    }
    let text = utf8(bytes.strip_prefix(BOM).unwrap_or(bytes))?;
    match format {
        Format::Csv => table::read(instrument, text),
        Format::Json => json::read(instrument, text),
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, FileError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let (before, _) = bytes.split_at(error.valid_up_to());
        let line = before.split(|byte| *byte == b'\n').count();
        let row = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
        let character = String::from_utf8_lossy(row).chars().count() + 1;
        let hint =
            if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") { " (it is UTF-16)" } else { "" };
        let message = format!("The file is not UTF-8 at character {character} of this line{hint}. Save it as UTF-8.");
        FileError::at(line, row.split(|byte| *byte == b',').count(), None, message)
    })
}

/// Reads one job role.
fn role(text: &str) -> Result<JobRole, String> {
    JobRole::parse(text).ok_or_else(|| {
        format!("There is no job role \"{}\". Use {}.", cut(text), JobRole::ALL.map(JobRole::id).join(", "))
    })
}

fn unknown_column(instrument: &Instrument, name: &str) -> String {
    format!("There is no item or metric \"{}\" in {} {}.", cut(name), instrument.id, instrument.version)
}

/// As much of a text as helps in a message.
fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}
