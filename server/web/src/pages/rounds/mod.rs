//! `/rounds/new` and `/rounds/{id}` with what lies under it.

mod form;
mod one;
mod steps;

pub use form::{change, edit, make, new};
pub use one::{answer, share, show};
pub use steps::{close, close_asked, delete, delete_asked, open, publish, reopen, reopen_asked};
