//! The report from outside: a result goes in, a file comes out, and the file is read back.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should fail at once")]

mod check;
mod comparison;
mod content;
mod document;
mod hostile;
mod letterhead;
mod published;
mod samples;
mod support;
