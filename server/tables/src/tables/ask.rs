//! What several tables ask of a figure: whether it exists, and how much of it is told.

use domain::instrument::Feeds;
use domain::scoring::{Certainty, Detail, ItemScore, MetricScore, Status};

use crate::Cell;

/// The word for a status.
pub(super) const fn status(status: Status) -> &'static str {
    match status {
        Status::Scored => "scored",
        Status::NotApplicable => "not_applicable",
        Status::Withheld => "withheld",
        Status::Suppressed => "suppressed",
    }
}

/// The word for a certainty.
pub(super) const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Known => "known",
        Certainty::CannotTell => "cannot_tell",
    }
}

/// The cell of `precision`; empty where there is no figure.
pub(super) fn precision(detail: Detail, exists: bool) -> Cell {
    match detail {
        Detail::Full if exists => "exact".into(),
        Detail::Coarse if exists => "coarse".into(),
        Detail::Full | Detail::Coarse | Detail::Suppressed => Cell::Empty,
    }
}

/// What only rows told in full have.
pub(super) fn full(detail: Detail, value: impl Into<Cell>) -> Cell {
    if detail.is_full() { value.into() } else { Cell::Empty }
}

/// What rows have of which anything is told.
pub(super) fn told(detail: Detail, value: impl Into<Cell>) -> Cell {
    if detail == Detail::Suppressed { Cell::Empty } else { value.into() }
}

/// Whether an item has a figure, by the rule that constructs have: with one value it has.
pub(super) fn item(score: &ItemScore) -> Status {
    match score.detail {
        Detail::Suppressed => Status::Suppressed,
        Detail::Coarse => Status::Scored,
        Detail::Full if score.n > 0 => Status::Scored,
        Detail::Full if score.tally.applies() => Status::Withheld,
        Detail::Full => Status::NotApplicable,
    }
}

/// Whether a metric has a figure.
pub(super) fn metric(score: &MetricScore) -> Status {
    match (score.detail, score.score) {
        (Detail::Suppressed, _) => Status::Suppressed,
        (_, Some(_)) => Status::Scored,
        (_, None) => Status::Withheld,
    }
}

/// The word for what a construct's score counts towards.
pub(super) const fn feeds(feeds: Feeds) -> &'static str {
    match feeds {
        Feeds::Maturity => "maturity",
        Feeds::Severity => "severity",
        Feeds::Realisation => "realisation",
        Feeds::Delivery => "delivery",
    }
}

/// The words that [`feeds`] gives.
pub(super) const FEEDS: &str = "maturity, severity, realisation, delivery";
