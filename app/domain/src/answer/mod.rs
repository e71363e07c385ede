//! Answers: the one parser of every field, used by forms, autosave and files alike, and the cells that scoring reads.
//!
//! To add a kind of field, add it to [`Field`]: its name in `field.rs`, its values in `canonical.rs`.

mod builder;
mod canonical;
mod cell;
mod choice;
mod field;
mod percent;
mod sheet;
mod text;
mod words;

pub use builder::{RespondentBuilder, SheetBuilder};
pub use cell::{Cell, MetricCell};
pub use field::{Field, FieldError};
pub use sheet::{AnswerSheet, RespondentAnswers};
pub use text::{MAX_NAME, MAX_TEXT, MAX_URL, one_line, paragraphs, short_line};
