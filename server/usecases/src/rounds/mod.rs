//! Rounds that people with accounts make, run and answer.

mod answer;
mod due;
mod plan;
mod run;

pub use due::due;
pub use plan::{PlanTyped, plan, suggested, teams_to_ask};
pub use run::{Own, Participation, Sight};
