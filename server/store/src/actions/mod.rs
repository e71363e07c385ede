//! Actions of teams' plans.

mod change;
mod read;
mod rounds;

pub use change::{ActionChanged, AddAction, ChangeAction, DeleteAction, SetActionStatus};
pub use read::{Actions, PlannedAction};
