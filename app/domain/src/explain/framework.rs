//! Levels of published models, and frameworks of which a share is covered.

use super::parts::small;
use super::{Better, Entered, Explainer, Explanation, Lever, Need, Part, Reason, Subject, Unit};
use crate::instrument::{Condition, ConstructIndex, ItemIndex, Ladder};
use crate::scoring::{COVERED, Detail, LadderScore, Status};

impl Explainer<'_> {
    /// The level on a published model: all conditions of a level have to hold.
    #[must_use]
    pub fn ladder(&self, place: usize) -> Option<Explanation> {
        let ladder = self.instrument.crosswalk.ladders.get(place)?;
        let score = self.scores.frameworks.ladders.get(place)?;
        let parts = self.decided_by(ladder, score);
        let of = |unit: fn(&Part) -> bool| small(parts.iter().filter(|part| unit(part)).count());
        let constructs = of(|part| matches!(part.what, Subject::Construct(_)));
        let mut entered = vec![Entered::new(Unit::Questions, of(|part| matches!(part.what, Subject::Item(_))))];
        entered.extend((constructs > 0).then(|| Entered::new(Unit::Constructs, constructs)));
        let levers = score.open.iter().map(|condition| match *condition {
            Condition::Met { item, at } => Lever { what: Subject::Item(item), need: Need::Met(at) },
            Condition::Index { construct, at_least } => {
                Lever { what: Subject::Construct(construct), need: Need::Index(at_least) }
            }
        });
        let open = score.open.iter().map(|condition| match condition {
            Condition::Met { item, .. } => {
                let score = &self.scores.items[item.get()];
                (score.detail, score.n)
            }
            Condition::Index { construct, .. } => {
                let score = &self.scores.constructs[construct.get()];
                (score.detail, score.n)
            }
        });
        Some(Explanation {
            subject: Subject::Ladder(place),
            status: Status::Scored,
            value: Some(f64::from(score.level)),
            entered,
            left_out: absent(open),
            parts,
            better: Better::Higher,
            levers: levers.collect(),
            enough: (!score.open.is_empty()).then(|| small(score.open.len())),
        })
    }

    /// What shows the level to be met: the questions and constructs that the levels up to it ask for, each once.
    fn decided_by(&self, ladder: &Ladder, score: &LadderScore) -> Vec<Part> {
        let met = ladder.levels.iter().filter(|level| level.level <= score.level).flat_map(|level| &level.conditions);
        let met = || met.clone().filter(|condition| !score.open.contains(condition));
        let mut items: Vec<ItemIndex> = met()
            .filter_map(|condition| match condition {
                Condition::Met { item, .. } => Some(*item),
                Condition::Index { .. } => None,
            })
            .collect();
        let mut constructs: Vec<ConstructIndex> = met()
            .filter_map(|condition| match condition {
                Condition::Index { construct, .. } => Some(*construct),
                Condition::Met { .. } => None,
            })
            .collect();
        items.sort_unstable();
        items.dedup();
        constructs.sort_unstable();
        constructs.dedup();
        let constructs = constructs.into_iter().filter_map(|construct| {
            let value = self.scores.constructs[construct.get()].index?;
            Some(Part { what: Subject::Construct(construct), value, weight: None })
        });
        items.into_iter().filter_map(|item| self.stage(item, None)).chain(constructs).collect()
    }

    /// The share of a framework that is covered: every practice with an answer counts the same. What would raise it are
    /// the questions without an answer, and those that are shown not to be covered: of one that is told coarsely it may be
    /// open whether it is.
    #[must_use]
    pub fn coverage(&self, place: usize) -> Option<Explanation> {
        let score = self.scores.frameworks.coverages.get(place)?;
        let tagged = &self.instrument.crosswalk.coverages.get(place)?.items;
        let weight = 1.0 / f64::from(score.n_items.max(1));
        let covered = self.covered(tagged, score.n_items - score.n_met);
        let levers = tagged.iter().zip(covered).filter_map(|(item, covered)| {
            let score = &self.scores.items[item.get()];
            let need = match covered {
                Some(false) => Need::Met(COVERED),
                None if score.detail.is_full() => Need::Answers,
                Some(true) | None => return None,
            };
            Some(Lever { what: Subject::Item(*item), need })
        });
        let details = tagged.iter().map(|item| (self.scores.items[item.get()].detail, self.scores.items[item.get()].n));
        Some(Explanation {
            subject: Subject::Coverage(place),
            status: if score.coverage.is_some() { Status::Scored } else { Status::Withheld },
            value: score.coverage,
            entered: vec![Entered::among(Unit::Questions, score.n_items as usize, tagged.len())],
            left_out: absent(details),
            parts: tagged.iter().filter_map(|item| self.stage(*item, Some(weight))).collect(),
            better: Better::Higher,
            levers: levers.collect(),
            enough: None,
        })
    }

    /// Of each item whether it is covered, as far as it is told. How many are not may settle what is open of the others.
    fn covered(&self, tagged: &[ItemIndex], not_covered: u32) -> Vec<Option<bool>> {
        let is_coarse = |item: &ItemIndex| self.scores.items[item.get()].detail == Detail::Coarse;
        let mut told: Vec<Option<bool>> = tagged.iter().map(|item| self.is_met(*item, COVERED)).collect();
        let left = not_covered.saturating_sub(small(told.iter().filter(|covered| **covered == Some(false)).count()));
        let open = tagged.iter().zip(&mut told).filter(|(item, covered)| is_coarse(item) && covered.is_none());
        let open: Vec<&mut Option<bool>> = open.map(|(_, covered)| covered).collect();
        let settled = match left {
            0 => Some(true),
            left => (left == small(open.len())).then_some(false),
        };
        for covered in open {
            *covered = settled;
        }
        told
    }

    /// A question as part of a level or share, if something is told of it.
    fn stage(&self, item: ItemIndex, weight: Option<f64>) -> Option<Part> {
        let value = f64::from(self.least_met(item)?);
        Some(Part { what: Subject::Item(item), value, weight })
    }
}

/// How many of what is asked for have no answers, and of how many it is not told.
fn absent(asked_for: impl Iterator<Item = (Detail, u32)>) -> Vec<super::LeftOut> {
    let without: Vec<Detail> = asked_for.filter(|(_, n)| *n == 0).map(|(detail, _)| detail).collect();
    let hidden = without.iter().filter(|detail| **detail == Detail::Suppressed).count();
    Explanation::counted([(Reason::NoScore, small(without.len() - hidden)), (Reason::NotPublished, small(hidden))])
}
