//! `/check`: the questions of the quick check on one page; and what it says.

mod form;
mod lists;
mod next;
mod result;

pub use form::{CheckForm, page as form};
pub use result::{CheckPage, Links, page as result};
