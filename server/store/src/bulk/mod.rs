//! Many things at once: what demonstrations and trials of size are filled with.
//!
//! Rows go in by the hundred, in one transaction that the caller ends. Unlike commands it finds no traces of an
//! earlier run: it is for databases that hold nothing yet, which [`Holdings`](crate::Holdings) tells.

mod holdings;
mod insert;
mod load;
mod rows;

pub use holdings::Holdings;
pub use rows::{Bulk, BulkAnswer, BulkOrganisation, BulkResponse, BulkRound, BulkUnit};
