//! A team's plan: what it does about a result, and what came of it.
//!
//! An [`Action`] aims a practice at a [`Target`]. What all of them would bring is a [`Projection`]; what has moved since
//! the round that an action was made from is told by [`Since`]. Both read published scores only.

mod action;
mod linked;
mod owner;
mod projection;
mod since;
mod status;
mod target;

pub use action::{Action, Day, MAX_NOTE, MAX_TITLE, Note, Title};
pub use linked::{LinkFault, Linked};
pub use owner::{Owner, OwnerName};
pub use projection::Projection;
pub use since::{Moved, Since, Way};
pub use status::{Status, Which};
pub use target::{Target, TargetFault};
