//! What other published models would say of the same answers.

use super::words::{count, list, whole};
use super::{ModelCoverage, ModelLevel, Source};
use crate::scoring::{Certainty, LadderScore};

impl Source<'_> {
    pub(super) fn models(&self) -> Vec<ModelLevel> {
        let ladders = &self.instrument.crosswalk.ladders;
        ladders
            .iter()
            .zip(&self.scores.frameworks.ladders)
            .map(|(ladder, score)| {
                let level = ladder.levels.iter().find(|level| level.level == score.level);
                let more = if score.status == Certainty::CannotTell { "; cannot tell if more" } else { "" };
                ModelLevel {
                    name: ladder.name.clone(),
                    text: format!("Level {}: {}{more}", score.level, level.map_or("", |level| &level.name)),
                    why: self.decided(score),
                    raise: self.raise(score),
                    source: format!("Source: {}.", ladder.source),
                }
            })
            .collect()
    }

    fn topics(&self, ids: &[String]) -> Vec<String> {
        ids.iter()
            .filter_map(|id| self.instrument.item(id))
            .map(|item| format!("{} ({})", super::words::inside(&item.topic), item.id))
            .collect()
    }

    fn decided(&self, score: &LadderScore) -> String {
        match self.topics(&score.decided_by).as_slice() {
            [] => "No condition of a higher level is shown to be met.".to_owned(),
            topics => format!("Decided by {}.", list(topics)),
        }
    }

    fn raise(&self, score: &LadderScore) -> String {
        match self.topics(&score.would_raise).as_slice() {
            [] => "It is the highest level.".to_owned(),
            topics => format!("The next level needs {}.", list(topics)),
        }
    }

    pub(super) fn coverage(&self) -> Vec<ModelCoverage> {
        let coverages = &self.instrument.crosswalk.coverages;
        coverages
            .iter()
            .zip(&self.scores.frameworks.coverages)
            .map(|(coverage, score)| ModelCoverage {
                name: coverage.name.clone(),
                text: score.coverage.map_or_else(
                    || "cannot tell".to_owned(),
                    |share| format!("{} % of {}", whole(share), count(score.n_items as usize, "practice", "practices")),
                ),
                why: format!(
                    "Of {} that we link to it, {} have an answer and {} are met at stage 4 or above.",
                    count(score.n_tagged, "practice", "practices"),
                    score.n_items,
                    score.n_met
                ),
                source: match &coverage.legal_date {
                    Some(date) => format!("Source: {}. {date}", coverage.source),
                    None => format!("Source: {}.", coverage.source),
                },
            })
            .collect()
    }
}
