//! Rounds that people with accounts make, run and answer.

mod answer;
mod due;
mod invitations;
mod plan;
mod remind;
mod run;

pub use due::due;
pub use invitations::{Handed, PersonalLink};
pub use plan::{PlanTyped, plan, suggested, teams_to_ask};
pub use remind::Waiting;
pub use run::{Own, Participation, Sight};
