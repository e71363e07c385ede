//! Plans: what teams do about their results, and what came of it.

mod change;
mod look;
mod team;
mod typed;

pub use change::OwnStep;
pub use look::{Asked, Plans, look};
pub use team::{Effect, Standing, TeamPlan};
pub use typed::{ActionTyped, Choices};
