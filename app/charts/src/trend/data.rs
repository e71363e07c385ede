//! What a trend is made of.

use std::fmt;

use crate::values::Reading;

/// One line of a [`Trend`].
#[derive(Clone, Debug, PartialEq)]
pub struct TrendSeries {
    /// What it is about.
    pub name: String,
    /// A reading for each time.
    pub readings: Vec<Reading>,
}

/// Between two times the questions changed: what lies before and after is not compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The place of the first time with the new questions, from 1 on (the first time is 0).
    pub before: usize,
    /// What happened, in a few words: "New questions from version 2 on".
    pub words: String,
}

/// Why there is no [`Trend`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendFault {
    /// Not 2 to 8 times.
    Times,
    /// Not 1 to 3 series.
    Series,
    /// A series without exactly one reading a time.
    Readings,
    /// A break that does not lie between two times, or after a later one, or twice at one place.
    Breaks,
}

impl fmt::Display for TrendFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Times => "a trend has 2 to 8 times",
            Self::Series => "a trend has 1 to 3 series",
            Self::Readings => "a series needs one reading for each time",
            Self::Breaks => "breaks lie between two times, in their order, one at a place",
        })
    }
}

impl std::error::Error for TrendFault {}

/// Readings of up to three series at up to eight times.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    times: Vec<String>,
    series: Vec<TrendSeries>,
    breaks: Vec<Break>,
}

impl Trend {
    /// `times` are the names of the times, earliest first; `breaks` stand in their order.
    pub fn new(times: Vec<String>, series: Vec<TrendSeries>, breaks: Vec<Break>) -> Result<Self, TrendFault> {
        if !(2..=8).contains(&times.len()) {
            return Err(TrendFault::Times);
        }
        if !(1..=3).contains(&series.len()) {
            return Err(TrendFault::Series);
        }
        if series.iter().any(|series| series.readings.len() != times.len()) {
            return Err(TrendFault::Readings);
        }
        let between = breaks.iter().all(|one| (1..times.len()).contains(&one.before));
        if !between || !breaks.is_sorted_by(|one, next| one.before < next.before) {
            return Err(TrendFault::Breaks);
        }
        Ok(Self { times, series, breaks })
    }

    pub(super) fn times(&self) -> &[String] {
        &self.times
    }

    pub(super) fn series(&self) -> &[TrendSeries] {
        &self.series
    }

    pub(super) fn breaks(&self) -> &[Break] {
        &self.breaks
    }

    /// Stretches of times within which figures can be compared, each with its first time and the one after its last.
    pub(super) fn stretches(&self) -> Vec<(usize, usize)> {
        let starts = std::iter::once(0).chain(self.breaks.iter().map(|one| one.before));
        let ends = self.breaks.iter().map(|one| one.before).chain([self.times.len()]);
        starts.zip(ends).collect()
    }
}
