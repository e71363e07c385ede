//! Beginning a meeting, going through its questions, and ending it.

use domain::ids::RoundId;
use domain::links::VoteSecret;
use domain::meeting::Phase;
use domain::round::{Mode, RoundState};

use crate::conn::Tx;
use crate::error::StoreError;
use crate::execute::Command;
use crate::lock::Use;
use crate::sql::{exec, rows};

/// Begins a meeting, unless one is going on: then that one stays as it is.
#[derive(Clone, Debug)]
pub struct StartMeeting {
    /// The round, with one answer for the team.
    pub round_id: RoundId,
    /// Of the link that telephones open.
    pub vote: VoteSecret,
    /// The first question, by its id.
    pub item: String,
    /// Now, in microseconds since 1970.
    pub at: i64,
}

/// What became of a [`StartMeeting`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingStarted {
    /// It is going on.
    GoingOn,
    /// The round takes no answers.
    NotOpen,
    /// There is no such round, or not one answer is given in it.
    NotHere,
}

struct RoundRow {
    state: String,
    mode: String,
}

impl Command for StartMeeting {
    type Outcome = MeetingStarted;

    async fn run(&self, tx: &mut Tx) -> Result<MeetingStarted, StoreError> {
        tx.lock_round(self.round_id, Use::Alone).await?;
        let id = self.round_id.uuid();
        let found = rows!(&mut tx.conn, RoundRow, "SELECT state, mode FROM round WHERE id = $1", id)?;
        match found.into_iter().next() {
            Some(RoundRow { mode, .. }) if mode != Mode::OneAnswer.word() => return Ok(MeetingStarted::NotHere),
            Some(RoundRow { state, .. }) if state != RoundState::Open.word() => return Ok(MeetingStarted::NotOpen),
            Some(_) => {}
            None => return Ok(MeetingStarted::NotHere),
        }
        let (key, token) = (self.vote.key(), self.vote.token());
        exec!(
            &mut tx.conn,
            "INSERT INTO meeting (round_id, vote_key, vote_token, item, phase, version, started_at)
            VALUES ($1, $2, $3, $4, $5, 1, $6) ON CONFLICT (round_id) DO NOTHING",
            id,
            key.as_str(),
            token,
            self.item,
            Phase::Voting.word(),
            self.at
        )?;
        Ok(MeetingStarted::GoingOn)
    }
}

/// A step of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingStep {
    /// Shows the votes.
    Reveal,
    /// Throws the votes away and asks the same question again.
    Again,
    /// Throws the votes away and asks this question, by its id.
    Ask(String),
}

/// Takes a step, if nobody took another one meanwhile.
#[derive(Clone, Debug)]
pub struct StepMeeting {
    /// The round.
    pub round_id: RoundId,
    /// The version that who takes it had before them.
    pub seen_version: i64,
    /// The step.
    pub step: MeetingStep,
}

/// What became of a [`StepMeeting`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stepped {
    /// It was taken.
    Stepped,
    /// Another step was taken meanwhile, perhaps by this command's first run; or the meeting is over.
    Stale,
}

impl Command for StepMeeting {
    type Outcome = Stepped;

    async fn run(&self, tx: &mut Tx) -> Result<Stepped, StoreError> {
        tx.lock_round(self.round_id, Use::Alone).await?;
        let (id, seen) = (self.round_id.uuid(), self.seen_version);
        let phase = if self.step == MeetingStep::Reveal { Phase::Revealed } else { Phase::Voting };
        let moved = match &self.step {
            MeetingStep::Ask(item) => exec!(
                &mut tx.conn,
                "UPDATE meeting SET phase = $3, item = $4, version = version + 1 WHERE round_id = $1 AND version = $2",
                id,
                seen,
                phase.word(),
                item
            ),
            MeetingStep::Reveal | MeetingStep::Again => exec!(
                &mut tx.conn,
                "UPDATE meeting SET phase = $3, version = version + 1 WHERE round_id = $1 AND version = $2",
                id,
                seen,
                phase.word()
            ),
        }?;
        if moved == 0 {
            return Ok(Stepped::Stale);
        }
        if phase == Phase::Voting {
            exec!(&mut tx.conn, "UPDATE meeting_vote SET value = '' WHERE round_id = $1", id)?;
        }
        Ok(Stepped::Stepped)
    }
}

/// Ends a meeting: its votes and telephones are forgotten, its link opens nothing any more.
#[derive(Clone, Debug)]
pub struct EndMeeting {
    /// The round.
    pub round_id: RoundId,
}

impl Command for EndMeeting {
    type Outcome = ();

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        tx.lock_round(self.round_id, Use::Alone).await?;
        forget_meeting(tx, self.round_id).await
    }
}

/// Deletes a round's meeting with its votes, if there is one.
pub(crate) async fn forget_meeting(tx: &mut Tx, round: RoundId) -> Result<(), StoreError> {
    exec!(&mut tx.conn, "DELETE FROM meeting WHERE round_id = $1", round.uuid()).map(drop)
}
