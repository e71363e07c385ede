//! What holds of any answers at all.

mod changes;
mod figures;
mod missing;
pub mod people;
mod readers;
