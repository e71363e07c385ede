//! What would raise a number, or lower one that is better low.

use super::Source;
use super::words::{decimal, inside, list, whole};
use crate::explain::{Better, Explanation, Lever, Need, Subject};

/// How many are named as moving a number most.
const NAMED: usize = 2;

/// From so many points on a lever is worth naming: it shows in a whole number.
const SHOWS: f64 = 0.5;

impl Source<'_> {
    /// " What would raise it most: monitoring (by up to 6) and return on investment (by up to 5)."; nothing where none
    /// stands out.
    pub(super) fn most(&self, found: &Explanation) -> String {
        self.named(found, NAMED, |name, room| format!("{name} (by up to {})", whole(room)))
    }

    /// The same of the one that comes first, by its name alone.
    pub(super) fn first(&self, found: &Explanation) -> String {
        self.named(found, 1, |name, _| name.to_owned())
    }

    fn named(&self, found: &Explanation, most: usize, words: impl Fn(&str, f64) -> String) -> String {
        let levers: Vec<(&Lever, f64)> = found
            .levers
            .iter()
            .filter_map(|lever| match lever.need {
                Need::Move { room, .. } if room >= SHOWS => Some((lever, room)),
                _ => None,
            })
            .collect();
        // One that is named must have more room than one that is not.
        let tie = levers.get(most).is_some_and(|next| levers[most - 1].1 - next.1 < 1e-9);
        if levers.is_empty() || tie {
            return String::new();
        }
        let names: Vec<String> =
            levers.iter().take(most).map(|(lever, room)| words(&inside(self.name(lever.what)), *room)).collect();
        match found.better {
            Better::Lower => format!(" Easing {} would lower it most.", list(&names)),
            Better::Higher | Better::Neither => format!(" What would raise it most: {}.", list(&names)),
        }
    }

    /// What a part is called in a list.
    fn name(&self, subject: Subject) -> &str {
        match subject {
            Subject::Item(item) => &self.instrument[item].topic,
            Subject::Construct(construct) | Subject::Priority(construct) => &self.instrument[construct].short,
            Subject::Metric(metric) => &self.instrument[metric].topic,
            Subject::Dimension(dimension) => &self.instrument[dimension].name,
            Subject::Ladder(place) => self.instrument.crosswalk.ladders.get(place).map_or("", |model| &model.name),
            Subject::Coverage(place) => self.instrument.crosswalk.coverages.get(place).map_or("", |model| &model.name),
            Subject::Maturity => "Maturity index",
            Subject::Level => "Level",
            Subject::Delivery => "Delivery performance",
        }
    }

    /// What the next level of a model needs of something: "monitoring (TE4-1) at stage 4".
    pub(super) fn condition(&self, lever: &Lever) -> String {
        let id = match lever.what {
            Subject::Item(item) => &self.instrument[item].id,
            Subject::Construct(construct) => &self.instrument[construct].id,
            _ => "",
        };
        let named = format!("{} ({id})", inside(self.name(lever.what)));
        match lever.need {
            Need::Met(stage) | Need::Gate(stage) => format!("{named} at stage {stage}"),
            Need::Index(index) => format!("{named} at {index} or above"),
            Need::Answers | Need::Mean(_) | Need::Move { .. } => named,
        }
    }
}

/// " If everybody answered one question one stage higher, it would rise by 0.8."
pub(super) fn one_step(found: &Explanation) -> String {
    let steps = found.levers.iter().filter_map(|lever| match lever.need {
        Need::Move { step, .. } => Some(step),
        _ => None,
    });
    let step = steps.fold(0.0, f64::max);
    if step > 0.0 {
        format!(" If everybody answered one question one stage higher, it would rise by {}.", decimal(step))
    } else {
        String::new()
    }
}
