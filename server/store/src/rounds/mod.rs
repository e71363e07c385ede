//! Rounds: one team answering one version of the instrument at one time.

mod answer;
mod before;
mod claim;
mod close;
mod due;
mod events;
mod join;
mod list;
mod personal;
mod plan;
mod reach;
mod read;
mod shuffle;
mod standing;
mod start;
mod turn;
mod use_invitation;

pub use answer::{Begin, Begun};
pub use claim::{ClaimRound, ClaimTo, Claimed};
pub use close::{CloseRound, Closed};
pub use due::{Due, EraseAnswers};
pub use events::{Event, RoundEvent, RoundPlan};
pub use join::{JoinRound, Joining};
pub(crate) use list::round_state;
pub use list::{RoundLine, RoundToAnswer};
pub use personal::{
    Invitation, InvitePeople, Inviting, MOST_INVITATIONS, NewInvitation, ReplaceInvitation, WithdrawInvitation,
};
pub use plan::{ChangeRound, DeleteDraft, PlanRounds, PlannedRound, ShareLink, Terms};
pub(crate) use reach::eights;
pub use read::Round;
pub(crate) use read::RoundRow;
pub use standing::{Member, Standing};
pub use start::StartRound;
pub use turn::{Turn, TurnRound, Turned};
pub use use_invitation::UseInvitation;
