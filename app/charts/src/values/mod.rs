//! What charts are made of: values that cannot be out of range.

mod index;
mod reading;
mod share;
mod step;

pub use index::{Index, Interval};
pub use reading::{Absence, Emphasis, Fives, Reading, Whole};
pub use share::Share;
pub use step::{Step, step};
