//! What holds of any answers at all.

mod changes;
mod figures;
mod missing;
mod people;
mod readers;
