//! Answers: the fields of a response, each with its versions.

mod collected;
mod done;
mod read;
mod save;
mod write;

pub use collected::CollectedAnswers;
pub(crate) use done::{done_from, done_to};
pub use read::{FieldHistory, HistoryEntry, StoredAnswer};
pub use save::{Change, Kept, SaveAnswers, Saved, StaleField};
