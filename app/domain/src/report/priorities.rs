//! What to do next, and how each priority was worked out.

use super::words::whole;
use super::{Priority, Source};
use crate::scoring::{PriorityScore, index};

impl Source<'_> {
    pub(super) fn no_priorities(&self) -> String {
        let rows = &self.scores.priorities;
        if rows.is_empty() {
            "Too few answers to tell yet.".to_owned()
        } else if rows.iter().any(is_open) {
            String::new()
        } else {
            "Every practice that has a score is at its target.".to_owned()
        }
    }

    pub(super) fn priorities(&self) -> Vec<Priority> {
        let practices = &self.instrument.practices;
        let next = self.scores.maturity.level.secured_level.map_or(0, |secured| secured + 1);
        let target = index(f64::from(practices.target));
        self.scores
            .priorities
            .iter()
            .filter(|row| is_open(row))
            .filter_map(|row| {
                let place = self.instrument.construct_index(&row.practice)?;
                let practice = practices.list.iter().find(|practice| practice.construct == place)?;
                let now = self.scores.constructs[place.get()].index?;
                let short = &self.instrument[place].short;
                let effort = match row.effort {
                    1 => "small effort",
                    2 => "medium effort",
                    _ => "large effort",
                };
                let blocks = if row.blocks_next_level { format!(" · blocks level {next}") } else { String::new() };
                Some(Priority {
                    id: row.practice.clone(),
                    action: practice.action.clone(),
                    practice: short.clone(),
                    text: if now < target {
                        format!("{short} {} → {} · {effort}{blocks}", whole(now), whole(target))
                    } else {
                        format!("{short} {} · {effort}{blocks}", whole(now))
                    },
                    why: format!(
                        "{} Priority {:.3} = gap {:.2} × (severity {:.2} of the linked challenges ÷ 2 + shortfall {:.2} of the linked benefits ÷ 2) ÷ effort {}. Where none of the linked ones has a score, 0.50 stands for it. Links and weights are our judgement.",
                        practice.why, row.priority, row.gap_fraction, row.severity_fraction, row.shortfall_fraction, row.effort
                    ),
                })
            })
            .collect()
    }
}

/// Whether there is something left to do: a gap to the target, or an item that blocks the next level.
fn is_open(row: &PriorityScore) -> bool {
    row.priority > 0.0 || row.blocks_next_level
}
