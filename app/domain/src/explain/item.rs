//! One question.

use super::levers::longest_first;
use super::{Better, Entered, Explainer, Explanation, Lever, Need, Reason, Subject, Unit};
use crate::instrument::{ItemIndex, Scale};
use crate::scoring::{Detail, ItemScore, Status};

impl Explainer<'_> {
    /// The mean of an item: every answer counts the same.
    #[must_use]
    pub fn item(&self, item: ItemIndex) -> Explanation {
        let score = &self.scores.items[item.get()];
        let better = Better::of(self.instrument[self.instrument[item].construct].feeds);
        if score.detail == Detail::Suppressed {
            return Explanation::suppressed(Subject::Item(item), better);
        }
        Explanation {
            subject: Subject::Item(item),
            status: status(score),
            value: score.mean,
            entered: vec![Entered::new(Unit::Answers, score.n)],
            left_out: Explanation::counted([
                (Reason::DontKnow, score.dont_know),
                (Reason::NotApplicable, score.not_applicable),
                (Reason::Blank, score.missing().saturating_sub(score.dont_know)),
            ]),
            parts: Vec::new(),
            better,
            levers: self.item_levers(item, score, better),
            enough: None,
        }
    }

    fn item_levers(&self, item: ItemIndex, score: &ItemScore, better: Better) -> Vec<Lever> {
        let lever = |need| Lever { what: Subject::Item(item), need };
        let Some(mean) = score.mean else {
            return if score.tally.applies() { vec![lever(Need::Answers)] } else { Vec::new() };
        };
        match self.instrument[item].scale {
            // Which stage is met is not told.
            Scale::M5 if !score.detail.is_full() => Vec::new(),
            Scale::M5 => {
                let next = (2..=5).find(|stage| !score.tally.met_at(*stage));
                next.map(|stage| lever(Need::Met(stage))).into_iter().collect()
            }
            Scale::L5 => {
                let room = better.distance(mean, 1.0, 5.0);
                longest_first(std::iter::once(lever(Need::Move { step: room.min(1.0), room })))
            }
        }
    }
}

const fn status(score: &ItemScore) -> Status {
    if score.n > 0 {
        Status::Scored
    } else if score.tally.applies() {
        Status::Withheld
    } else {
        Status::NotApplicable
    }
}
