//! Which practices to look at first.

use super::rows::anchor;
use super::{LookFirst, Source};
use crate::answer::Cell;
use crate::report::words::{inside, list};

/// So many practices are named at most.
const MOST: usize = 3;
/// The highest stage.
const TOP: u8 = 5;

impl Source<'_> {
    /// The weakest practices, each with its next stage. Of equally weak ones those come first without which no level is
    /// secured, then the instrument's order decides.
    pub(super) fn first(&self) -> Vec<LookFirst> {
        let is_gate = |id: &str| self.instrument.gates.iter().any(|gate| self.instrument[*gate].id == id);
        let mut weak: Vec<_> = self
            .practices()
            .filter_map(|(item, cell)| match cell {
                Cell::Value(stage) if stage < TOP => Some((stage, !is_gate(&item.id), item)),
                _ => None,
            })
            .collect();
        weak.sort_by_key(|(stage, not_a_gate, _)| (*stage, *not_a_gate));
        let name = |stage: u8| self.instrument.m5.options[usize::from(stage) - 1].label.clone();
        weak.into_iter()
            .take(MOST)
            .map(|(stage, _, item)| LookFirst {
                id: item.id.clone(),
                topic: item.topic.clone(),
                now: name(stage),
                now_text: anchor(item, stage).unwrap_or_default().to_owned(),
                next: name(stage + 1),
                next_text: anchor(item, stage + 1).unwrap_or_default().to_owned(),
            })
            .collect()
    }

    pub(super) fn no_first(&self) -> String {
        let answered = self.practices().any(|(_, cell)| matches!(cell, Cell::Value(_)));
        if answered {
            "Every practice that you gave a stage is at the highest one.".to_owned()
        } else {
            "No practice has a stage yet.".to_owned()
        }
    }

    /// "You do not know: x and y. Finding out is a step of its own."
    pub(super) fn unknown(&self) -> String {
        let topics: Vec<String> =
            self.practices().filter(|(_, cell)| *cell == Cell::DontKnow).map(|(item, _)| inside(&item.topic)).collect();
        if topics.is_empty() {
            return String::new();
        }
        format!("You do not know about {}. Asking who does is a first step too.", list(&topics))
    }
}
