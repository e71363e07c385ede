//! Accounts and their sessions.

mod add;
mod once;
mod read;
mod session;

pub use add::{AddAccount, Added, PasswordHash};
pub use once::{MakeLink, Purpose};
pub use read::{Account, Factor};
pub use session::{EndSession, SeeSession, Session, SessionAccount, StartSession};
