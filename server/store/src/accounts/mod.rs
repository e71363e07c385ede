//! Accounts and their sessions.

mod add;
mod delete;
mod own;
mod read;
mod session;

pub use add::{AddAccount, Added, PasswordHash};
pub use delete::{DeleteAccount, Deleted, Leaving};
pub use own::{OwnResponse, OwnTeam, OwnValue};
pub use read::{Account, Factor};
pub use session::{EndSession, SeeSession, Session, SessionAccount, StartSession};
