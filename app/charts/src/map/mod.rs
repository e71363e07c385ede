//! The importance-performance map (Martilla & James 1977): how far something has come, and how many find it important.

mod drawing;
mod place;
mod points;
mod quadrant;

use crate::chart::{Chart, DataTable, Width};
use crate::values::{Reading, Share};
use quadrant::{Quadrant, median};

/// What a high index means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It is bad, as the severity of a challenge.
    HighIsBad,
    /// It is good, as a benefit that has come about.
    HighIsGood,
}

/// One point of [`importance_map`].
#[derive(Clone, Debug, PartialEq)]
pub struct MapPoint {
    /// What it is about.
    pub name: String,
    /// Its index.
    pub reading: Reading,
    /// The share of people who named it as one of their most important; `None` if it is not shown.
    pub importance: Option<Share>,
}

/// A point for each challenge or benefit, the index to the right and its importance upwards; lines at 50 and at the
/// median importance part it in four. Names stand beside the points if they all find room, else numbers do, with the
/// names below. What lacks an index or an importance is listed below.
pub fn importance_map(title: &str, points: &[MapPoint], direction: Direction, width: Width) -> Chart {
    let median = median(points);
    let part = |point: &MapPoint| Quadrant::of(point, median, direction);
    let cells = points.iter().map(|point| {
        let importance = point.importance.map_or_else(|| "Not shown".to_owned(), |share| share.to_string());
        let words = part(point).map_or("–", |part| part.words(direction)).to_owned();
        [point.name.clone(), point.reading.to_string(), importance, words]
    });
    let table = DataTable::fixed(["Name", "Index, 0 to 100", "Named as important by", "Part of the map"], cells);
    let drawn = drawing::drawn(points, median, direction, width);
    Chart::new(title, quadrant::described(points, median, direction), table, width, drawn)
}
