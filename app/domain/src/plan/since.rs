//! What has moved since the round that an action was made from: the practice's score, and delivery.

use crate::comparison::{Comparison, Side, compare_rounds};
use crate::instrument::Instrument;
use crate::report::withheld::NOT_SHOWN;
use crate::report::words::{TOO_FEW, whole};
use crate::scoring::{DeliveryScore, Detail, Scores};

/// Which way a figure went, as far as it can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is higher, by a point at least, and not by chance as far as that can be told.
    Rose,
    /// It is lower, by a point at least, and not by chance as far as that can be told.
    Fell,
    /// It is another figure, and chance may have made it so.
    Unclear,
    /// It is the same to the point.
    Stayed,
    /// It cannot be told.
    Unknown,
}

/// A figure in two rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which way it went.
    pub way: Way,
    /// In words: "40 then, 55 now: +15. Could be chance (p .21)."
    pub words: String,
}

/// Two published rounds of a team, the earlier one first.
#[derive(Clone, Debug)]
pub struct Since {
    comparison: Comparison,
    /// How delivery moved.
    pub delivery: Moved,
}

impl Since {
    /// Holds an earlier round against a later one: what each was asked by, and what it publishes.
    #[must_use]
    pub fn of(
        instrument: &Instrument,
        [then, now]: [Option<&Instrument>; 2],
        [before, after]: [Option<&Scores>; 2],
    ) -> Self {
        let sides = [
            Side { instrument: then, scores: before, follows: false },
            Side { instrument: now, scores: after, follows: true },
        ];
        let delivery = match (before, after) {
            (Some(before), Some(after)) => delivery(&before.delivery, &after.delivery),
            _ => Moved::unknown(),
        };
        Self { comparison: compare_rounds(instrument, &sides), delivery }
    }

    /// How a practice's score moved.
    #[must_use]
    pub fn practice(&self, id: &str) -> Moved {
        let Some(row) = self.comparison.rows.iter().find(|row| row.id == id) else { return Moved::unknown() };
        let shown = |place: usize| row.cells.get(place).and_then(|cell| cell.figure.as_ref());
        let (Some(before), Some(after), Some(contrast)) = (shown(0), shown(1), &row.contrast) else {
            return Moved::unknown();
        };
        let sides = format!("{} then, {} now", before.text(), after.text().to_lowercase());
        if !contrast.is_number() {
            let why = contrast.difference.to_lowercase();
            return Moved { way: Way::Unknown, words: format!("{sides}: {why}.") };
        }
        let range = if contrast.range.is_empty() { String::new() } else { format!(" ({})", contrast.range) };
        let chance = if contrast.chance.is_empty() { String::new() } else { format!(" {}.", contrast.chance) };
        let words = format!("{sides}: {}{range}.{chance}", contrast.difference);
        let way = match way(&contrast.difference) {
            Way::Rose | Way::Fell if !contrast.is_told_from_chance() => Way::Unclear,
            way => way,
        };
        Moved { way, words }
    }

    /// Whether both moved, in a sentence.
    #[must_use]
    pub fn verdict(&self, practice: &str) -> &'static str {
        use Way::{Fell, Rose, Stayed, Unclear, Unknown};
        match (self.practice(practice).way, self.delivery.way) {
            (Rose, Rose) => "The score rose, and so did delivery.",
            (Rose, Stayed) => "The score rose; delivery stayed where it was.",
            (Rose, Fell) => "The score rose, but delivery fell.",
            (Stayed, Rose) => "Delivery rose; the score stayed where it was.",
            (Stayed, Stayed) => "Neither score nor delivery has moved.",
            (Stayed, Fell) => "Delivery fell; the score stayed where it was.",
            (Fell, Rose) => "The score fell, but delivery rose.",
            (Fell, Stayed) => "The score fell; delivery stayed where it was.",
            (Fell, Fell) => "The score fell, and so did delivery.",
            (Unclear, Rose) => "Chance may have moved the score; delivery rose.",
            (Unclear, Stayed) => "Chance may have moved the score; delivery stayed where it was.",
            (Unclear, Fell) => "Chance may have moved the score; delivery fell.",
            // Delivery has no range, so nothing is said of chance there.
            (Unclear, Unclear | Unknown) => "Chance may have moved the score; of delivery too little is known to tell.",
            (Rose, Unclear | Unknown) => "The score rose; of delivery too little is known to tell.",
            (Stayed, Unclear | Unknown) => "The score stayed where it was; of delivery too little is known to tell.",
            (Fell, Unclear | Unknown) => "The score fell; of delivery too little is known to tell.",
            (Unknown, Rose) => "Delivery rose; of the score too little is known to tell.",
            (Unknown, Stayed) => "Delivery stayed where it was; of the score too little is known to tell.",
            (Unknown, Fell) => "Delivery fell; of the score too little is known to tell.",
            (Unknown, Unclear | Unknown) => "Too few to tell whether anything moved.",
        }
    }
}

impl Moved {
    fn unknown() -> Self {
        Self { way: Way::Unknown, words: format!("{TOO_FEW}.") }
    }
}

/// Which way a difference goes that is written with its sign.
fn way(difference: &str) -> Way {
    if difference.starts_with('+') {
        Way::Rose
    } else if difference.starts_with('\u{2212}') {
        Way::Fell
    } else {
        Way::Stayed
    }
}

fn told(delivery: &DeliveryScore) -> String {
    let all_hidden = delivery.metrics.iter().all(|metric| metric.detail == Detail::Suppressed);
    match delivery.index {
        Some(index) if is_full(delivery) => whole(index),
        Some(index) => format!("about {}", whole(index)),
        None if !delivery.metrics.is_empty() && all_hidden => NOT_SHOWN.to_owned(),
        None => TOO_FEW.to_owned(),
    }
}

fn is_full(delivery: &DeliveryScore) -> bool {
    let mut with_score = delivery.metrics.iter().filter(|metric| metric.score.is_some());
    with_score.all(|metric| metric.detail.is_full())
}

/// The index is the mean of the metrics that have a value, so it is held against one of the same metrics only. It has no
/// range: chance is not told.
fn delivery(before: &DeliveryScore, after: &DeliveryScore) -> Moved {
    let sides = format!("{} then, {} now", told(before), told(after).to_lowercase());
    let entered = |delivery: &DeliveryScore| -> Vec<String> {
        let with_score = delivery.metrics.iter().filter(|metric| metric.score.is_some());
        with_score.map(|metric| metric.id.clone()).collect()
    };
    let (Some(first), Some(second)) = (before.index, after.index) else {
        return Moved { way: Way::Unknown, words: format!("{sides}: too few to tell.") };
    };
    if entered(before) != entered(after) {
        return Moved {
            way: Way::Unknown,
            words: format!("{sides}: other metrics were answered, so they are not compared."),
        };
    }
    if !is_full(before) || !is_full(after) {
        return Moved { way: Way::Unknown, words: format!("{sides}. These figures are rounded: too few to tell.") };
    }
    let points = whole((second - first).abs());
    let (way, difference) = match (points.as_str(), second > first) {
        ("0", _) => (Way::Stayed, "0".to_owned()),
        (points, true) => (Way::Rose, format!("+{points}")),
        (points, false) => (Way::Fell, format!("\u{2212}{points}")),
    };
    let chance = "It has no range, so it cannot be told whether that is chance.";
    Moved { way, words: format!("{sides}: {difference}. {chance}") }
}
