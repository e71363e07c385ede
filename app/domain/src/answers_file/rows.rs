//! Rows of comma-separated values (RFC 4180), with the line of every value. Written here because the place of each
//! value has to be told exactly, whatever line ends a file has, and because broken quotes have to be refused rather
//! than guessed at.

use std::borrow::Cow;

use super::FileError;

/// Most values of a row: many more than any instrument has, and few enough for a row of nothing but commas to be
/// refused before it fills the memory.
const MAX_VALUES: usize = 1_000;

/// A value and the line it begins in.
#[derive(Debug)]
pub(super) struct Value<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) line: usize,
}

/// The rows of a text, one after the other.
#[derive(Debug)]
pub(super) struct Rows<'t> {
    rest: &'t str,
    line: usize,
}

/// What follows a value.
enum End {
    Value,
    Row,
}

impl<'t> Rows<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { rest: text, line: 1 }
    }

    /// The line that is read next.
    pub(super) const fn line(&self) -> usize {
        self.line
    }

    /// Reads the next row that is not blank into `row`; `false` at the end of the file.
    pub(super) fn next(&mut self, row: &mut Vec<Value<'t>>) -> Result<bool, FileError> {
        while !self.rest.is_empty() {
            row.clear();
            loop {
                let line = self.line;
                if row.len() == MAX_VALUES {
                    return Err(FileError::at(line, MAX_VALUES + 1, None, "The row has more than 1,000 values."));
                }
                let (text, end) = self.value(row.len() + 1)?;
                row.push(Value { text, line });
                if matches!(end, End::Row) {
                    break;
                }
            }
            if row.len() > 1 || row.iter().any(|value| !value.text.trim().is_empty()) {
                return Ok(true);
            }
        }
        row.clear();
        Ok(false)
    }

    fn value(&mut self, number: usize) -> Result<(Cow<'t, str>, End), FileError> {
        if let Some(quoted) = self.rest.strip_prefix('"') {
            return self.quoted(quoted, number);
        }
        let length = self.rest.find([',', '\n', '\r']).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        Ok((Cow::Borrowed(text), self.end()))
    }

    /// A value in quotes, of which the first is read already. Two quotes in it stand for one.
    fn quoted(&mut self, text: &'t str, number: usize) -> Result<(Cow<'t, str>, End), FileError> {
        let (first_line, mut from) = (self.line, 0);
        loop {
            let Some(quote) = text[from..].find('"').map(|at| from + at) else {
                let message = "The quotation mark at the beginning of this value is never closed.";
                return Err(FileError::at(first_line, number, None, message));
            };
            if text[quote + 1..].starts_with('"') {
                from = quote + 2;
                continue;
            }
            let value = &text[..quote];
            self.line += lines(value);
            self.rest = &text[quote + 1..];
            if !(self.rest.is_empty() || self.rest.starts_with([',', '\n', '\r'])) {
                let message = "There is text after the quotation mark that closes this value.";
                return Err(FileError::at(self.line, number, None, message));
            }
            let value =
                if value.contains('"') { Cow::Owned(value.replace("\"\"", "\"")) } else { Cow::Borrowed(value) };
            return Ok((value, self.end()));
        }
    }

    /// Steps over the comma or line end (of any system) that follows a value.
    fn end(&mut self) -> End {
        if let Some(rest) = self.rest.strip_prefix(',') {
            self.rest = rest;
            return End::Value;
        }
        let rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\n', '\r']));
        if let Some(rest) = rest {
            self.rest = rest;
            self.line += 1;
        }
        End::Row
    }
}

/// Line ends in a text.
fn lines(text: &str) -> usize {
    text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count()
}
