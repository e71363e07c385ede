//! What comes out.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::importance::Importance;
use super::ledger::People;
use crate::instrument::JobRole;
use crate::scoring::{ConstructScore, DimensionScore, ItemScore, MetricScore, Scores};

/// A published result: all that any outlet gets to see. It can be read and not changed, and only this module makes one:
/// whoever takes a `Published` needs not ask where its figures come from.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Published(pub(super) Told);

impl Deref for Published {
    type Target = Told;

    fn deref(&self) -> &Told {
        &self.0
    }
}

/// The figures of the whole of a [`Published`], without those by role, comments and what weighs most: enough to hold rounds
/// beside each other, and a third of the reading. Only this module makes one, as it does the whole.
#[derive(Clone, Debug)]
pub struct PublishedScores(pub(super) Scores);

impl Deref for PublishedScores {
    type Target = Scores;

    fn deref(&self) -> &Scores {
        &self.0
    }
}

impl From<Published> for PublishedScores {
    fn from(published: Published) -> Self {
        Self(published.0.scores)
    }
}

/// What a [`Published`] says.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// The whole.
    pub scores: Scores,
    /// The same by job role, one at a time; of a confidential round only those that give nobody away.
    pub cuts: Vec<Cut>,
    /// Comments and answers in one's own words. Of a confidential round from ten respondents on, in no order.
    pub comments: Vec<Comment>,
    /// How many named each challenge and each benefit among their three, in the instrument's order; empty where nobody was
    /// asked or nobody chose.
    pub importance: Vec<Importance>,
}

/// The part of the respondents whose first job role is the same. Questions are told of the whole only.
#[derive(Clone, Debug, Serialize)]
pub struct Cut {
    /// The role; `None` for those who named none.
    #[serde(serialize_with = "role_id")]
    pub role: Option<JobRole>,
    /// How many they are; in a confidential round of fewer than ten the least number it can be.
    pub respondents: usize,
    /// Their construct scores, in the instrument's order.
    pub constructs: Vec<ConstructScore>,
    /// Their dimensions, from the construct scores as published.
    pub dimensions: Vec<DimensionScore>,
    /// Their maturity index, from the construct scores as published, 0 to 100.
    pub maturity_index: Option<f64>,
}

/// A text about a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Comment {
    /// The field, such as `comment.TE1-1`.
    pub field: String,
    /// The text.
    pub text: String,
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde hands fields on by reference")]
fn role_id<S: serde::Serializer>(role: &Option<JobRole>, serializer: S) -> Result<S::Ok, S::Error> {
    role.map(JobRole::id).serialize(serializer)
}

/// What was published, and what has to be remembered of it so that the next publication gives nobody away. It holds
/// answers, sealed like [`super::SealedAnswers`]: it can be handed to [`super::publish`] and be asked for what is
/// published, no more.
#[derive(Clone)]
pub struct Publication {
    pub(super) published: Published,
    pub(super) past: Option<Arc<Past>>,
}

/// Every block of a confidential round.
#[derive(Serialize, Deserialize)]
pub(super) struct Past {
    pub(super) constructs: Vec<Block<Figures>>,
    pub(super) metrics: Vec<Block<MetricScore>>,
    /// By question about what weighs most.
    #[serde(default)]
    pub(super) importance: Vec<Block<Vec<Importance>>>,
}

/// What is told of a construct and its questions.
#[derive(Clone, Serialize, Deserialize)]
#[serde(from = "super::kept::FiguresParts", into = "super::kept::FiguresParts")]
pub(super) struct Figures {
    /// With the counts that decide what is met; taken out before they are published, if coarse.
    pub(super) items: Vec<ItemScore>,
    pub(super) construct: ConstructScore,
    /// By part.
    pub(super) parts: Vec<(usize, ConstructScore)>,
}

impl Past {
    /// Whoever was there, everywhere it is remembered.
    pub(super) fn people_mut(&mut self) -> impl Iterator<Item = &mut Arc<People>> {
        let constructs = self.constructs.iter_mut().flat_map(Block::people_mut);
        let metrics = self.metrics.iter_mut().flat_map(Block::people_mut);
        constructs.chain(metrics).chain(self.importance.iter_mut().flat_map(Block::people_mut))
    }
}

impl Publication {
    /// What may be shown.
    #[must_use]
    pub const fn published(&self) -> &Published {
        &self.published
    }
}

impl fmt::Debug for Publication {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Publication").field("published", &self.published).finish_non_exhaustive()
    }
}
