//! What to do next, and how each priority was worked out.

use super::words::whole;
use super::{Priority, Source};
use crate::scoring::index;

impl Source<'_> {
    pub(super) fn priorities(&self) -> Vec<Priority> {
        let practices = &self.instrument.practices;
        let next = self.scores.maturity.level.secured_level.map_or(0, |secured| secured + 1);
        let target = index(f64::from(practices.target));
        self.scores
            .priorities
            .iter()
            .filter(|row| row.priority > 0.0)
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
                    text: format!("{short} {} → {} · {effort}{blocks}", whole(now), whole(target)),
                    why: format!(
                        "{} Priority {:.3} = gap {:.2} × (severity {:.2} of the linked challenges ÷ 2 + shortfall {:.2} of the linked benefits ÷ 2) ÷ effort {}. Links and weights are our judgement.",
                        practice.why, row.priority, row.gap_fraction, row.severity_fraction, row.shortfall_fraction, row.effort
                    ),
                })
            })
            .collect()
    }
}
