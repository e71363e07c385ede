//! Short ways to write the parts of a result.

use domain::report::{Blocking, Dial, Figure, MetricRow, Priority, Rung};

/// A figure with its range.
pub fn figure(value: f64, low: f64, high: f64, why: &str) -> Figure {
    Figure {
        value: Some(value),
        text: format!("{value:.0}"),
        range: Some((low, high)),
        range_text: format!("likely {low:.0} to {high:.0}"),
        why: why.to_owned(),
    }
}

/// No figure, and why.
pub fn no_figure(why: &str) -> Figure {
    Figure {
        value: None,
        text: "Too few to tell".to_owned(),
        range: None,
        range_text: String::new(),
        why: why.to_owned(),
    }
}

pub fn dial(name: &str, figure: Figure, band: &str, remark: &str) -> Dial {
    Dial { name: name.to_owned(), figure, band: band.to_owned(), remark: remark.to_owned() }
}

pub fn rung(level: u8, name: &str, share: Option<f64>, text: &str, secured: bool) -> Rung {
    Rung { level, name: name.to_owned(), share, text: text.to_owned(), secured }
}

pub fn blocking(id: &str, topic: &str, stage: &str, gate: bool, reason: &str) -> Blocking {
    Blocking { id: id.to_owned(), topic: topic.to_owned(), stage: stage.to_owned(), gate, reason: reason.to_owned() }
}

pub fn metric(id: &str, topic: &str, answer: &str, value: Option<f64>, n: usize) -> MetricRow {
    let why = format!("The lower median of {n} answers, read on the metric's own scale.");
    let figure = match value {
        Some(value) => {
            Figure { value: Some(value), text: format!("{value:.0}"), range: None, range_text: String::new(), why }
        }
        None => no_figure("Nobody gave a value."),
    };
    MetricRow { id: id.to_owned(), topic: topic.to_owned(), answer: answer.to_owned(), figure, n }
}

pub fn priority(id: &str, action: &str, practice: &str, text: &str, why: &str) -> Priority {
    Priority {
        id: id.to_owned(),
        action: action.to_owned(),
        practice: practice.to_owned(),
        text: text.to_owned(),
        why: why.to_owned(),
    }
}
