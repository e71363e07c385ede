//! Quick checks: answers of one person without a round, and the round that they are gone on with.

mod go_on;
mod read;
mod save;

pub use go_on::{GoOnFromCheck, WentOn};
pub use read::QuickCheck;
pub use save::SaveQuickCheck;
