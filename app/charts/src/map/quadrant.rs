//! The four parts of the map and what they mean.

use super::{Direction, MapPoint};
use crate::parts::list;
use crate::values::Share;

/// A part of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quadrant {
    /// Important, and not as it should be.
    First,
    /// Important, and well.
    Kept,
    /// Neither important nor well.
    Later,
    /// Well, and seldom named.
    Calm,
}

/// The importance in the middle: of an even number of points, half-way between the two in the middle. `None` without
/// points on the map.
pub(super) fn median(points: &[MapPoint]) -> Option<Share> {
    let mut shares: Vec<f64> = points.iter().filter_map(on_map).map(|(_, share)| share).collect();
    shares.sort_by(f64::total_cmp);
    let upper = shares.get(shares.len() / 2)?;
    let lower = shares.get((shares.len() - 1) / 2)?;
    Share::new(f64::midpoint(*lower, *upper))
}

/// Index and importance of a point that has both.
pub(super) fn on_map(point: &MapPoint) -> Option<(f64, f64)> {
    Some((point.reading.index()?.get(), point.importance?.get()))
}

impl Quadrant {
    /// Where a point belongs. From the median on something is important, if anybody named it; from 50 on an index is
    /// high, as it is shown.
    pub fn of(point: &MapPoint, median: Option<Share>, direction: Direction) -> Option<Self> {
        let ((_, share), middle) = (on_map(point)?, median?);
        let high = point.reading.index()?.whole() >= 50;
        let important = share > 0.0 && share >= middle.get();
        let well = match direction {
            Direction::HighIsBad => !high,
            Direction::HighIsGood => high,
        };
        Some(match (important, well) {
            (true, false) => Self::First,
            (true, true) => Self::Kept,
            (false, false) => Self::Later,
            (false, true) => Self::Calm,
        })
    }

    /// What the part is called.
    pub const fn words(self, direction: Direction) -> &'static str {
        match (self, direction) {
            (Self::First, _) => "Work on these first",
            (Self::Kept, Direction::HighIsBad) => "Important, not severe",
            (Self::Kept, Direction::HighIsGood) => "Keep this up",
            (Self::Later, Direction::HighIsBad) => "Severe, seldom named",
            (Self::Later, Direction::HighIsGood) | (Self::Calm, Direction::HighIsBad) => "Can wait",
            (Self::Calm, Direction::HighIsGood) => "Good, seldom named",
        }
    }

    /// The parts at the upper left, upper right, lower left and lower right.
    pub const fn corners(direction: Direction) -> [Self; 4] {
        match direction {
            Direction::HighIsBad => [Self::Kept, Self::First, Self::Calm, Self::Later],
            Direction::HighIsGood => [Self::First, Self::Kept, Self::Later, Self::Calm],
        }
    }
}

/// What to work on first, and what is not on the map.
pub(super) fn described(points: &[MapPoint], median: Option<Share>, direction: Direction) -> String {
    let first: Vec<String> = points
        .iter()
        .filter(|point| Quadrant::of(point, median, direction) == Some(Quadrant::First))
        .filter_map(|point| Some(format!("{} ({}, named by {})", point.name, point.reading, point.importance?)))
        .collect();
    let mut sentences = Vec::new();
    match (median, first.as_slice()) {
        (None, _) => sentences.push("No point can be shown.".to_owned()),
        (Some(_), []) => sentences.push("Nothing is both important and in need of work.".to_owned()),
        (Some(_), first) => sentences.push(format!("To work on first: {}.", list(first))),
    }
    let off = off_map(points);
    if median.is_some() && !off.is_empty() {
        sentences.push(format!("Not on the map: {}.", list(&off)));
    }
    sentences.join(" ")
}

/// Names of points that lack an index or an importance, with the reason.
pub(super) fn off_map(points: &[MapPoint]) -> Vec<String> {
    let off = points.iter().filter(|point| on_map(point).is_none());
    off.map(|point| {
        let words = point.reading.absence().map_or("importance not shown", |absence| absence.words());
        format!("{} ({})", point.name, words.to_lowercase())
    })
    .collect()
}
