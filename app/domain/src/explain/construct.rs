//! A construct: three questions.

use super::levers::longest_first;
use super::{Better, Entered, Explainer, Explanation, Lever, Need, Part, Reason, Subject, Unit};
use crate::instrument::ConstructIndex;
use crate::scoring::{Status, index};

impl Explainer<'_> {
    /// The index of a construct. Its items weigh the same for everybody who answered all of them.
    #[must_use]
    pub fn construct(&self, construct: ConstructIndex) -> Explanation {
        let score = &self.scores.constructs[construct.get()];
        let better = Better::of(self.instrument[construct].feeds);
        if score.status == Status::Suppressed {
            return Explanation::suppressed(Subject::Construct(construct), better);
        }
        let items = || self.instrument[construct].items.into_iter();
        let means = || items().filter_map(|item| Some((item, self.scores.items[item.get()].mean?)));
        let weight = 1.0 / means().count().max(1) as f64;
        let levers = if score.mean.is_some() {
            // A point of a mean is 25 of its index.
            let point = index(2.0) * weight;
            longest_first(means().map(|(item, mean)| {
                let room = point * better.distance(mean, 1.0, 5.0);
                Lever { what: Subject::Item(item), need: Need::Move { step: room.min(point), room } }
            }))
        } else {
            let open = items().filter(|item| {
                let score = &self.scores.items[item.get()];
                score.n == 0 && score.tally.applies()
            });
            open.map(|item| Lever { what: Subject::Item(item), need: Need::Answers }).collect()
        };
        Explanation {
            subject: Subject::Construct(construct),
            status: score.status,
            value: score.index,
            entered: vec![Entered::new(Unit::People, score.n)],
            left_out: Explanation::counted([
                (Reason::TooFewAnswered, score.tally.withheld),
                (Reason::NotAsked, score.tally.not_applicable),
            ]),
            parts: match score.mean {
                Some(_) => means()
                    .map(|(item, value)| Part { what: Subject::Item(item), value, weight: Some(weight) })
                    .collect(),
                None => Vec::new(),
            },
            better,
            levers,
            enough: None,
        }
    }
}
