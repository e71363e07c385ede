//! Challenge severity, benefits realised, delivery performance; and the delivery metrics one by one.

use super::withheld::NOT_SHOWN;
use super::words::{TOO_FEW, answers, count, decimal, inside, list, sentence};
use super::{Dial, Figure, MetricRow, Source};
use crate::explain::Unit;
use crate::instrument::{Feeds, MetricKind};
use crate::scoring::{Detail, METRICS_NEEDED, MetricScore};

impl Source<'_> {
    pub(super) fn dials(&self) -> Vec<Dial> {
        vec![
            self.dial(Feeds::Severity, "Challenge severity", "challenges"),
            self.dial(Feeds::Realisation, "Benefits realised", "benefits"),
            self.delivery_dial(),
        ]
    }

    fn dial(&self, feeds: Feeds, name: &str, things: &str) -> Dial {
        let place = self.instrument.dimension_indices().find(|place| self.instrument[*place].feeds == feeds);
        let found = place.map(|place| self.explain.dimension(place));
        let (entered, total) =
            found.as_ref().map_or((0, 0), |found| (found.count(Unit::Constructs), found.total(Unit::Constructs)));
        let score =
            place.and_then(|place| self.scores.dimensions.iter().find(|score| score.id == self.instrument[place].id));
        let mut scored: Vec<(&str, f64)> = self
            .instrument
            .constructs_feeding(feeds)
            .filter_map(|place| {
                Some((self.instrument[place].short.as_str(), self.scores.constructs[place.get()].mean?))
            })
            .collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1));
        let index = score.and_then(|score| score.index);
        let why = if index.is_some() {
            format!(
                "The mean of {entered} of {total} {things}, each on 0 (all strongly disagree) to 100 (all strongly agree). It is not part of the maturity index. Bands: below 25 low, below 50 moderate, below 75 high, from 75 very high; these limits are ours.{}",
                found.as_ref().map_or(String::new(), |found| self.most(found))
            )
        } else {
            format!("It needs two thirds of the {total} {things} that apply; with a score so far: {entered}.")
        };
        let own = self.instrument.constructs_feeding(feeds).map(|place| &self.scores.constructs[place.get()].detail);
        let detail = Detail::together(own, index.is_some());
        Dial {
            name: name.to_owned(),
            figure: self.told(detail, Figure::new(index, None, TOO_FEW, why)),
            band: score.and_then(|score| score.band).map_or(String::new(), |band| band.word().to_owned()),
            remark: index.map_or(String::new(), |_| remark(feeds, &scored)),
        }
    }

    fn delivery_dial(&self) -> Dial {
        let delivery = &self.scores.delivery;
        let found = self.explain.delivery();
        let known = found.count(Unit::Metrics);
        let why = if delivery.index.is_some() {
            format!(
                "The mean of {} with an answer, each on 0 to 100. Of bands the lower median counts, of percentages the median. It is not part of the maturity index.{}",
                count(known, "metric", "metrics"),
                self.most(&found)
            )
        } else {
            format!("It needs {METRICS_NEEDED} metrics with an answer; so far it is {known}.")
        };
        let words: Vec<String> = delivery
            .metrics
            .iter()
            .zip(&self.instrument.metrics)
            .filter_map(|(score, metric)| Some((score.score?, &metric.topic)))
            .map(|(score, topic)| format!("{} {}", inside(topic), super::words::whole(score)))
            .take(2)
            .collect();
        let detail: Vec<&Detail> = delivery.metrics.iter().map(|metric| &metric.detail).collect();
        let detail = Detail::together(detail.into_iter(), delivery.index.is_some());
        Dial {
            name: "Delivery performance".to_owned(),
            figure: self.told(detail, Figure::new(delivery.index, None, TOO_FEW, why)),
            band: String::new(),
            remark: delivery.index.map_or(String::new(), |_| sentence(&list(&words))),
        }
    }

    pub(super) fn delivery(&self) -> Vec<MetricRow> {
        self.scores
            .delivery
            .metrics
            .iter()
            .zip(&self.instrument.metrics)
            .map(|(score, metric)| MetricRow {
                id: metric.id.clone(),
                topic: metric.topic.clone(),
                answer: match score.detail {
                    Detail::Suppressed => NOT_SHOWN.to_lowercase(),
                    Detail::Full | Detail::Coarse => median_in_words(score, &metric.kind),
                },
                figure: self.told(
                    score.detail,
                    Figure::new(
                        score.score,
                        None,
                        "–",
                        match (score.n, &metric.kind) {
                            (0, _) => "No answers.".to_owned(),
                            (n, MetricKind::Bands(_)) => format!("{}; the lower median band, of six.", answers(n)),
                            (n, MetricKind::Percent) => format!("{}; 100 less the median.", answers(n)),
                        },
                    ),
                ),
                n: Self::number(score.detail, score.n),
            })
            .collect()
    }
}

/// "Skill gaps weigh most", "Working together leads, cost and scale lag".
fn remark(feeds: Feeds, scored: &[(&str, f64)]) -> String {
    let (Some(first), Some(last)) = (scored.first(), scored.last()) else { return String::new() };
    if first.1 <= last.1 {
        return "All the same".to_owned();
    }
    match feeds {
        Feeds::Severity => format!("Heaviest: {}", inside(first.0)),
        _ => format!("Furthest: {}; least: {}", inside(first.0), inside(last.0)),
    }
}

fn median_in_words(score: &MetricScore, kind: &MetricKind) -> String {
    match (score.median, kind) {
        (None, _) => "no answers".to_owned(),
        (Some(percent), MetricKind::Percent) => format!("{} %", decimal(percent)),
        (Some(band), MetricKind::Bands(bands)) => {
            // Bands are 1 to 6.
            bands
                .iter()
                .zip(1_u8..)
                .find(|(_, place)| f64::from(*place) >= band)
                .map_or("", |(text, _)| text)
                .to_owned()
        }
    }
}
