//! The frame of the map, its lines and what is written around it.

use super::place::Around;
use super::quadrant::{Quadrant, off_map, on_map};
use super::{Direction, MapPoint, points};
use crate::chart::{Drawn, Width};
use crate::parts::{MIDDLE, NOTE, list, notes, rounded, text};
use crate::scene::{Anchor, Dash, Extent, Paint, Shape, Weight};
use crate::text::shortened;
use crate::values::Share;

const LEFT: f64 = 44.0;
const TOP: f64 = 26.0;
/// Above and below the points, so that neither they nor the median's name cover the words in the corners.
const CORNER: f64 = 36.0;
/// Half the width of a point, with a little air.
const POINT: f64 = 6.5;
/// Height of a numbered name below the map.
const LINE: f64 = 19.0;

pub(super) fn drawn(points: &[MapPoint], median: Option<Share>, direction: Direction, width: Width) -> Drawn {
    let (right, height) = match width {
        Width::Wide => (width.units() - 12.0, 360.0),
        Width::Narrow => (width.units() - 8.0, 300.0),
    };
    let frame = Extent { left: LEFT, top: TOP, right, foot: TOP + height };
    // A little more than the largest share, in quarters, so that the map is not empty above.
    let most = points.iter().filter_map(on_map).map(|(_, share)| share).fold(0.0, f64::max);
    let most = ((most + 0.05) * 4.0).ceil().clamp(2.0, 4.0) / 4.0;
    let x = |index: f64| frame.left + 8.0 + (frame.right - frame.left - 16.0) * index / 100.0;
    let y = |share: f64| frame.foot - CORNER - (height - 2.0 * CORNER) * share / most;
    let mut shapes = axes(frame, most, x, y, direction);
    let median_y = median.map(|median| y(median.get()));
    let spots = points::spots(points, median, direction, |(index, share)| (x(index), y(share)));
    let (corners, mut obstacles) = corners(frame, direction);
    shapes.extend(corners);
    let mut lines = Vec::new();
    if let (Some(median), Some(y)) = (median, median_y) {
        let cross = cross(frame, (x(50.0), y));
        lines.extend(cross.iter().filter_map(Shape::extent).map(|line| Extent {
            left: line.left - 1.0,
            top: line.top - 1.0,
            right: line.right + 1.0,
            foot: line.foot + 1.0,
        }));
        shapes.extend(cross);
        let label = name_of_the_median(median, frame, y, |at| {
            let marks = spots.iter().map(|spot| Extent::around(spot.at, POINT));
            marks.chain(obstacles.iter().copied()).map(|other| at.overlap(other)).sum()
        });
        obstacles.extend(label.extent());
        shapes.push(label);
    }
    let (marks, names) = points::drawn(&spots, Around { obstacles: &obstacles, lines: &lines, frame });
    shapes.extend(marks);
    let foot = frame.foot + 44.0;
    let (below, used) = columns(&names, foot, width);
    shapes.extend(below);
    let off = off_map(points);
    let off = (!off.is_empty()).then(|| format!("Not on the map: {}.", list(&off)));
    let said: Vec<String> = off.into_iter().chain(rounded(points.iter().map(|point| &point.reading))).collect();
    let (below, height) = notes(&said, (0.0, foot + used), width.units());
    shapes.extend(below);
    Drawn { height: foot + used + height, shapes }
}

fn axes(frame: Extent, most: f64, x: impl Fn(f64) -> f64, y: impl Fn(f64) -> f64, direction: Direction) -> Vec<Shape> {
    let Extent { left, top, right, foot } = frame;
    let points = vec![(left, top), (right, top), (right, foot), (left, foot), (left, top)];
    let mut shapes = vec![Shape::Path { points, width: 1.0, dash: Dash::Solid, paint: Paint::Line }];
    for index in [0_u8, 25, 50, 75, 100] {
        shapes.push(text((x(f64::from(index)), foot + 16.0), Anchor::Middle, NOTE, Paint::Soft, index.to_string()));
    }
    for share in [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().filter(|share| *share <= most) {
        let words = format!("{:.0} %", share * 100.0);
        shapes.push(text((left - 6.0, y(share) + NOTE * MIDDLE), Anchor::End, NOTE, Paint::Soft, words));
    }
    let index = match direction {
        Direction::HighIsBad => "How severe: index",
        Direction::HighIsGood => "How far it has come: index",
    };
    shapes.push(text((right, foot + 33.0), Anchor::End, NOTE, Paint::Soft, index));
    shapes.push(text((0.0, 13.0), Anchor::Start, NOTE, Paint::Soft, "How many named it among the most important"));
    shapes
}

/// The two lines that part the map.
fn cross(frame: Extent, (x, y): (f64, f64)) -> Vec<Shape> {
    let line = |points| Shape::Path { points, width: 1.25, dash: Dash::Dashed, paint: Paint::Brass };
    vec![line(vec![(x, frame.top), (x, frame.foot)]), line(vec![(frame.left, y), (frame.right, y)])]
}

/// Above its line at the right end, or where else it covers least.
fn name_of_the_median(median: Share, frame: Extent, y: f64, covered: impl Fn(Extent) -> f64) -> Shape {
    let (above, below) = (y - 4.0, y + NOTE);
    // Where points lie on the line at both ends.
    let (high, low) = (above - POINT, below + POINT);
    let (right, left) = ((frame.right - 4.0, Anchor::End), (frame.left + 4.0, Anchor::Start));
    let places = [(right, above), (left, above), (right, below), (left, below), (right, high), (right, low)];
    let labels = places
        .map(|((x, anchor), y)| text((x, y), anchor, NOTE, Paint::Brass, format!("median {median}")))
        .map(|label| (label.extent().map_or(0.0, &covered), label));
    let [first, rest @ ..] = labels;
    rest.into_iter().fold(first, |best, other| if other.0 < best.0 { other } else { best }).1
}

/// What the four parts are called, in the corners.
fn corners(frame: Extent, direction: Direction) -> (Vec<Shape>, Vec<Extent>) {
    let (left, right) = ((frame.left + 8.0, Anchor::Start), (frame.right - 8.0, Anchor::End));
    let (top, foot) = (frame.top + 18.0, frame.foot - 9.0);
    let places = [(left, top), (right, top), (left, foot), (right, foot)];
    let shapes: Vec<Shape> = Quadrant::corners(direction)
        .into_iter()
        .zip(places)
        .map(|(part, ((x, anchor), y))| {
            let paint = if part == Quadrant::First { Paint::Warn } else { Paint::Soft };
            text((x, y), anchor, NOTE, paint, part.words(direction))
        })
        .collect();
    let extents = shapes.iter().filter_map(Shape::extent).collect();
    (shapes, extents)
}

/// Numbered names below the map, in columns, read downwards.
fn columns(names: &[String], top: f64, width: Width) -> (Vec<Shape>, f64) {
    let columns = match width {
        Width::Wide => 3,
        Width::Narrow => 2,
    };
    let lines = names.len().div_ceil(columns);
    let pitch = width.units() / columns as f64;
    let shapes = names.iter().enumerate().map(|(i, name)| {
        let at = (pitch * (i / lines) as f64, top + LINE * (i % lines) as f64 + NOTE);
        text(at, Anchor::Start, NOTE, Paint::Ink, shortened(name, pitch - 8.0, NOTE, Weight::Regular))
    });
    (shapes.collect(), LINE * lines as f64)
}
