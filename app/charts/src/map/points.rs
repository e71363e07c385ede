//! Points with their labels: names where they fit, else numbers.

use super::place::{ALL_RINGS, Around, Place, anywhere, places};
use super::quadrant::{Quadrant, on_map};
use super::{Direction, MapPoint};
use crate::parts::{Look, NOTE, Style, line, text};
use crate::scene::{Anchor, Paint, Shape};
use crate::values::Share;

/// What a point is drawn with.
pub(super) struct Spot<'p> {
    pub point: &'p MapPoint,
    pub at: (f64, f64),
    pub style: Style,
}

/// The points that lie on the map, in their order, `at` giving where.
pub(super) fn spots<'p>(
    points: &'p [MapPoint],
    median: Option<Share>,
    direction: Direction,
    at: impl Fn((f64, f64)) -> (f64, f64),
) -> Vec<Spot<'p>> {
    let spot = |point: &'p MapPoint| {
        let style = match Quadrant::of(point, median, direction)? {
            Quadrant::First => Style::ATTENTION,
            Quadrant::Kept | Quadrant::Later | Quadrant::Calm => Style::SERIES[0],
        };
        Some(Spot { point, at: at(on_map(point)?), style })
    };
    points.iter().filter_map(spot).collect()
}

/// Points and labels; and the names that stand below because the points bear numbers.
pub(super) fn drawn(spots: &[Spot<'_>], around: Around<'_>) -> (Vec<Shape>, Vec<String>) {
    let at: Vec<(f64, f64)> = spots.iter().map(|spot| spot.at).collect();
    let names: Vec<String> = spots.iter().map(|spot| spot.point.name.clone()).collect();
    let numbers: Vec<String> = (1..=spots.len()).map(|number| number.to_string()).collect();
    // One that goes out of a line's way can take the only place of another. Names on lines are better than none.
    let anyhow = Around { lines: &[], ..around };
    let fitting =
        |labels: &[String], rings| places(&at, labels, around, rings).or_else(|| places(&at, labels, anyhow, rings));
    let certain = |placed: Vec<Place>| placed.into_iter().map(Some).collect::<Vec<_>>();
    let (labels, placed, below) = if let Some(placed) = fitting(&names, 1) {
        (names, certain(placed), Vec::new())
    } else {
        let below = names.iter().zip(&numbers).map(|(name, number)| format!("{number} {name}")).collect();
        let placed = fitting(&numbers, ALL_RINGS).map_or_else(
            || at.iter().zip(&numbers).map(|(at, number)| anywhere(*at, number, around.frame)).collect(),
            certain,
        );
        (numbers, placed, below)
    };
    let mut shapes = Vec::new();
    for ((spot, label), place) in spots.iter().zip(labels).zip(placed) {
        shapes.push(Shape::Group { tip: tip(spot.point), shapes: one(spot, label, place) });
    }
    (shapes, below)
}

fn one(spot: &Spot<'_>, label: String, place: Option<Place>) -> Vec<Shape> {
    let mut shapes = Vec::new();
    if let Some(place) = place {
        if place.led {
            let to = match place.anchor {
                Anchor::Start => (place.extent.left - 2.0, place.at.1 - NOTE * 0.35),
                Anchor::End => (place.extent.right + 2.0, place.at.1 - NOTE * 0.35),
                Anchor::Middle if place.at.1 < spot.at.1 => (place.at.0, place.extent.foot),
                Anchor::Middle => (place.at.0, place.extent.top),
            };
            shapes.push(line(spot.at, to, 0.75, Paint::Edge));
        }
        shapes.push(text(place.at, place.anchor, NOTE, Paint::Ink, label));
    }
    shapes.extend(spot.style.mark(spot.at, 5.5, Look::of(spot.point.reading)));
    shapes
}

fn tip(point: &MapPoint) -> String {
    let importance = point.importance.map_or(String::new(), |share| format!(", named by {share}"));
    format!("{}: {}{importance}", point.name, point.reading)
}
