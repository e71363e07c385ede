//! What the file of a round's result is made of.

use super::{Letterhead, ReportData};
use crate::instrument::Instrument;
use crate::privacy::Published;

/// A result, ready to be set on paper: its words, what was published of it, and for whom it is.
#[derive(Clone, Copy, Debug)]
pub struct RoundReport<'r> {
    /// The result in words.
    pub data: &'r ReportData,
    /// The instrument that was answered.
    pub instrument: &'r Instrument,
    /// What was published: the figures of the appendix, and no others.
    pub published: &'r Published,
    /// Whether answers can still change it.
    pub standing: Standing<'r>,
    /// Whose paper it is printed on.
    pub letterhead: &'r Letterhead,
}

/// Whether what a file says can still change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'r> {
    /// It was published and is kept under this SHA-256, in 64 hexadecimal digits.
    Kept(&'r str),
    /// Answers can still change it.
    Preliminary,
    /// It was worked out from a file of answers, and nothing was published.
    OwnFile,
}

impl<'r> Standing<'r> {
    /// Of a round's publication, by its digest, which a round has once it is closed.
    #[must_use]
    pub const fn of_round(digest: Option<&'r str>) -> Self {
        match digest {
            Some(digest) => Self::Kept(digest),
            None => Self::Preliminary,
        }
    }
}
