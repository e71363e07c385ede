//! The secured level on its ladder, and what blocks the next.

use super::withheld::NOT_SHOWN;
use super::words::{TOO_FEW, answers, count, list, whole};
use super::{Blocking, Ladder, Rung, Source};
use crate::explain::{Explanation, Lever, Need, Subject, Unit};
use crate::instrument::ItemIndex;
use crate::scoring::{ITEMS_NEEDED, Status};

impl Source<'_> {
    pub(super) fn level(&self) -> Ladder {
        let level = &self.scores.maturity.level;
        let next = level.secured_level.filter(|secured| *secured < 5).map(|secured| secured + 1);
        let found = self.explain.level();
        let absent = if level.level_status == Status::Suppressed { NOT_SHOWN } else { TOO_FEW };
        Ladder {
            secured: level.secured_level,
            text: level
                .secured_level
                .map_or_else(|| absent.to_owned(), |secured| format!("Level {secured}, {}", self.stage_name(secured))),
            rungs: (1..=5).rev().map(|rung| self.rung(rung)).collect(),
            why: self.level_why(&found, next),
            next,
            blocking: found.levers.iter().filter_map(|lever| self.blocks(lever)).collect(),
            other_rules: self.other_rules(),
        }
    }

    fn stage_name(&self, stage: u8) -> &str {
        &self.instrument.m5.options[usize::from(stage.clamp(1, 5)) - 1].label
    }

    fn rung(&self, rung: u8) -> Rung {
        let level = &self.scores.maturity.level;
        let share = level.attained.as_ref().and_then(|attained| attained.get(&rung)).copied();
        let next = level.secured_level.is_some_and(|secured| secured + 1 == rung);
        let to_go = level
            .items_needed
            .filter(|_| next)
            .map_or(String::new(), |needed| format!(" · {} to go", count(needed as usize, "question", "questions")));
        Rung {
            level: rung,
            name: self.stage_name(rung).to_owned(),
            share,
            text: share.map_or(String::new(), |share| format!("{} %{to_go}", whole(share))),
            secured: level.secured_level == Some(rung),
        }
    }

    fn level_why(&self, found: &Explanation, next: Option<u8>) -> String {
        let level = &self.scores.maturity.level;
        let basis = &level.basis;
        let applicable = found.total(Unit::Questions);
        let topics = |needs: fn(Need) -> bool| -> Vec<&str> {
            let levers = found.levers.iter().filter(|lever| needs(lever.need));
            let items = levers.filter_map(item).map(|item| self.instrument[item].topic.as_str());
            items.collect()
        };
        let rule = "A practice question is met at a level when at least two thirds of the answers are at that stage or above. A level is secured when more than 85 % of the practice questions are met there and on every level below, and the gates too.";
        if found.status != Status::Scored {
            let gates: Vec<&str> = basis
                .gates
                .iter()
                .filter(|gate| gate.met_at.is_none())
                .map(|gate| self.instrument[gate.item].topic.as_str())
                .collect();
            let gates = if gates.is_empty() {
                String::new()
            } else {
                let absent = if self.withheld().is_some() { "Not shown of" } else { "No answer yet on" };
                format!(" {absent} what every level depends on: {}.", list(&gates))
            };
            if let Some(withheld) = self.withheld() {
                return format!(
                    "A level is told as soon as {ITEMS_NEEDED} practice questions and all gates have {} answers each and can be shown. Practice questions shown so far: {}.{gates} {rule}",
                    withheld.0, basis.with_value
                );
            }
            return format!(
                "A level is told as soon as {ITEMS_NEEDED} practice questions and all gates have an answer. Practice questions with one so far: {}.{gates} {rule}",
                found.count(Unit::Questions)
            );
        }
        let secured = level.secured_level.unwrap_or(1);
        let here = match secured {
            1 => "Level 1 is the floor.".to_owned(),
            _ => format!(
                "Level {secured} is secured: {} of {applicable} practice questions are met there.",
                basis.met_at(secured)
            ),
        };
        let above = next.map_or(String::new(), |next| {
            let gates = topics(|need| matches!(need, Need::Gate(_)));
            let gates = if gates.is_empty() {
                String::new()
            } else {
                format!(", if these gates are among them: {}", list(&gates))
            };
            format!(
                " At level {next} it is {} of {applicable}; {} more would secure it{gates}.",
                basis.met_at(next),
                found.enough.unwrap_or(0)
            )
        });
        let unknown: Vec<&str> = basis.unknown.iter().map(|item| self.instrument[*item].topic.as_str()).collect();
        let unknown = if unknown.is_empty() {
            String::new()
        } else {
            format!(" Asked, and nobody could say, so not met: {}.", list(&unknown))
        };
        format!("{here}{above}{unknown} {rule}")
    }

    fn blocks(&self, lever: &Lever) -> Option<Blocking> {
        let index = item(lever)?;
        let (Need::Met(next) | Need::Gate(next)) = lever.need else { return None };
        let item = &self.instrument[index];
        let score = &self.scores.items[index.get()];
        let anchor = item.anchors.as_ref().map_or("", |anchors| &anchors[usize::from(next) - 1]);
        Some(Blocking {
            id: item.id.clone(),
            topic: item.topic.clone(),
            stage: anchor.to_owned(),
            gate: matches!(lever.need, Need::Gate(_)),
            reason: if !score.detail.is_full() {
                "fewer than two thirds are there".to_owned()
            } else if score.n == 0 {
                "nobody could tell".to_owned()
            } else if score.below(next) == 1 && score.n == 1 {
                "the one answer is below".to_owned()
            } else {
                format!("{} of {} below", score.below(next), answers(score.n as usize))
            },
        })
    }

    fn other_rules(&self) -> String {
        let level = &self.scores.maturity.level;
        match (level.secured_level, level.strict_level, level.iso33020_level) {
            (Some(secured), Some(strict), Some(iso)) => format!(
                "From the same answers the strict rule (every practice met) gives level {strict}, and the rule of ISO/IEC 33020 (own level above 50 %, all lower ones above 85 %) gives level {iso}. Plumbline shows the secured level, {secured}: neither can a single practice question hold a team down, nor half a level pass for a whole one."
            ),
            _ => "The strict rule (every practice met) and the rule of ISO/IEC 33020 (own level above 50 %, all lower ones above 85 %) need the same answers as the secured level.".to_owned(),
        }
    }
}

/// The item that a lever moves.
const fn item(lever: &Lever) -> Option<ItemIndex> {
    match lever.what {
        Subject::Item(item) => Some(item),
        _ => None,
    }
}
