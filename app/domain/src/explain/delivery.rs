//! Delivery performance and its metrics.

use super::levers::longest_first;
use super::parts::small;
use super::{Better, Entered, Explainer, Explanation, Lever, Need, Part, Reason, Subject, Unit};
use crate::instrument::{MetricIndex, MetricKind};
use crate::scoring::{Detail, Status};

/// What a band is of a score.
const BAND: f64 = 20.0;

impl Explainer<'_> {
    /// The index of delivery performance: every metric with an answer counts the same.
    #[must_use]
    pub fn delivery(&self) -> Explanation {
        let delivery = &self.scores.delivery;
        if delivery.status == Status::Suppressed {
            return Explanation::suppressed(Subject::Delivery, Better::Higher);
        }
        let metrics = || self.instrument.metric_indices().zip(&delivery.metrics);
        let known: Vec<(MetricIndex, f64)> = metrics().filter_map(|(place, one)| Some((place, one.score?))).collect();
        let weight = 1.0 / known.len().max(1) as f64;
        let total = self.instrument.metrics.len();
        let hidden = metrics().filter(|(_, one)| one.detail == Detail::Suppressed).count();
        let levers = if delivery.index.is_some() {
            longest_first(known.iter().map(|(place, score)| self.metric_lever(*place, *score, weight)))
        } else {
            let open = metrics().filter(|(_, one)| one.score.is_none());
            open.map(|(place, _)| Lever { what: Subject::Metric(place), need: Need::Answers }).collect()
        };
        Explanation {
            subject: Subject::Delivery,
            status: delivery.status,
            value: delivery.index,
            entered: vec![Entered::among(Unit::Metrics, known.len(), total)],
            left_out: Explanation::counted([
                (Reason::NoScore, small(total.saturating_sub(known.len() + hidden))),
                (Reason::NotPublished, small(hidden)),
            ]),
            parts: known
                .into_iter()
                .map(|(place, value)| Part { what: Subject::Metric(place), value, weight: Some(weight) })
                .collect(),
            better: Better::Higher,
            levers,
            enough: None,
        }
    }

    /// The score of a metric: the middle answer.
    #[must_use]
    pub fn metric(&self, metric: MetricIndex) -> Explanation {
        let score = &self.scores.delivery.metrics[metric.get()];
        if score.detail == Detail::Suppressed {
            return Explanation::suppressed(Subject::Metric(metric), Better::Higher);
        }
        Explanation {
            subject: Subject::Metric(metric),
            status: if score.score.is_some() { Status::Scored } else { Status::Withheld },
            value: score.score,
            entered: vec![Entered::new(Unit::Answers, small(score.n))],
            left_out: Vec::new(),
            parts: Vec::new(),
            better: Better::Higher,
            levers: match score.score {
                Some(score) => longest_first(std::iter::once(self.metric_lever(metric, score, 1.0))),
                None => vec![Lever { what: Subject::Metric(metric), need: Need::Answers }],
            },
            enough: None,
        }
    }

    fn metric_lever(&self, metric: MetricIndex, score: f64, weight: f64) -> Lever {
        let room = weight * Better::Higher.distance(score, 0.0, 100.0);
        let step = match self.instrument[metric].kind {
            MetricKind::Bands(_) => BAND,
            MetricKind::Percent => 1.0,
        };
        Lever { what: Subject::Metric(metric), need: Need::Move { step: room.min(weight * step), room } }
    }
}
