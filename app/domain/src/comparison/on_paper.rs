//! What the file of a comparison is made of.

use super::Comparison;
use crate::report::Letterhead;

/// Rounds side by side, ready to be set on paper.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonReport<'c> {
    /// "Fraud and Growth side by side".
    pub title: &'c str,
    /// A column a round, in the order of the cells.
    pub columns: &'c [Head],
    /// What is shown.
    pub comparison: &'c Comparison,
    /// The day in words; may be empty.
    pub date: &'c str,
    /// Whose paper it is printed on.
    pub letterhead: &'c Letterhead,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The team's name.
    pub team: String,
    /// The round's name.
    pub round: String,
    /// "23 November 2026, 8 people".
    pub about: String,
    /// Whether anything of it is published.
    pub published: bool,
}
