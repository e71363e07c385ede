//! Which stage of a practice question is met, as far as what is published tells.
//!
//! Of a question that is told in full the counts say it. Of one that is told coarsely they are not there, and it
//! follows from other published figures or not at all: from its own index, from the level and what blocks the next,
//! and from the levels of published models.

use super::Explainer;
use crate::instrument::{Condition, Instrument, ItemIndex, Ladder};
use crate::scoring::{Detail, LadderScore, LevelScore, Status};

impl Explainer<'_> {
    /// The highest stage at which an item is met; `None` without an answer, or where that is not told.
    pub(super) fn met_at(&self, item: ItemIndex) -> Option<u8> {
        let score = &self.scores.items[item.get()];
        (score.n > 0 && score.detail.is_full())
            .then(|| (2..=5).take_while(|stage| score.tally.met_at(*stage)).last().unwrap_or(1))
    }

    /// Whether a practice item is met at a stage, 2 to 5; `None` without an answer, or where published figures leave
    /// it open.
    pub(super) fn is_met(&self, item: ItemIndex, stage: u8) -> Option<bool> {
        let score = &self.scores.items[item.get()];
        match score.detail {
            Detail::Full => self.met_at(item).map(|met| met >= stage),
            Detail::Suppressed => None,
            Detail::Coarse => {
                let by_index = || by_index(score.index?, stage);
                let by_level = || by_level(self.instrument, &self.scores.maturity.level, item, stage);
                let ladders = self.instrument.crosswalk.ladders.iter().zip(&self.scores.frameworks.ladders);
                let by_ladders =
                    || ladders.into_iter().find_map(|(ladder, score)| by_ladder(ladder, score, item, stage));
                by_index().or_else(by_level).or_else(by_ladders)
            }
        }
    }

    /// The highest stage at which an item is met; of a coarse figure the least that it can be. `None` without an answer,
    /// or where nothing is told of it.
    pub(super) fn least_met(&self, item: ItemIndex) -> Option<u8> {
        let coarse = self.scores.items[item.get()].detail == Detail::Coarse;
        let shown = || (2..=5).rev().find(|stage| self.is_met(item, *stage) == Some(true)).unwrap_or(1);
        self.met_at(item).or_else(|| coarse.then(shown))
    }
}

/// From an index that is told as a whole number. Two thirds of the answers at a stage make for a mean of (2 x stage + 1)/3
/// at least, fewer for one below (9 + stage)/3; the index itself lies within half a point.
fn by_index(index: f64, stage: u8) -> Option<bool> {
    let stage = f64::from(stage);
    if 6.0 * index - 3.0 >= 50.0 * (stage + 6.0) {
        Some(true)
    } else if 6.0 * index + 3.0 <= 100.0 * (stage - 1.0) {
        Some(false)
    } else {
        None
    }
}

/// From how many items are met at the stage, and from what blocks the next level: every gate that is not met there, and
/// every other item too as long as not enough are met.
fn by_level(instrument: &Instrument, level: &LevelScore, item: ItemIndex, stage: u8) -> Option<bool> {
    if level.level_status != Status::Scored {
        return None;
    }
    let met = level.basis.met_at(stage);
    if met == level.basis.applicable || met == 0 {
        return Some(met > 0);
    }
    let next = level.secured_level.filter(|secured| *secured < 5)? + 1;
    if level.blocking.contains(&instrument[item].id) {
        return (stage >= next).then_some(false);
    }
    let would_be_listed = instrument.gates.contains(&item) || !level.basis.largely(next);
    (stage <= next && would_be_listed).then_some(true)
}

/// From the conditions of a model's levels: all of them up to the next level are met but for those that are open, and an
/// open one is not met by an item that has answers.
fn by_ladder(ladder: &Ladder, score: &LadderScore, item: ItemIndex, stage: u8) -> Option<bool> {
    let of_item = |condition: &Condition| match *condition {
        Condition::Met { item: one, at } if one == item => Some(at),
        _ => None,
    };
    let is_open = |condition: &Condition| score.open.contains(condition);
    let next = ladder.levels.iter().position(|level| level.conditions.iter().any(is_open));
    let levels = &ladder.levels[..next.map_or(ladder.levels.len(), |next| next + 1)];
    let mut met = levels.iter().flat_map(|level| &level.conditions).filter(|condition| !is_open(condition));
    if met.any(|condition| of_item(condition).is_some_and(|at| at >= stage)) {
        return Some(true);
    }
    score.open.iter().filter_map(of_item).any(|at| at <= stage).then_some(false)
}
