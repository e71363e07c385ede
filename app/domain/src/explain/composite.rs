//! Dimensions and the maturity index: means of constructs, each of which weighs the same.

use super::levers::longest_first;
use super::parts::small;
use super::{Better, Entered, Explainer, Explanation, Lever, Need, Part, Reason, Subject, Unit};
use crate::instrument::{ConstructIndex, DimensionIndex, Feeds};
use crate::scoring::{Status, index};

impl Explainer<'_> {
    /// The index of a dimension; of that of the delivery metrics, their index.
    #[must_use]
    pub fn dimension(&self, dimension: DimensionIndex) -> Explanation {
        let own = &self.instrument[dimension];
        if own.feeds == Feeds::Delivery {
            return Explanation { subject: Subject::Dimension(dimension), ..self.delivery() };
        }
        let found = self.scores.dimensions.iter().find(|score| score.id == own.id);
        let (status, value) = found.map_or((Status::Withheld, None), |score| (score.status, score.index));
        let better = Better::of(own.feeds);
        self.mean_of(Subject::Dimension(dimension), &own.constructs, status, value, better)
    }

    /// The maturity index.
    #[must_use]
    pub fn maturity(&self) -> Explanation {
        let maturity = &self.scores.maturity;
        let practices: Vec<ConstructIndex> = self.instrument.constructs_feeding(Feeds::Maturity).collect();
        let mut found = self.mean_of(Subject::Maturity, &practices, maturity.status, maturity.index, Better::Higher);
        if found.status != Status::Suppressed {
            found.entered.push(Entered::new(Unit::People, maturity.n));
        }
        found
    }

    fn mean_of(
        &self,
        subject: Subject,
        constructs: &[ConstructIndex],
        status: Status,
        value: Option<f64>,
        better: Better,
    ) -> Explanation {
        if status == Status::Suppressed {
            return Explanation::suppressed(subject, better);
        }
        let score = |place: ConstructIndex| &self.scores.constructs[place.get()];
        let scored: Vec<(ConstructIndex, f64)> =
            constructs.iter().filter_map(|place| Some((*place, score(*place).index?))).collect();
        let having = |status| constructs.iter().filter(|place| score(**place).status == status).count();
        let (beside, hidden) = (having(Status::NotApplicable), having(Status::Suppressed));
        let weight = 1.0 / scored.len().max(1) as f64;
        // One stage of one of three questions.
        let one = index(2.0) / 3.0 * weight;
        let levers = if value.is_some() {
            longest_first(scored.iter().map(|(place, index)| {
                let room = weight * better.distance(*index, 0.0, 100.0);
                Lever { what: Subject::Construct(*place), need: Need::Move { step: room.min(one), room } }
            }))
        } else {
            let absent = constructs.iter().filter(|place| score(**place).index.is_none());
            let absent = absent.filter(|place| score(**place).status != Status::NotApplicable);
            absent.map(|place| Lever { what: Subject::Construct(*place), need: Need::Answers }).collect()
        };
        Explanation {
            subject,
            status,
            value,
            entered: vec![Entered::among(Unit::Constructs, scored.len(), constructs.len())],
            left_out: Explanation::counted([
                (Reason::NoScore, small(constructs.len() - scored.len() - beside - hidden)),
                (Reason::DoesNotApply, small(beside)),
                (Reason::NotPublished, small(hidden)),
            ]),
            parts: scored
                .into_iter()
                .map(|(place, value)| Part { what: Subject::Construct(place), value, weight: Some(weight) })
                .collect(),
            better,
            levers,
            enough: None,
        }
    }
}
