//! The screen: what it shows, and the steps that whoever sits before it takes.

use domain::instrument::{ConstructIndex, Instrument, ItemIndex};
use domain::links::VoteSecret;
use domain::meeting::{Agenda, Tally};
use domain::round::{Mode, RoundState};
use store::{EndMeeting, MeetingStarted, MeetingStep, Present, Round, StartMeeting, StepMeeting, Stepped};

use super::{item_of, shown};
use crate::accounts::{Answer, RoundAccess};
use crate::respond::Answers;
use crate::{App, Conflict, Error};

/// Proof that the caller may run the meeting of a round: it may answer there, and one answer is given for the team.
#[derive(Clone, Debug)]
pub struct Chair {
    pub(super) access: RoundAccess<Answer>,
    pub(super) instrument: &'static Instrument,
}

/// What the screen shows.
#[derive(Clone, Debug)]
pub struct Screen {
    /// The token of the link for telephones.
    pub vote_token: String,
    /// The question.
    pub item: ItemIndex,
    /// Changes with every step.
    pub version: i64,
    /// Who is there, in numbers.
    pub present: Present,
    /// The votes, once they are shown.
    pub tally: Option<Tally>,
    /// All questions.
    pub agenda: Agenda,
    /// What the team has answered so far.
    pub answers: Answers,
    /// Whether the team's response was handed in, so that nothing can be recorded.
    pub submitted: bool,
}

/// What changes on the screen by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pulse {
    /// Changes with every step.
    pub version: i64,
    /// Who is there, in numbers.
    pub present: Present,
}

/// How far the team has come, before a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Questions without an answer.
    pub left: usize,
    /// All questions of the agenda.
    pub all: usize,
}

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Shows the votes.
    Reveal,
    /// Asks the same question again.
    Again,
    /// Goes to the next question; stays at the last one.
    Next,
    /// Goes to the question before; stays at the first one.
    Back,
    /// Goes to a section's first question.
    To(ConstructIndex),
}

impl RoundAccess<Answer> {
    /// Asks to run the round's meeting.
    ///
    /// # Errors
    /// [`Error::NotFound`] where more than one answer is given, [`Error::Conflict`] where the round's instrument is not
    /// known.
    pub fn chair(self, app: &App) -> Result<Chair, Error> {
        if self.round().mode != Mode::OneAnswer {
            return Err(Error::NotFound);
        }
        let instrument = app.instrument_of(self.round())?;
        Ok(Chair { access: self, instrument })
    }
}

impl Chair {
    /// The round.
    #[must_use]
    pub fn round(&self) -> &Round {
        self.access.round()
    }

    /// The instrument that the round asks with.
    #[must_use]
    pub fn instrument(&self) -> &'static Instrument {
        self.instrument
    }

    /// Whether the round takes answers.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.round().state == RoundState::Open
    }

    /// What the screen shows; `None` if no meeting is going on.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn screen(&self, app: &App) -> Result<Option<Screen>, Error> {
        let sheet = self.sheet(app).await?;
        let answers = match &sheet {
            Some(sheet) => sheet.answers(app).await?,
            None => Answers::default(),
        };
        // One look, so that the counts belong to the question.
        let mut snapshot = app.store.snapshot().await?;
        let Some(meeting) = snapshot.meeting(self.round().id).await? else { return Ok(None) };
        Ok(Some(Screen {
            item: item_of(self.instrument, &meeting)?,
            version: meeting.version,
            present: snapshot.present(meeting.round_id).await?,
            tally: shown(&mut snapshot, &meeting).await?,
            agenda: self.agenda(&answers),
            answers,
            submitted: sheet.is_some_and(|sheet| sheet.is_submitted()),
            vote_token: meeting.vote_token,
        }))
    }

    /// What changes on the screen by itself; `None` if no meeting is going on.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn pulse(&self, app: &App) -> Result<Option<Pulse>, Error> {
        let mut snapshot = app.store.snapshot().await?;
        let Some(meeting) = snapshot.meeting(self.round().id).await? else { return Ok(None) };
        Ok(Some(Pulse { version: meeting.version, present: snapshot.present(meeting.round_id).await? }))
    }

    /// How far the team has come.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn outlook(&self, app: &App) -> Result<Outlook, Error> {
        let answers = self.answers(app).await?;
        let agenda = self.agenda(&answers);
        let left = agenda.items().filter(|item| answers.stored(&self.instrument[*item].id).is_empty()).count();
        Ok(Outlook { left, all: agenda.len() })
    }

    async fn answers(&self, app: &App) -> Result<Answers, Error> {
        match self.sheet(app).await? {
            Some(sheet) => sheet.answers(app).await,
            None => Ok(Answers::default()),
        }
    }

    fn agenda(&self, answers: &Answers) -> Agenda {
        let answered = |item: ItemIndex| !answers.stored(&self.instrument[item].id).is_empty();
        Agenda::new(self.instrument, answers.roles(), answered)
    }

    /// Begins a meeting at the first question without an answer. If one is going on, it goes on.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the round takes no answers.
    pub async fn start(&self, app: &App) -> Result<(), Error> {
        let answers = self.answers(app).await?;
        let left = |item: ItemIndex| answers.stored(&self.instrument[item].id).is_empty();
        let item = self.agenda(&answers).first_where(left).ok_or(Error::NotFound)?;
        let command = StartMeeting {
            round_id: self.round().id,
            vote: VoteSecret::from_random(app.mint().vote()),
            item: self.instrument[item].id.clone(),
            at: app.now(),
        };
        match app.store.execute(command).await? {
            MeetingStarted::GoingOn => Ok(()),
            MeetingStarted::NotOpen => Err(Error::Conflict(Conflict::RoundClosed)),
            MeetingStarted::NotHere => Err(Error::NotFound),
        }
    }

    /// Takes a step. `seen` is the version that was on the screen: of two screens at once, one takes it.
    ///
    /// # Errors
    /// [`Error::Conflict`] when another step was taken meanwhile, or the meeting or its round is over.
    pub async fn step(&self, app: &App, seen: i64, step: Step) -> Result<(), Error> {
        let screen = self.screen(app).await?.ok_or_else(|| self.over())?;
        let (agenda, place) = (&screen.agenda, screen.agenda.place(screen.item));
        let ask = |item: Option<ItemIndex>| {
            let item = item.unwrap_or(screen.item);
            MeetingStep::Ask(self.instrument[item].id.clone())
        };
        let step = match step {
            Step::Reveal => MeetingStep::Reveal,
            Step::Again => MeetingStep::Again,
            Step::Next => ask(agenda.at(place + 1)),
            Step::Back => ask(place.checked_sub(1).and_then(|before| agenda.at(before))),
            Step::To(section) => ask(agenda.first_of(self.instrument, section)),
        };
        let command = StepMeeting { round_id: self.round().id, seen_version: seen, step };
        match app.store.execute(command).await? {
            Stepped::Stepped => Ok(()),
            Stepped::Stale => Err(Error::Conflict(Conflict::Stale)),
        }
    }

    /// Why there is no meeting.
    fn over(&self) -> Error {
        Error::Conflict(if self.is_open() { Conflict::Stale } else { Conflict::RoundClosed })
    }

    /// Ends the meeting: votes and telephones are forgotten.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn end(&self, app: &App) -> Result<(), Error> {
        Ok(app.store.execute(EndMeeting { round_id: self.round().id }).await?)
    }
}
