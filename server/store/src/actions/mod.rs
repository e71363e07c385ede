//! Actions of teams' plans.

mod change;
mod own;
mod read;
mod rounds;

pub use change::{ActionChanged, AddAction, ChangeAction, DeleteAction, SetActionStatus};
pub use own::OwnAction;
pub use read::{Actions, PlannedAction};
