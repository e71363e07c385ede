//! What is wrong with an instrument's files, and where.

use std::fmt;

/// One of the files of an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    /// The questionnaire itself.
    Instrument,
    /// Mapping to published models.
    Crosswalk,
    /// What practices act on.
    Practices,
    /// Published figures.
    Reference,
}

/// One thing that is wrong with an instrument's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file it is in.
    pub file: File,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The field, such as `item[TE1-1].anchors`; empty where the file cannot be read as TOML.
    pub field: String,
    /// What is wrong, and where it helps, what would be right.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.file {
            File::Instrument => {}
            File::Crosswalk => f.write_str("crosswalk.toml ")?,
            File::Practices => f.write_str("practices.toml ")?,
            File::Reference => f.write_str("reference.toml ")?,
        }
        write!(f, "line {}", self.line)?;
        if self.field.is_empty() {
            write!(f, ", column {}", self.column)?;
        } else {
            write!(f, ", {}", self.field)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Collects the problems of one file.
#[derive(Debug)]
pub(super) struct Log<'a> {
    file: File,
    text: &'a str,
    line_starts: Vec<usize>,
    problems: Vec<(usize, Problem)>,
}

impl<'a> Log<'a> {
    pub(super) fn new(file: File, text: &'a str) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { file, text, line_starts, problems: Vec::new() }
    }

    /// Notes a problem at byte `at` of the file.
    pub(super) fn add(&mut self, at: usize, field: String, message: String) {
        let line = self.line_starts.partition_point(|start| *start <= at).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self.text.get(start..at).map_or(0, |before| before.chars().count()) + 1;
        self.problems.push((at, Problem { file: self.file, line, column, field, message }));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// What was noted, in the order of the file.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|(at, _)| *at);
        self.problems.into_iter().map(|(_, problem)| problem).collect()
    }
}
