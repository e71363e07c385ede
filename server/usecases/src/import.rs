//! Importing people and teams from a table.

mod plan;
mod table;

pub use plan::{Plan, Staying, Told, look, run};
pub use table::{Fault, MOST_ROWS};
