//! Rounds: one team answering one version of the instrument at one time.

mod claim;
mod close;
mod join;
mod read;
mod start;

pub use claim::{ClaimRound, ClaimTo, Claimed};
pub use close::{CloseRound, Closed};
pub use join::{JoinRound, Joining};
pub use read::Round;
pub(crate) use read::RoundRow;
pub use start::StartRound;
