//! What other published models would say of the same answers.

use super::words::{count, inside, list, whole};
use super::{ModelCoverage, ModelLevel, Source};
use crate::explain::{Explanation, Subject, Unit};
use crate::scoring::{COVERED, Certainty};

impl Source<'_> {
    pub(super) fn models(&self) -> Vec<ModelLevel> {
        let ladders = &self.instrument.crosswalk.ladders;
        ladders
            .iter()
            .zip(&self.scores.frameworks.ladders)
            .enumerate()
            .filter_map(|(place, (ladder, score))| {
                let found = self.explain.ladder(place)?;
                let level = ladder.levels.iter().find(|level| level.level == score.level);
                let more = if score.status == Certainty::CannotTell { "; cannot tell if more" } else { "" };
                Some(ModelLevel {
                    name: ladder.name.clone(),
                    text: format!("Level {}: {}{more}", score.level, level.map_or("", |level| &level.name)),
                    why: self.decided(&found),
                    raise: self.raise(&found),
                    source: format!("Source: {}.", ladder.source),
                })
            })
            .collect()
    }

    fn decided(&self, found: &Explanation) -> String {
        let named = |topic: &str, id: &str| Some(format!("{} ({id})", inside(topic)));
        let topics = found.parts.iter().filter_map(|part| match part.what {
            Subject::Item(item) => named(&self.instrument[item].topic, &self.instrument[item].id),
            Subject::Construct(construct) => named(&self.instrument[construct].short, &self.instrument[construct].id),
            _ => None,
        });
        let topics: Vec<String> = topics.collect();
        match topics.as_slice() {
            [] => "No condition of a higher level is shown to be met.".to_owned(),
            topics => format!("Decided by {}.", list(topics)),
        }
    }

    fn raise(&self, found: &Explanation) -> String {
        let conditions: Vec<String> = found.levers.iter().map(|lever| self.condition(lever)).collect();
        match conditions.as_slice() {
            [] => "It is the highest level.".to_owned(),
            conditions => format!("The next level needs {}.", list(conditions)),
        }
    }

    pub(super) fn coverage(&self) -> Vec<ModelCoverage> {
        let coverages = &self.instrument.crosswalk.coverages;
        coverages
            .iter()
            .zip(&self.scores.frameworks.coverages)
            .enumerate()
            .filter_map(|(place, one)| Some((self.explain.coverage(place)?, one)))
            .map(|(found, (coverage, score))| ModelCoverage {
                name: coverage.name.clone(),
                text: score.coverage.map_or_else(
                    || "cannot tell".to_owned(),
                    |share| format!("{} % of {}", whole(share), count(score.n_items as usize, "practice", "practices")),
                ),
                why: format!(
                    "Of {} that we link to it, {} {} and {} are met at stage {COVERED} or above.",
                    count(found.total(Unit::Questions), "practice", "practices"),
                    found.count(Unit::Questions),
                    if self.withheld().is_some() { "can be shown" } else { "have an answer" },
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
