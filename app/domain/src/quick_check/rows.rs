//! One row an answer.

use super::{CheckRow, Source, feeds};
use crate::answer::{Cell, MetricCell};
use crate::instrument::{Column, Feeds, Item, ItemIndex, Metric, MetricIndex, MetricKind, Scale};
use crate::report::words::decimal;

/// From this point on somebody agrees that a challenge weighs.
const AGREES: u8 = 4;

impl Source<'_> {
    /// The questions that count towards `wanted`; `marked` are the ids of those to look at.
    pub(super) fn rows(&self, wanted: Feeds, marked: &[&str]) -> Vec<CheckRow> {
        self.columns(wanted)
            .map(|column| {
                let row = match column {
                    Column::Item(index) => self.item_row(index),
                    Column::Metric(index) => self.metric_row(index),
                };
                let attention = row.attention || marked.contains(&row.id.as_str());
                CheckRow { attention, ..row }
            })
            .collect()
    }

    pub(super) fn columns(&self, wanted: Feeds) -> impl Iterator<Item = Column> {
        self.instrument.quick_check.iter().copied().filter(move |column| feeds(self.instrument, *column) == wanted)
    }

    /// What was answered to an item, as given.
    pub(super) fn cell(&self, item: &Item) -> Cell {
        self.answers.get(&item.id).and_then(|given| Cell::parse(given)).unwrap_or_default()
    }

    fn item_row(&self, index: ItemIndex) -> CheckRow {
        let item = &self.instrument[index];
        let cell = self.cell(item);
        let value = match cell {
            Cell::Value(value) => Some(value),
            _ => None,
        };
        let option = value.map(|value| &self.instrument.scale(item.scale).options[usize::from(value) - 1]);
        let detail = match item.scale {
            Scale::M5 => value.and_then(|value| anchor(item, value)).unwrap_or_default(),
            Scale::L5 => item.question.as_str(),
        };
        // A statement that is worded as the opposite is turned round for the bar; the words stay as they were given.
        let turned = value.map(|value| if item.reversed { 6 - value } else { value });
        let heavy = feeds(self.instrument, Column::Item(index)) == Feeds::Severity;
        CheckRow {
            id: item.id.clone(),
            topic: item.topic.clone(),
            text: option.map_or_else(|| absent(cell == Cell::DontKnow, cell.is_blank()), |option| option.label.clone()),
            detail: detail.to_owned(),
            filled: turned.map(f64::from),
            steps: 5,
            attention: heavy && turned.is_some_and(|value| value >= AGREES),
        }
    }

    fn metric_row(&self, index: MetricIndex) -> CheckRow {
        let metric = &self.instrument[index];
        let given = self.answers.get(&metric.id).and_then(|given| MetricCell::parse(&metric.kind, given));
        let cell = given.unwrap_or_default();
        let (steps, detail) = match metric.kind {
            MetricKind::Bands(_) => (6, ""),
            MetricKind::Percent => (1, "Less is better."),
        };
        CheckRow {
            id: metric.id.clone(),
            topic: metric.topic.clone(),
            text: metric_text(metric, cell),
            detail: detail.to_owned(),
            filled: match cell {
                MetricCell::Band(band) => Some(f64::from(band)),
                MetricCell::Percent(percent) => Some(percent / 100.0),
                _ => None,
            },
            steps,
            attention: false,
        }
    }
}

/// What a stage of a practice looks like.
pub(super) fn anchor(item: &Item, stage: u8) -> Option<&str> {
    item.anchors.as_ref()?.get(usize::from(stage).checked_sub(1)?).map(String::as_str)
}

fn metric_text(metric: &Metric, cell: MetricCell) -> String {
    match (cell, &metric.kind) {
        (MetricCell::Band(band), MetricKind::Bands(bands)) => {
            bands.get(usize::from(band) - 1).cloned().unwrap_or_default()
        }
        (MetricCell::Percent(percent), _) => format!("{} %", decimal(percent)),
        _ => absent(cell == MetricCell::DontKnow, cell.is_blank()),
    }
}

fn absent(dont_know: bool, blank: bool) -> String {
    match (dont_know, blank) {
        (true, _) => "Don’t know",
        (_, true) => "Not answered",
        _ => "Not applicable",
    }
    .to_owned()
}
