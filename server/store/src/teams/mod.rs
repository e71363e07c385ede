//! Teams and who belongs to them.

mod add;
mod change;
mod list;
mod member;
mod read;

pub use add::AddTeam;
pub use change::{ArchiveTeam, ChangeTeam, Placing};
pub use list::{Part, TeamLine, TeamPlace, View};
pub use member::{Membership, SetMembership};
pub use read::Team;
