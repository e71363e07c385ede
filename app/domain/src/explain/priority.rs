//! The priority of a practice: its gap, times what it would ease and bring, by its effort.

use super::parts::small;
use super::{Better, Entered, Explainer, Explanation, Lever, Need, Part, Reason, Subject, Unit};
use crate::instrument::ConstructIndex;
use crate::scoring::Status;

impl Explainer<'_> {
    /// The priority of a practice; `None` of what is no practice with a score. Its parts are the linked challenges and
    /// benefits with a score, by their weight in S/2 + B/2; its levers what would settle it: the items that block the
    /// next level, and the target.
    #[must_use]
    pub fn priority(&self, practice: ConstructIndex) -> Option<Explanation> {
        let row = self.scores.priorities.iter().find(|row| row.practice == self.instrument[practice].id)?;
        let links = self.instrument.practices.list.iter().find(|one| one.construct == practice)?;
        let scored = |places: &[ConstructIndex]| -> Vec<Part> {
            let found: Vec<(ConstructIndex, f64)> =
                places.iter().filter_map(|place| Some((*place, self.scores.constructs[place.get()].index?))).collect();
            let weight = 0.5 / found.len().max(1) as f64;
            let part = |(place, value)| Part { what: Subject::Construct(place), value, weight: Some(weight) };
            found.into_iter().map(part).collect()
        };
        let parts = [scored(&links.challenges), scored(&links.benefits)].concat();
        let linked = links.challenges.len() + links.benefits.len();
        let hidden = links.challenges.iter().chain(&links.benefits);
        let hidden = hidden.filter(|place| self.scores.constructs[place.get()].status == Status::Suppressed).count();
        let own = self.instrument[practice].items;
        let mut levers = self.level().levers;
        levers.retain(|lever| {
            let blocks = matches!(lever.need, Need::Met(_) | Need::Gate(_));
            blocks && own.iter().any(|item| lever.what == Subject::Item(*item))
        });
        if row.gap_fraction > 0.0 {
            let need = Need::Mean(f64::from(self.instrument.practices.target));
            levers.push(Lever { what: Subject::Construct(practice), need });
        }
        Some(Explanation {
            subject: Subject::Priority(practice),
            status: Status::Scored,
            value: Some(row.priority),
            entered: vec![Entered::among(Unit::Constructs, parts.len(), linked)],
            left_out: Explanation::counted([
                (Reason::NoScore, small(linked - parts.len() - hidden)),
                (Reason::NotPublished, small(hidden)),
            ]),
            parts,
            better: Better::Neither,
            levers,
            enough: None,
        })
    }
}
