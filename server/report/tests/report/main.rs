//! The report from outside: a result goes in, a file comes out, and the file is read back.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should fail at once")]

mod accessible;
mod check;
mod comparison;
mod confidential;
mod content;
mod document;
mod hostile;
mod letterhead;
mod published;
// The same random rounds that the publishing function is attacked with, from the same file: a copy would drift.
#[expect(dead_code, reason = "reports are made of what is published once")]
#[path = "../../../../app/domain/tests/domain/privacy/rounds.rs"]
mod random;
mod samples;
mod support;
mod told;
mod tree;
