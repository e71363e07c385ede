//! What a telephone does in a meeting.

use domain::ids::RoundId;
use domain::links::{PhoneKey, VoteKey};
use domain::meeting::Phase;
use uuid::Uuid;

use crate::conn::Tx;
use crate::error::{StoreError, storable};
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::{exec, rows, value};

/// Most telephones in a meeting: more than fit into a room.
const PHONES: i64 = 500;

/// Lets a telephone take part.
#[derive(Clone, Debug)]
pub struct JoinMeeting {
    /// From the link that was opened.
    pub vote_key: VoteKey,
    /// From the telephone's cookie.
    pub phone_key: PhoneKey,
}

/// What became of a [`JoinMeeting`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seated {
    /// It takes part, perhaps since before.
    Seated,
    /// No meeting can have so many.
    Full,
    /// No meeting goes on under this link.
    Over,
}

/// The round of a meeting that goes on, and where its question is.
struct Found {
    round_id: Uuid,
    item: String,
    phase: String,
}

impl Tx {
    /// Finds the meeting of a link, which then stays as it is until the command ends.
    async fn held_meeting(&mut self, key: &VoteKey) -> Result<Option<Found>, StoreError> {
        let round = value!(
            &mut self.0.conn,
            r#"SELECT round_id AS "id: Uuid" FROM meeting WHERE vote_key = $1"#,
            key.as_str()
        )?;
        let Some(round) = round else { return Ok(None) };
        self.lock_round(RoundId::new(round), Use::Shared).await?;
        // Only what is read behind the lock holds.
        let found = rows!(
            &mut self.0.conn,
            Found,
            r#"SELECT round_id AS "round_id: _", item, phase FROM meeting WHERE vote_key = $1"#,
            key.as_str()
        )?;
        Ok(found.into_iter().next())
    }
}

impl Command for JoinMeeting {
    type Outcome = Seated;

    async fn run(&self, tx: &mut Tx) -> Result<Seated, StoreError> {
        let Some(Found { round_id, .. }) = tx.held_meeting(&self.vote_key).await? else { return Ok(Seated::Over) };
        let there = tx.present(RoundId::new(round_id)).await?.phones;
        if there >= PHONES && tx.own_vote(RoundId::new(round_id), &self.phone_key).await?.is_none() {
            return Ok(Seated::Full);
        }
        exec!(
            &mut tx.conn,
            "INSERT INTO meeting_vote (round_id, phone_key, value) VALUES ($1, $2, '')
            ON CONFLICT (round_id, phone_key) DO NOTHING",
            round_id,
            self.phone_key.as_str()
        )?;
        Ok(Seated::Seated)
    }
}

/// Takes a telephone's vote, in place of its vote of before.
#[derive(Clone, Debug)]
pub struct CastVote {
    /// From the link that was opened.
    pub vote_key: VoteKey,
    /// From the telephone's cookie.
    pub phone_key: PhoneKey,
    /// The question that was on the telephone, by its id.
    pub item: String,
    /// `1` to `5`, `DK` or `NA`.
    pub value: String,
}

/// What became of a [`CastVote`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoteTaken {
    /// It is taken.
    Taken,
    /// The votes are shown already, or another question is asked.
    Late,
    /// The telephone has not joined.
    NotSeated,
    /// No meeting goes on under this link.
    Over,
}

impl Command for CastVote {
    type Outcome = VoteTaken;

    async fn run(&self, tx: &mut Tx) -> Result<VoteTaken, StoreError> {
        storable(&self.value)?;
        let Some(Found { round_id, item, phase }) = tx.held_meeting(&self.vote_key).await? else {
            return Ok(VoteTaken::Over);
        };
        if item != self.item || phase != Phase::Voting.word() {
            return Ok(VoteTaken::Late);
        }
        let taken = exec!(
            &mut tx.conn,
            "UPDATE meeting_vote SET value = $3 WHERE round_id = $1 AND phone_key = $2",
            round_id,
            self.phone_key.as_str(),
            self.value
        )?;
        Ok(if taken == 1 { VoteTaken::Taken } else { VoteTaken::NotSeated })
    }
}
