//! Levels of published models, and frameworks of which a share is covered.

use super::parts::small;
use super::{Better, Entered, Explainer, Explanation, Lever, Need, Part, Reason, Subject, Unit};
use crate::instrument::{Condition, ItemIndex};
use crate::scoring::{COVERED, Status};

impl Explainer<'_> {
    /// The level on a published model: all conditions of a level have to hold.
    #[must_use]
    pub fn ladder(&self, place: usize) -> Option<Explanation> {
        let score = self.scores.frameworks.ladders.get(place)?;
        let decided = score.decided_by.iter().filter_map(|id| self.instrument.item_index(id));
        let parts: Vec<Part> = decided.filter_map(|item| self.must_hold(item)).collect();
        let levers = score.open.iter().map(|condition| match *condition {
            Condition::Met { item, at } => Lever { what: Subject::Item(item), need: Need::Met(at) },
            Condition::Index { construct, at_least } => {
                Lever { what: Subject::Construct(construct), need: Need::Index(at_least) }
            }
        });
        let unknown = score.open.iter().filter(|condition| match condition {
            Condition::Met { item, .. } => self.scores.items[item.get()].n == 0,
            Condition::Index { construct, .. } => self.scores.constructs[construct.get()].n == 0,
        });
        Some(Explanation {
            subject: Subject::Ladder(place),
            status: Status::Scored,
            value: Some(f64::from(score.level)),
            entered: vec![Entered::new(Unit::Questions, small(parts.len()))],
            left_out: Explanation::counted([(Reason::NoScore, small(unknown.count()))]),
            parts,
            better: Better::Higher,
            levers: levers.collect(),
            enough: (!score.open.is_empty()).then(|| small(score.open.len())),
        })
    }

    /// The share of a framework that is covered: every practice with an answer counts the same.
    #[must_use]
    pub fn coverage(&self, place: usize) -> Option<Explanation> {
        let score = self.scores.frameworks.coverages.get(place)?;
        let tagged = &self.instrument.crosswalk.coverages.get(place)?.items;
        let weight = 1.0 / f64::from(score.n_items.max(1));
        let parts: Vec<Part> = tagged
            .iter()
            .filter_map(|item| self.must_hold(*item))
            .map(|part| Part { weight: Some(weight), ..part })
            .collect();
        let levers = tagged.iter().filter_map(|item| {
            let need = match self.met_at(*item) {
                Some(stage) if stage >= COVERED => return None,
                Some(_) => Need::Met(COVERED),
                None => Need::Answers,
            };
            Some(Lever { what: Subject::Item(*item), need })
        });
        Some(Explanation {
            subject: Subject::Coverage(place),
            status: if score.coverage.is_some() { Status::Scored } else { Status::Withheld },
            value: score.coverage,
            entered: vec![Entered::among(Unit::Questions, parts.len(), tagged.len())],
            left_out: Explanation::counted([(Reason::NoScore, small(tagged.len() - parts.len()))]),
            parts,
            better: Better::Higher,
            levers: levers.collect(),
            enough: None,
        })
    }

    fn must_hold(&self, item: ItemIndex) -> Option<Part> {
        let value = f64::from(self.met_at(item)?);
        Some(Part { what: Subject::Item(item), value, weight: None })
    }
}
