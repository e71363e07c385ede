//! Ids that a page's author chooses.

/// How the ids of one drawing on a page begin. Each drawing of a page needs its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ids(String);

impl Ids {
    /// `None` unless it begins with a letter a to z and goes on with letters, digits, hyphens and underscores.
    pub fn new(prefix: &str) -> Option<Self> {
        let mut letters = prefix.chars();
        let first = letters.next().is_some_and(|c| c.is_ascii_alphabetic());
        (first && letters.all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')).then(|| Self(prefix.to_owned()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}
