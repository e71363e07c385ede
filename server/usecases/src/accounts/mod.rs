//! Who is there, and what they may do: capabilities that only a session gives.
//!
//! [`caller`] turns the token of a cookie into a [`Caller`]. From it come [`Owner`], [`TeamAccess`] and
//! [`RoundAccess`], each a proof that `domain::rights` allows what its type says. A function that takes one needs no
//! check of its own, and there is no other way to get one.

mod access;
mod caller;
mod client;
mod data;
mod factor;
mod links;
mod own;
mod setup;
mod shell;
mod sign_in;
mod totp;

use domain::audit::Deed;
use store::{Account, Note};

use crate::App;

pub use access::{
    Answer, ManagePlan, ManageRounds, ManageTeam, Permit, RoundAccess, SeeRespondents, SeeResults, SeeTeam, TeamAccess,
};
pub use caller::{Caller, Owner, caller};
pub use client::Client;
pub use data::{Answers, Goodbye, OwnData};
pub use factor::Enrolment;
pub use links::{Lead, NewPassword, ask_for_reset, invitation, reset, take_up};
pub use setup::{NewOrganisation, SetupState, look as look_at_setup, set_up, setup_link, setup_state};
pub use shell::{NewUser, make_user, reset_link};
pub use sign_in::{SignIn, awaits_code, sign_in, sign_in_by_code};

/// What the log says of something that an account did to itself.
fn note(app: &App, account: &Account, deed: Deed, detail: String) -> Note {
    Note {
        organisation_id: account.organisation_id,
        actor: Some(account.id),
        deed,
        subject: format!("account {}", account.id),
        detail,
        at: app.now(),
    }
}
