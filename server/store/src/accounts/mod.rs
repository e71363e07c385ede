//! Accounts and their sessions.

mod add;
mod read;
mod session;

pub use add::{AddAccount, Added, PasswordHash};
pub use read::{Account, Factor};
pub use session::{EndSession, SeeSession, Session, SessionAccount, StartSession};
