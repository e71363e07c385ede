//! Meetings: a question on a screen, votes on telephones.
//!
//! Steps take the round's lock alone and votes share it, so that no vote comes in after the votes were shown.

mod read;
mod steps;
mod vote;

pub use read::{Meeting, Present};
pub(crate) use steps::forget_meeting;
pub use steps::{EndMeeting, MeetingStarted, MeetingStep, StartMeeting, StepMeeting, Stepped};
pub use vote::{CastVote, JoinMeeting, Seated, VoteTaken};
