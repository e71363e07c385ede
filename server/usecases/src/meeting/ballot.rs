//! A telephone in a meeting.

use domain::instrument::{Instrument, ItemIndex};
use domain::links::{PhoneSecret, VoteSecret};
use domain::meeting::{Tally, vote};
use store::{CastVote, JoinMeeting, Round, Seated, VoteTaken};

use super::{item_of, shown};
use crate::{App, Error};

/// Proof that the caller holds the link of a meeting that is going on.
#[derive(Clone, Debug)]
pub struct Ballot {
    round: Round,
    secret: VoteSecret,
    instrument: &'static Instrument,
}

/// What a telephone that takes part shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The question.
    pub item: ItemIndex,
    /// Changes with every step.
    pub version: i64,
    /// Its own vote; empty if it has none yet.
    pub own: String,
    /// All votes, once they are shown.
    pub tally: Option<Tally>,
}

/// What became of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voted {
    /// It is taken.
    Taken,
    /// The votes are shown already, or another question is asked.
    Late,
    /// The telephone does not take part.
    NotSeated,
    /// This cannot be voted.
    NoVote,
}

/// Looks the meeting up by the token of its link, which may have hyphens in it, as it is shown for typing.
///
/// # Errors
/// [`Error::NotFound`] for a token that leads nowhere, or to a meeting that is over.
pub async fn open(app: &App, token: &str) -> Result<Ballot, Error> {
    let secret = VoteSecret::parse(&token.replace('-', "")).ok_or(Error::NotFound)?;
    let mut snapshot = app.store.snapshot().await?;
    let meeting = snapshot.meeting_by_vote_key(&secret.key()).await?.ok_or(Error::NotFound)?;
    let round = snapshot.round(meeting.round_id).await?.ok_or(Error::NotFound)?;
    let instrument = app.instrument_of(&round)?;
    Ok(Ballot { round, secret, instrument })
}

impl Ballot {
    /// The round.
    #[must_use]
    pub fn round(&self) -> &Round {
        &self.round
    }

    /// The instrument that the round asks with.
    #[must_use]
    pub fn instrument(&self) -> &'static Instrument {
        self.instrument
    }

    /// Takes part, as the telephone of this cookie if there is one. Twice is once.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the meeting is over, [`Error::TooOften`] when it has no place left.
    pub async fn join(&self, app: &App, cookie: Option<&str>) -> Result<PhoneSecret, Error> {
        let phone = cookie.and_then(PhoneSecret::parse);
        let phone = phone.unwrap_or_else(|| PhoneSecret::from_random(app.mint().secret()));
        let command = JoinMeeting { vote_key: self.secret.key(), phone_key: phone.key(&self.secret) };
        match app.store.execute(command).await? {
            Seated::Seated => Ok(phone),
            Seated::Full => Err(Error::TooOften { seconds: 60 }),
            Seated::Over => Err(Error::NotFound),
        }
    }

    /// What the telephone of this cookie shows; `None` if it does not take part.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn seat(&self, app: &App, cookie: Option<&str>) -> Result<Option<Seat>, Error> {
        let Some(phone) = cookie.and_then(PhoneSecret::parse) else { return Ok(None) };
        let mut snapshot = app.store.snapshot().await?;
        // Read again: the vote has to belong to the question.
        let meeting = snapshot.meeting_by_vote_key(&self.secret.key()).await?.ok_or(Error::NotFound)?;
        let Some(own) = snapshot.own_vote(meeting.round_id, &phone.key(&self.secret)).await? else { return Ok(None) };
        let tally = shown(&mut snapshot, &meeting).await?;
        Ok(Some(Seat { item: item_of(self.instrument, &meeting)?, version: meeting.version, own, tally }))
    }

    /// Votes on the question that was on the telephone, in place of a vote of before.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the meeting is over.
    pub async fn vote(&self, app: &App, cookie: Option<&str>, item: &str, value: &str) -> Result<Voted, Error> {
        let Some(phone) = cookie.and_then(PhoneSecret::parse) else { return Ok(Voted::NotSeated) };
        let Some(index) = self.instrument.item_index(item) else { return Ok(Voted::NoVote) };
        let Some(value) = vote(self.instrument, index, value) else { return Ok(Voted::NoVote) };
        let command =
            CastVote { vote_key: self.secret.key(), phone_key: phone.key(&self.secret), item: item.to_owned(), value };
        match app.store.execute(command).await? {
            VoteTaken::Taken => Ok(Voted::Taken),
            VoteTaken::Late => Ok(Voted::Late),
            VoteTaken::NotSeated => Ok(Voted::NotSeated),
            VoteTaken::Over => Err(Error::NotFound),
        }
    }
}
