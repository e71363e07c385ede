//! Why a file of answers cannot be read, and where.

use std::fmt;

/// Why a file of answers cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The line, from 1; `None` where the file as a whole is at fault.
    pub line: Option<usize>,
    /// The column.
    pub column: Option<FileColumn>,
    /// What is wrong, and what to do about it.
    pub message: String,
}

/// A column of a file: of a CSV file the number of the value in its row, of a JSON file that of the character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileColumn {
    /// From 1.
    pub number: usize,
    /// What stands in the header, in a CSV file.
    pub name: Option<String>,
}

impl FileError {
    pub(super) fn whole(message: impl Into<String>) -> Self {
        Self { line: None, column: None, message: message.into() }
    }

    pub(super) fn at(line: usize, number: usize, name: Option<&str>, message: impl Into<String>) -> Self {
        let column = FileColumn { number, name: name.map(str::to_owned) };
        Self { line: Some(line), column: Some(column), message: message.into() }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}")?;
            if let Some(column) = &self.column {
                write!(f, ", column {}", column.number)?;
                if let Some(name) = &column.name {
                    write!(f, " ({name})")?;
                }
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for FileError {}
