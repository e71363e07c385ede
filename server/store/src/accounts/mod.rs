//! Accounts and their sessions.

mod add;
mod factor;
mod once;
mod password;
mod read;
mod session;

pub use add::{AddAccount, Added, PasswordHash, RenameAccount};
pub use factor::{AddFactor, RemoveFactor, TotpSecret, UseRecovery, UseStep};
pub use once::{MakeLink, Purpose};
pub use password::{ByLink, ChangePassword, Link, Rehash, ResetPassword, SetUp, TakeUp};
pub use read::{Account, Factor};
pub use session::{AwaitCode, EndSession, EndSessions, SeeSession, Session, SessionAccount, StartSession, Which};
