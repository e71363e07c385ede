//! Who is there, and what they may do: capabilities that only a session gives.
//!
//! [`caller`] turns the token of a cookie into a [`Caller`]. From it come [`Owner`], [`TeamAccess`] and
//! [`RoundAccess`], each a proof that `domain::rights` allows what its type says. A function that takes one needs no
//! check of its own, and there is no other way to get one.

mod access;
mod caller;
mod own;

pub use access::{
    Answer, ManageRounds, ManageTeam, Permit, RoundAccess, SeeRespondents, SeeResults, SeeTeam, TeamAccess,
};
pub use caller::{Caller, Owner, caller};
pub use own::{Answers, Goodbye, OwnData};
