//! The log of who did what: append-only, each entry bound to the one before by its hash.

mod append;
mod read;

pub use append::{Audited, Happened, Note, NoteDown};
