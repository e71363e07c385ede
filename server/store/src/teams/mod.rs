//! Teams and who belongs to them.

mod add;
mod member;
mod read;

pub use add::AddTeam;
pub use member::{Membership, SetMembership};
pub use read::Team;
