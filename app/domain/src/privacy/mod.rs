//! The privacy of answers: the one way from what people answered to anything that is shown.
//!
//! Whoever reads answers from a database puts them into [`SealedAnswers`], which nobody outside this module can read, and
//! [`publish`] gives out a [`Published`]: the same type for screen, PDF, spreadsheets, API, webhooks, charts and
//! comparisons. Named rounds and single answers come out whole. Of a confidential round comes out what follows.
//!
//! # What a figure tells
//!
//! | n of the figure | what is told |
//! |---|---|
//! | below k | "suppressed": nothing, not even whether anybody answered or whether it applies |
//! | k to 9 | coarse: the index as a whole number, its interval widened to multiples of five, an item's agreement in a word |
//! | from 10 ([`FULL_FROM`]) | everything that one's own file shows |
//!
//! - **Figures of people's answers** are items, constructs, delivery metrics, and constructs by job role. Only these are
//!   made of answers. In the coarse form `mean` follows from the whole-number index, and `n` says k, the least it can be.
//! - **Everything else follows from published figures** and so tells nothing new: dimensions, severity, realisation and
//!   their bands, the maturity index, priorities, delivery performance, the role-balanced mean (of the roles as told, if
//!   every role is). Whole numbers are kept whole. k holds for these by itself: whoever is behind a part is behind the
//!   composite.
//! - **The interval of the maturity index** leaves out one person at a time, so it is made of answers: of published
//!   constructs only, widened to fives unless all of them are told in full, and none where one of them stands as it was
//!   in an earlier publication, for it would take in what has changed since.
//! - **Level, ladders, coverage** ask whether two thirds of an item's answers reach a stage. Of coarse items this is
//!   decided on the answers, for the rounded mean would give another level. What gets out is which items block the next
//!   level (yes or no), what ladders ask of single items, and numbers of items. Suppressed items leave the reckoning; with
//!   a suppressed gate no level is told.
//! - **Numbers of "don't know" and "not applicable"** come with items told in full, of the whole only; the rate is that
//!   of these items, over answers given. Who left a question blank and who was not asked is not told apart: it would say
//!   how many have a role that is not asked, and that role may be one of very few.
//! - **A delivery metric** has a median for its only figure. Below ten answers a percentage is rounded to multiples of
//!   five; a band is coarse already.
//! - **What weighs most, and what is wanted most**: how many named a challenge or benefit among their three, from ten who
//!   chose on, of the whole only. A question is a block; its counts are sums over those who chose.
//! - **The number of respondents** is told: it is known from who was reminded. **Response quality** never is.
//! - **Comments** and answers in one's own words from ten respondents on, in an order that a seed decides, without whose
//!   they are, when, or with which role. Links to evidence, names and profiles never.
//!
//! # Why nobody can be worked out by subtracting
//!
//! Adding and subtracting published means is the attack (eight answers with mean 3.5, seven of them with 3.571429: the
//! eighth is 3). `ledger` states what has to hold: no combination of what is told of a block may speak of 1 to k - 1
//! people. It assumes a reader who knows who answered what, and who takes rounded means for exact: whole-number indices
//! of few answers are.
//!
//! A **block** is a construct with its three items, or a metric. An item belongs to one construct, so no combination over
//! several blocks says more than those of each. In a block these meet:
//!
//! - **Items and their construct.** A person's score is the mean of two or three answers. Three times the sum of the
//!   scores less the sums of the items leaves those who answered not all three: with one such person, half of what that
//!   person said. This is so from ten answers on as well. An item is then suppressed, gates last: that is enough wherever
//!   k people answered all three, for nothing can cancel them any more.
//! - **The whole and its parts.** Cuts by first job role tell of constructs (and what follows), never of items. What the
//!   cuts leave of the whole must be nobody or k people, and if one part is hidden the next smallest is as well. The same
//!   holds of the roles themselves: one that is not listed has fewer than k people or shares that with another.
//! - **One publication and the next.** A round is published again after k new or changed responses. A block of which
//!   fewer than k people came, went or changed since it was last told stands as it was; else all that was ever told of it
//!   is looked at together, and where nothing new is safe, it stands as well.
//!
//! If a block is not safe, it gives up items until its whole is, then parts until they are (`block`). What is given up
//! depends on who answered what, never on what was answered.
//!
//! # What this does not do
//!
//! - Unanimity shows: an index of 100 says that everybody gave the highest answer, whoever they are.
//! - The argument is about sums. Medians, standard deviations and distributions of ten or more answers, and words such as
//!   "disagree", are not sums; of fewer than ten only the agreement and the widened interval are told.
//! - A reader who knows some of the answers, say their own, stands before a group smaller by as many.
mod block;
mod comments;
mod composites;
mod confidential;
mod importance;
mod kept;
mod lasting;
mod ledger;
mod linked;
mod publication;
mod redact;
mod sealed;

pub use importance::Importance;
pub use kept::{Kept, Restored, Unreadable};
pub use lasting::{lasting, lasting_text, memory_without, without_texts};
pub use linked::linked_scores;
pub use publication::{Comment, Cut, Publication, Published, PublishedScores, Told};
pub use redact::FULL_FROM;
pub use sealed::{SealedAnswers, SealedBuilder, SealedRespondent};

use crate::answer::{AnswerSheet, RespondentAnswers};
use crate::instrument::{Instrument, JobRole};
use crate::round::{Mode, RoundState};
use crate::scoring::{compose_part, count, flags, score};

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
    /// The publication before does not say what it was made of, so nothing can be compared with it.
    #[error("It is not known any more what the last publication was made of, so it stands.")]
    Forgotten,
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
                let before = before.map(|before| before.past.as_deref().ok_or(Refused::Forgotten)).transpose()?;
                confidential::publish(instrument, answers, k, before, seed)
            }
        },
    }
}

/// What one's own answers file says. No threshold: whoever has an [`AnswerSheet`] has the answers at hand already, for
/// answers that were collected never come out of [`SealedAnswers`] as one.
#[must_use]
pub fn own_file(instrument: &Instrument, sheet: &AnswerSheet) -> Published {
    whole(instrument, sheet, Vec::new())
}

/// What a round says without the respondents whose answers were flagged, and how many they are. `None` of a confidential
/// round, where nobody looks at how single people answered, and where nobody was flagged or everybody.
#[must_use]
pub fn without_flagged(instrument: &Instrument, answers: &SealedAnswers) -> Option<(usize, Published)> {
    if answers.mode.k().is_some() {
        return None;
    }
    let sheet = answers.sheet.only(|one| flags(instrument, &answers.sheet, one).is_empty());
    let flagged = answers.sheet.respondents().len() - sheet.respondents().len();
    if flagged == 0 || sheet.respondents().is_empty() {
        return None;
    }
    // Texts are left out: whose they are is not kept with them.
    let mut published = whole(instrument, &sheet, Vec::new());
    let everybody = answers.sheet.respondents().iter().zip(&answers.chosen);
    let left = everybody.filter(|(one, _)| flags(instrument, &answers.sheet, one).is_empty()).map(|(_, chosen)| chosen);
    published.0.importance = importance::counted(instrument, &left);
    Some((flagged, published))
}

/// Everything, where people were told that the team sees who answered what.
fn open(instrument: &Instrument, answers: &SealedAnswers) -> Publication {
    let comments = answers.comments.iter();
    let comments = comments.map(|one| Comment { field: one.field.clone(), text: one.text.clone() }).collect();
    let mut published = whole(instrument, &answers.sheet, comments);
    published.0.importance = importance::counted(instrument, &answers.chosen.iter());
    Publication { published, past: None }
}

fn whole(instrument: &Instrument, sheet: &AnswerSheet, comments: Vec<Comment>) -> Published {
    let cut = |part: usize| {
        let counted = count(instrument, &sheet.only(|respondent| part_of(respondent) == part));
        let (dimensions, maturity_index) = compose_part(instrument, &counted.constructs);
        Cut {
            role: JobRole::ALL.get(part).copied(),
            respondents: counted.respondents,
            constructs: counted.constructs,
            dimensions,
            maturity_index,
        }
    };
    Published(Told {
        scores: score(instrument, sheet),
        cuts: (0..PARTS).map(cut).filter(|cut| cut.respondents > 0).collect(),
        comments,
        importance: Vec::new(),
    })
}
