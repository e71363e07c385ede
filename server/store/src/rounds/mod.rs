//! Rounds: one team answering one version of the instrument at one time.

mod close;
mod join;
mod list;
mod read;
mod start;

pub use close::{CloseRound, Closed};
pub use join::{JoinRound, Joining};
pub(crate) use list::round_state;
pub use list::{RoundLine, RoundToAnswer};
pub use read::Round;
pub(crate) use read::RoundRow;
pub use start::StartRound;
