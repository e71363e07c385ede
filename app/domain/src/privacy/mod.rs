//! DESIGN
mod block;
mod confidential;
mod ledger;
mod publication;
mod redact;
mod sealed;

pub use publication::{Comment, Cut, Publication, Published};
pub use redact::FULL_FROM;
pub use sealed::{SealedAnswers, SealedBuilder, SealedRespondent};

use crate::answer::RespondentAnswers;
use crate::instrument::{Instrument, JobRole};
use crate::round::{Mode, RoundState};
use crate::scoring::{compose_part, count, score};

/// Parts that the respondents fall into: the first job role, or none.
const PARTS: usize = JobRole::ALL.len() + 1;

/// The part that a respondent belongs to.
fn part_of(respondent: &RespondentAnswers) -> usize {
    respondent.roles.first().map_or(JobRole::ALL.len(), |role| *role as usize)
}

/// Why nothing is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The round is confidential and not closed.
    #[error("A confidential round is published when it is closed.")]
    NotClosed,
    /// Fewer people than the threshold have come or changed anything since the last publication, which stands.
    #[error("Too few answers have come or changed since the last publication.")]
    TooFewChanged,
}

/// Publishes a round: the only way from answers to anything that is shown. `before` is the last publication of the same
/// round, if there was one. `seed` decides the order of comments; it must not follow from the answers.
///
/// # Errors
///
/// Only for confidential rounds, see [`Refused`].
pub fn publish(
    instrument: &Instrument,
    answers: &SealedAnswers,
    before: Option<&Publication>,
    seed: u64,
) -> Result<Publication, Refused> {
    match answers.mode {
        Mode::OneAnswer | Mode::Named => Ok(open(instrument, answers)),
        Mode::Confidential { k } => match answers.state {
            RoundState::Draft | RoundState::Open => Err(Refused::NotClosed),
            RoundState::Closed | RoundState::Published => {
                confidential::publish(instrument, answers, k, before.and_then(|before| before.past.as_deref()), seed)
            }
        },
    }
}

/// Everything, where people were told that the team sees who answered what.
fn open(instrument: &Instrument, answers: &SealedAnswers) -> Publication {
    let cut = |part: usize| {
        let sheet = answers.sheet.only(|respondent| part_of(respondent) == part);
        let counted = count(instrument, &sheet);
        let (dimensions, maturity_index) = compose_part(instrument, &counted.constructs);
        Cut {
            role: JobRole::ALL.get(part).copied(),
            respondents: counted.respondents,
            constructs: counted.constructs,
            dimensions,
            maturity_index,
        }
    };
    let comments = answers.comments.iter();
    let published = Published {
        scores: score(instrument, &answers.sheet),
        cuts: (0..PARTS).map(cut).filter(|cut| cut.respondents > 0).collect(),
        comments: comments.map(|one| Comment { field: one.field.clone(), text: one.text.clone() }).collect(),
    };
    Publication { published, past: None }
}
