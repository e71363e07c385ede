//! What scores hold beside what outlets write: the counts that explanations are made of. Whoever stores a result stores
//! them too, through these types; a file that somebody takes out never has them.

use serde::{Deserialize, Serialize};

use super::{ConstructScore, ConstructTally, ItemScore, ItemTally, LevelBasis, Scores};
use crate::instrument::Condition;

/// An item's figures with what they were made of.
#[derive(Serialize, Deserialize)]
pub(crate) struct ItemParts {
    score: ItemScore,
    tally: ItemTally,
}

impl From<ItemScore> for ItemParts {
    fn from(score: ItemScore) -> Self {
        Self { tally: score.tally, score }
    }
}

impl From<ItemParts> for ItemScore {
    fn from(ItemParts { score, tally }: ItemParts) -> Self {
        Self { tally, ..score }
    }
}

/// A construct's figures with what they were made of.
#[derive(Serialize, Deserialize)]
pub(crate) struct ConstructParts {
    score: ConstructScore,
    tally: ConstructTally,
}

impl From<ConstructScore> for ConstructParts {
    fn from(score: ConstructScore) -> Self {
        Self { tally: score.tally, score }
    }
}

impl From<ConstructParts> for ConstructScore {
    fn from(ConstructParts { score, tally }: ConstructParts) -> Self {
        Self { tally, ..score }
    }
}

/// A whole result with what it was made of.
#[derive(Serialize, Deserialize)]
pub(crate) struct ScoreParts {
    scores: Scores,
    items: Vec<ItemTally>,
    constructs: Vec<ConstructTally>,
    basis: LevelBasis,
    /// Of each ladder what its next level asks for.
    open: Vec<Vec<Condition>>,
    maturity_n: u32,
    constructs_scored: usize,
    dont_knows: u64,
    asked: u64,
}

impl From<Scores> for ScoreParts {
    fn from(scores: Scores) -> Self {
        Self {
            items: scores.items.iter().map(|item| item.tally).collect(),
            constructs: scores.constructs.iter().map(|construct| construct.tally).collect(),
            basis: scores.maturity.level.basis.clone(),
            open: scores.frameworks.ladders.iter().map(|ladder| ladder.open.clone()).collect(),
            maturity_n: scores.maturity.n,
            constructs_scored: scores.maturity.constructs_scored,
            dont_knows: scores.visibility.dont_knows,
            asked: scores.visibility.asked,
            scores,
        }
    }
}

impl From<ScoreParts> for Scores {
    fn from(parts: ScoreParts) -> Self {
        let mut scores = parts.scores;
        scores.items.iter_mut().zip(parts.items).for_each(|(score, tally)| score.tally = tally);
        scores.constructs.iter_mut().zip(parts.constructs).for_each(|(score, tally)| score.tally = tally);
        scores.frameworks.ladders.iter_mut().zip(parts.open).for_each(|(ladder, open)| ladder.open = open);
        scores.maturity.level.basis = parts.basis;
        scores.maturity.n = parts.maturity_n;
        scores.maturity.constructs_scored = parts.constructs_scored;
        scores.visibility.dont_knows = parts.dont_knows;
        scores.visibility.asked = parts.asked;
        scores
    }
}
