//! Delivery performance: the metrics of the one model or service that the round names.

use serde::{Deserialize, Serialize};

use super::status::{Detail, Status};
use super::tally::Tally;
use crate::instrument::{Instrument, MetricKind};
use crate::statistics::{mean, median};

/// Metrics that the index needs at least.
pub const METRICS_NEEDED: usize = 3;

/// Delivery performance.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeliveryScore {
    /// Whether there is an index.
    pub status: Status,
    /// Mean score of the metrics that have a value, 0 to 100.
    pub index: Option<f64>,
    /// The metrics, in order.
    pub metrics: Vec<MetricScore>,
}

/// Figures of one metric.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MetricScore {
    /// The metric.
    pub id: String,
    /// How much is told.
    #[serde(default, skip_serializing_if = "Detail::is_full")]
    pub detail: Detail,
    /// How many values were given; of a coarse figure the least number it can be.
    pub n: usize,
    /// The lower median band, 1 to 6, or the median percentage.
    pub median: Option<f64>,
    /// 0 to 100, of which more is better.
    pub score: Option<f64>,
}

impl DeliveryScore {
    pub(super) fn of(metrics: Vec<MetricScore>) -> Self {
        let scores: Vec<f64> = metrics.iter().filter_map(|metric| metric.score).collect();
        let index = (scores.len() >= METRICS_NEEDED).then(|| mean(&scores)).flatten();
        let status = if index.is_some() { Status::Scored } else { Status::Withheld };
        Self { status, index, metrics }
    }
}

impl MetricScore {
    pub(super) fn all(instrument: &Instrument, tally: &Tally) -> Vec<Self> {
        let metrics = instrument.metrics.iter().zip(&tally.metrics);
        metrics.map(|(metric, values)| Self::of(&metric.id, &metric.kind, values)).collect()
    }

    fn of(id: &str, kind: &MetricKind, values: &[f64]) -> Self {
        let (median, score) = match kind {
            MetricKind::Bands(_) => {
                let band = lower_median(values);
                (band, band.map(|band| (band - 1.0) * 20.0))
            }
            MetricKind::Percent => {
                let percent = median(values);
                (percent, percent.map(|percent| 100.0 - percent))
            }
        };
        Self { id: id.to_owned(), detail: Detail::Full, n: values.len(), median, score }
    }
}

/// The lower of the two middle values: half a band is no answer.
fn lower_median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}
