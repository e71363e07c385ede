//! Collected answers that nobody outside the module can read.

use std::fmt;

use super::importance::{self, Chosen};
use crate::answer::{AnswerSheet, Field, FieldError, RespondentBuilder, SheetBuilder};
use crate::instrument::Instrument;
use crate::round::{Mode, RoundState};

/// The answers of a round. They can be put in and published, and nothing else: no accessor, no serialisation, no copy,
/// and nothing of them in the `Debug` text.
pub struct SealedAnswers {
    pub(super) mode: Mode,
    pub(super) state: RoundState,
    pub(super) sheet: AnswerSheet,
    /// Who is who from one publication to the next, in the order of the sheet.
    pub(super) keys: Vec<String>,
    pub(super) comments: Vec<Written>,
    /// What each named as most important, in the order of the sheet.
    pub(super) chosen: Vec<Chosen>,
}

/// A text, without whose it is.
pub(super) struct Written {
    pub(super) field: String,
    pub(super) text: String,
}

impl fmt::Debug for SealedAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedAnswers").finish_non_exhaustive()
    }
}

/// Puts answers in.
pub struct SealedBuilder<'i> {
    instrument: &'i Instrument,
    mode: Mode,
    state: RoundState,
    sheet: SheetBuilder<'i>,
    keys: Vec<String>,
    comments: Vec<Written>,
    chosen: Vec<Chosen>,
}

impl fmt::Debug for SealedBuilder<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedBuilder").finish_non_exhaustive()
    }
}

/// One respondent whose answers are being put in.
pub struct SealedRespondent<'b> {
    instrument: &'b Instrument,
    mode: Mode,
    respondent: RespondentBuilder<'b>,
    comments: &'b mut Vec<Written>,
    chosen: &'b mut Chosen,
}

impl fmt::Debug for SealedRespondent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedRespondent").finish_non_exhaustive()
    }
}

impl SealedAnswers {
    /// Begins with nothing. Mode and state are the round's as it stands: they decide what comes out again.
    #[must_use]
    pub fn builder(instrument: &Instrument, mode: Mode, state: RoundState) -> SealedBuilder<'_> {
        let sheet = AnswerSheet::builder(instrument);
        SealedBuilder { instrument, mode, state, sheet, keys: Vec::new(), comments: Vec::new(), chosen: Vec::new() }
    }
}

impl SealedBuilder<'_> {
    /// Adds a respondent. `key` names the response over all publications of the round (its id); `label` is how the
    /// respondent is called where answers are not confidential. Only responses with an answer are respondents.
    pub fn respondent(&mut self, key: impl Into<String>, label: impl Into<String>) -> SealedRespondent<'_> {
        self.keys.push(key.into());
        let place = self.chosen.len();
        self.chosen.push(Chosen::default());
        SealedRespondent {
            chosen: &mut self.chosen[place],
            instrument: self.instrument,
            mode: self.mode,
            respondent: self.sheet.respondent(label, &[]),
            comments: &mut self.comments,
        }
    }

    /// Closes the lid.
    #[must_use]
    pub fn seal(self) -> SealedAnswers {
        let Self { mode, state, sheet, keys, comments, chosen, .. } = self;
        SealedAnswers { mode, state, sheet: sheet.build(), keys, comments, chosen }
    }
}

impl SealedRespondent<'_> {
    /// Enters the stored answer of a field. What neither scores nor is a text nor says what weighs most is passed over: profile
    /// and tools, and in a confidential round links to evidence, for an address may say whose it is.
    ///
    /// # Errors
    ///
    /// The text is no answer to that field.
    pub fn answer(&mut self, field: &str, text: &str) -> Result<&mut Self, FieldError> {
        self.respondent.answer(field, text)?;
        match Field::parse(self.instrument, field) {
            Some(Field::Evidence(_)) if matches!(self.mode, Mode::Confidential { .. }) => {}
            Some(Field::Comment(_) | Field::Evidence(_) | Field::Open(_)) if !text.is_empty() => {
                self.comments.push(Written { field: field.to_owned(), text: text.to_owned() });
            }
            Some(Field::Strategy(question)) if self.instrument.ranked().any(|ranked| ranked.place == question) => {
                match importance::chosen(self.instrument, question, text) {
                    Some(options) => self.chosen.insert(question, options),
                    None => self.chosen.remove(&question),
                };
            }
            _ => {}
        }
        Ok(self)
    }

    /// Marks answers that came too fast to have been read.
    pub fn fast(&mut self, fast: bool) -> &mut Self {
        self.respondent.fast(fast);
        self
    }
}
