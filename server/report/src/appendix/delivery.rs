//! The delivery metrics.

use domain::instrument::{Instrument, Metric, MetricKind};
use domain::scoring::{MetricScore, Scores, Status};

use super::cell::{absent, index, people};
use super::{Room, Row, Table};

pub(super) fn table(instrument: &Instrument, scores: &Scores) -> Table {
    let all = instrument.metrics.iter().zip(&scores.delivery.metrics);
    Table {
        title: "Delivery",
        lead: "The median answer: a band, or a percentage. The score puts it on 0 to 100; high is good.",
        room: Room::Page,
        columns: ["Answers", "Median answer", "Score"].map(str::to_owned).into(),
        rows: all.map(|(metric, score)| row(metric, score)).collect(),
    }
}

fn row(metric: &Metric, score: &MetricScore) -> Row {
    let status = if score.score.is_some() { Status::Scored } else { Status::Withheld };
    if let Some(words) = absent(score.detail, status) {
        return Row::absent(&score.id, &metric.topic, words);
    }
    let cells = vec![people(score.detail, score.n), answer(metric, score), index(score.detail, score.score)];
    Row::told(&score.id, &metric.topic, cells)
}

/// "Weekly to monthly (4)", or "15 %".
fn answer(metric: &Metric, score: &MetricScore) -> String {
    let Some(median) = score.median else { return String::new() };
    match &metric.kind {
        MetricKind::Bands(bands) => {
            // Band 1 comes first.
            let words = (1_u8..).zip(bands).find(|(band, _)| f64::from(*band) >= median);
            words.map_or(String::new(), |(band, words)| format!("{words} ({band})"))
        }
        MetricKind::Percent => format!("{} %", index(score.detail, Some(median))),
    }
}
