//! A meeting: a team in one room votes on telephones, sees its votes together, and agrees on its one answer.
//!
//! [`Chair`] is who has the question on a screen, by the right to answer in the round; [`Ballot`] is a telephone, by the
//! link on the screen. A vote is no answer: what the team agrees on is saved as everything else in its one response is.

mod ballot;
mod chair;
mod record;

use domain::instrument::{Instrument, ItemIndex};
use store::Meeting;

pub use ballot::{Ballot, Seat, Voted, open};
pub use chair::{Chair, Outlook, Pulse, Screen, Step};

use crate::Error;

/// The question that a meeting is at.
fn item_of(instrument: &Instrument, meeting: &Meeting) -> Result<ItemIndex, Error> {
    let unknown = || Error::Broken(format!("a meeting is at a question {} that is not there", meeting.item));
    instrument.item_index(&meeting.item).ok_or_else(unknown)
}

/// The votes, if they are shown.
async fn shown(snapshot: &mut store::Snapshot, meeting: &Meeting) -> Result<Option<domain::meeting::Tally>, Error> {
    if meeting.phase == domain::meeting::Phase::Voting {
        return Ok(None);
    }
    let votes = snapshot.shown_votes(meeting.round_id).await?;
    let votes = votes.iter().map(|(value, n)| (value.as_str(), u32::try_from(*n).unwrap_or(u32::MAX)));
    Ok(Some(domain::meeting::Tally::of(votes)))
}
