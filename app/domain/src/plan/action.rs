//! An action.

use super::{Linked, Owner, Status, Target};
use crate::answer::{FieldError, paragraphs, short_line};

/// Most characters of a title.
pub const MAX_TITLE: usize = 120;
/// Most characters of a note.
pub const MAX_NOTE: usize = 2_000;

/// Microseconds in a day.
const DAY: i64 = 86_400_000_000;

/// Something that a team does to bring a practice further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What is done.
    pub title: Title,
    /// What it works on.
    pub linked: Linked,
    /// Who sees to it.
    pub owner: Owner,
    /// The last day for it.
    pub due: Option<Day>,
    /// How far it is.
    pub status: Status,
    /// What the practice is to reach by it.
    pub target: Target,
    /// What else is to be known; may be empty.
    pub note: Note,
}

/// What is done: one line, not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title(String);

/// Several lines, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note(String);

/// A day in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i64);

impl Title {
    /// Reads what was typed into `field`.
    ///
    /// # Errors
    ///
    /// It is empty, or longer than [`MAX_TITLE`].
    pub fn parse(field: &str, text: &str) -> Result<Self, FieldError> {
        let line = short_line(field, text, MAX_TITLE)?;
        if line.is_empty() {
            let message = "Say what is to be done.".to_owned();
            return Err(FieldError { field: field.to_owned(), message });
        }
        Ok(Self(line))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Note {
    /// Reads what was typed into `field`.
    ///
    /// # Errors
    ///
    /// It is longer than [`MAX_NOTE`].
    pub fn parse(field: &str, text: &str) -> Result<Self, FieldError> {
        paragraphs(field, text, MAX_NOTE).map(Self)
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Day {
    /// The day that a moment lies in; `micros` since 1970.
    #[must_use]
    pub const fn of(micros: i64) -> Self {
        Self(micros.div_euclid(DAY))
    }

    /// When it begins, in microseconds since 1970.
    #[must_use]
    pub const fn begins(self) -> i64 {
        self.0.saturating_mul(DAY)
    }
}

impl Action {
    /// Whether its day is over and something is left to do.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.status.is_open() && self.due.is_some_and(|due| due < today)
    }
}
