//! The unscored questions: profile, tool inventory, strategies, open questions.

/// A question with options: part of the profile or of the strategies.
#[derive(Clone, Debug)]
pub struct Question {
    /// Names the field: `profile.<id>` or `strategy.<id>`.
    pub id: String,
    /// The question.
    pub question: String,
    /// Explains it; may be empty.
    pub help: String,
    /// How many options may be chosen.
    pub choice: Choice,
    /// What can be chosen.
    pub options: Vec<Choosable>,
}

/// How many options may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// One.
    One,
    /// Any number.
    Many,
    /// So many at most.
    AtMost(u8),
}

/// An option of a question or of a tool category.
#[derive(Clone, Debug)]
pub struct Choosable {
    /// What is stored.
    pub id: String,
    /// What is shown.
    pub label: String,
    /// Explains it; may be empty.
    pub help: String,
}

/// A category of the tool inventory. "Other" and "none" are offered beside its options.
#[derive(Clone, Debug)]
pub struct ToolCategory {
    /// Names the fields `tools.<id>` and `tools_other.<id>`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Explains it; may be empty.
    pub help: String,
    /// The tools offered.
    pub options: Vec<Choosable>,
}

/// The option of a tool category for a tool that is not listed.
pub const OTHER: &str = "other";
/// The option that excludes all others.
pub const NONE: &str = "none";

/// A question answered in one's own words.
#[derive(Clone, Debug)]
pub struct OpenQuestion {
    /// Names the field `open.<id>`.
    pub id: String,
    /// The question.
    pub question: String,
    /// Explains it; may be empty.
    pub help: String,
}
