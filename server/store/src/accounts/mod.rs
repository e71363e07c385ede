//! Accounts and their sessions.

mod add;
mod change;
mod delete;
mod factor;
mod import;
mod invite;
mod once;
mod own;
mod password;
mod people;
mod read;
mod session;

pub use add::{AddAccount, Added, PasswordHash, RenameAccount};
pub use change::{ChangePerson, DeletePerson, PersonChanged, SwitchPerson};
pub use delete::{DeleteAccount, Deleted, Leaving};
pub use factor::{AddFactor, RemoveFactor, TotpSecret, UseRecovery, UseStep};
pub use import::{ImportPeople, Retitled};
pub use invite::InvitePerson;
pub use once::{MakeLink, Purpose};
pub use own::{OwnResponse, OwnTeam, OwnValue};
pub use password::{ByLink, ChangePassword, Link, Rehash, ResetPassword, SetUp, TakeUp};
pub use people::Person;
pub use read::{Account, Factor};
pub use session::{AwaitCode, EndSession, EndSessions, SeeSession, Session, SessionAccount, StartSession, Which};
