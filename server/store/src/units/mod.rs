//! Units: what groups teams.

mod change;
mod read;

pub use change::{AddUnit, ChangeUnit, DeleteUnit, UnitChanged};
pub use read::Unit;
