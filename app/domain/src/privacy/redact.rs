//! The forms in which a figure of a confidential round is told.

use crate::instrument::MetricKind;
use crate::scoring::{ConstructScore, ConstructTally, Detail, ItemScore, ItemTally, MetricScore, Status};
use crate::statistics::Interval;

/// From so many answers on everything is told.
pub const FULL_FROM: u32 = 10;

/// The smallest interval with ends at multiples of five that holds `range`, within 0 to 100. It is never a point: one
/// would say that all gave the same.
pub(super) fn widened(range: Interval) -> Interval {
    let (low, high) = ((range.low / 5.0).floor() * 5.0, (range.high / 5.0).ceil() * 5.0);
    let open = if low < high { Interval { low, high } } else { Interval { low: low - 5.0, high: high + 5.0 } };
    open.clipped(0.0, 100.0)
}

/// The mean, 1 to 5, that belongs to an index as it is shown.
fn mean_of(index: f64) -> f64 {
    1.0 + index / 25.0
}

pub(super) fn hidden_item(id: &str) -> ItemScore {
    let mut score = coarse_item(None, id.to_owned());
    score.detail = Detail::Suppressed;
    score
}

/// An item with its index and agreement only, the latter as the answers have it.
fn coarse_item(index: Option<f64>, id: String) -> ItemScore {
    ItemScore {
        id,
        detail: Detail::Coarse,
        n: 0,
        mean: index.map(mean_of),
        index,
        median: None,
        lower_median: None,
        sd: None,
        ad: None,
        rwg: None,
        counts: [0; 5],
        dont_know: 0,
        not_applicable: 0,
        agreement: None,
        tally: ItemTally::default(),
    }
}

/// An item of which it is not told apart who left it blank and who was not asked: that would say how many have roles that
/// are not asked, roles of very few among them.
pub(super) fn without_blanks(score: &ItemScore) -> ItemScore {
    let mut score = score.clone();
    score.tally.asked = score.n + score.dont_know + score.not_applicable;
    score
}

/// What is told of an item that may be told: `score` itself where it is told in full.
pub(super) fn item(score: ItemScore, k: u8) -> ItemScore {
    match score.detail {
        Detail::Full | Detail::Suppressed => score,
        Detail::Coarse => ItemScore {
            n: u32::from(k),
            agreement: score.agreement,
            ..coarse_item(score.index.map(f64::round), score.id)
        },
    }
}

pub(super) fn hidden_construct(id: &str) -> ConstructScore {
    ConstructScore {
        id: id.to_owned(),
        status: Status::Suppressed,
        detail: Detail::Suppressed,
        n: 0,
        mean: None,
        median: None,
        sd: None,
        index: None,
        ci95: None,
        index_ci95: None,
        role_balanced_mean: None,
        tally: ConstructTally::default(),
    }
}

/// What is told of a construct that may be told, of the whole or of a part. Roles are told by the parts alone.
pub(super) fn construct(score: &ConstructScore, k: u8) -> ConstructScore {
    if score.n >= FULL_FROM {
        // How many answered too little of it is no figure of its own, and not checked as one.
        let mut tally = ConstructTally::default();
        tally.values = score.tally.values;
        return ConstructScore { role_balanced_mean: None, tally, ..score.clone() };
    }
    let Some(exact) = score.index else { return hidden_construct(&score.id) };
    let index = exact.round();
    // All the same has no interval, and must look like nearly the same.
    let range = widened(score.index_ci95.unwrap_or(Interval { low: exact, high: exact }));
    ConstructScore {
        status: Status::Scored,
        detail: Detail::Coarse,
        n: u32::from(k),
        mean: Some(mean_of(index)),
        index: Some(index),
        ci95: Some(range.map(mean_of)),
        index_ci95: Some(range),
        ..hidden_construct(&score.id)
    }
}

/// What is told of a metric. Its one figure is a median, which may be somebody's very answer: below ten answers a
/// percentage is rounded to multiples of five. A band is coarse already.
pub(super) fn metric(score: &MetricScore, kind: &MetricKind, k: u8) -> MetricScore {
    if score.n >= FULL_FROM as usize {
        return score.clone();
    }
    let fives = |value: f64| (value / 5.0).round() * 5.0;
    let (median, score_of) = match kind {
        MetricKind::Bands(_) => (score.median, score.score),
        MetricKind::Percent => (score.median.map(fives), score.median.map(|median| 100.0 - fives(median))),
    };
    MetricScore { id: score.id.clone(), detail: Detail::Coarse, n: usize::from(k), median, score: score_of }
}

pub(super) fn hidden_metric(id: &str) -> MetricScore {
    MetricScore { id: id.to_owned(), detail: Detail::Suppressed, n: 0, median: None, score: None }
}
