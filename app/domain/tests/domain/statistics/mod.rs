//! Published formulas against values that were worked out elsewhere.

mod benchmark;
mod consistency;
mod counts;
mod coverage;
mod intervals;
mod means;
mod order;
mod ranks;
mod reference;

use domain::statistics::{Frequencies, Interval};

type Answers = Frequencies<5, 1, 1>;

fn close(found: f64, expected: f64, within: f64) {
    let close = (found - expected).abs() <= within;
    assert!(close, "expected {expected}, found {found}");
}

fn ends(interval: Option<Interval>, low: f64, high: f64, within: f64) {
    let interval = interval.unwrap();
    close(interval.low, low, within);
    close(interval.high, high, within);
}
