//! Labels beside points, placed so that they cover nothing.

use crate::parts::{MIDDLE, NOTE};
use crate::scene::{Anchor, Extent, Weight};
use crate::text::text_width;

/// Where a label stands: its anchor on the base line, and how far from its point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub at: (f64, f64),
    pub anchor: Anchor,
    pub extent: Extent,
    /// Whether it is so far that a line must lead to it.
    pub led: bool,
}

/// A direction that is tried: to the right and down in reaches, and how much of the label lies to the left of there.
type Direction = (f64, f64, f64);

/// In this order: right, left, above, below, then the corners, high enough to pass over a point beside this one, then above
/// and below once more, to one side.
const DIRECTIONS: [Direction; 12] = [
    (1.0, 0.0, 0.0),
    (-1.0, 0.0, 1.0),
    (0.0, -1.0, 0.5),
    (0.0, 1.0, 0.5),
    (0.7, -1.0, 0.0),
    (-0.7, -1.0, 1.0),
    (0.7, 1.0, 0.0),
    (-0.7, 1.0, 1.0),
    (0.0, -1.0, 0.25),
    (0.0, -1.0, 0.75),
    (0.0, 1.0, 0.25),
    (0.0, 1.0, 0.75),
];

/// How much nearer a label is to its own point than to any other: less, and one could be taken for the other's.
const NEARER: f64 = 1.0;

/// Distances from the middle of the point, near ones first. From the second on a line leads to the label.
const RINGS: [f64; 4] = [9.0, 20.0, 32.0, 46.0];

/// What labels keep away from.
#[derive(Clone, Copy)]
pub(super) struct Around<'m> {
    /// Where no label may stand.
    pub obstacles: &'m [Extent],
    /// Of which one covers as little as can be.
    pub lines: &'m [Extent],
    /// Within which all of them stay.
    pub frame: Extent,
}

/// Places for all labels, each one that can be taken for no other point's, covers neither a point, nor an obstacle, nor a label
/// before it, and as little of lines as can be; the first of several. `None` if one finds no such place within the first `rings` distances.
pub(super) fn places(points: &[(f64, f64)], labels: &[String], around: Around<'_>, rings: usize) -> Option<Vec<Place>> {
    let mut taken: Vec<Extent> = around.obstacles.to_vec();
    taken.extend(points.iter().map(|point| Extent::around(*point, 6.0)));
    let mut placed = Vec::new();
    for (point, label) in points.iter().zip(labels) {
        let crossed = |place: &Place| around.lines.iter().map(|line| place.extent.overlap(*line)).sum::<f64>();
        let place = candidates(*point, label, rings)
            .filter(|place| around.frame.holds(place.extent))
            .filter(|place| taken.iter().all(|other| place.extent.overlap(*other) == 0.0))
            .filter(|place| place.led || is_of(place, *point, points))
            .min_by(|one, other| crossed(one).total_cmp(&crossed(other)))?;
        taken.push(place.extent);
        placed.push(place);
    }
    Some(placed)
}

/// Whether a label there is seen to be this point's. One at the same spot has as much of a claim to it.
fn is_of(place: &Place, point: (f64, f64), points: &[(f64, f64)]) -> bool {
    let own = place.extent.distance(point);
    points
        .iter()
        .filter(|other| (other.0 - point.0).hypot(other.1 - point.1) > NEARER)
        .all(|other| own + NEARER <= place.extent.distance(*other))
}

/// The first place that is within the frame, whatever it covers: for what is so crowded that nothing helps.
pub(super) fn anywhere(point: (f64, f64), label: &str, frame: Extent) -> Option<Place> {
    candidates(point, label, RINGS.len()).find(|place| frame.holds(place.extent))
}

/// All rings.
pub(super) const ALL_RINGS: usize = RINGS.len();

fn candidates((x, y): (f64, f64), label: &str, rings: usize) -> impl Iterator<Item = Place> {
    let width = text_width(label, NOTE, Weight::Regular);
    RINGS.into_iter().take(rings).enumerate().flat_map(move |(ring, reach)| {
        DIRECTIONS.into_iter().map(move |(right, down, left_part)| {
            // Above and below, the letters' height comes on top of the distance.
            let base = (x + right * reach, y + down * (reach + NOTE * 0.4) + NOTE * MIDDLE);
            let left = base.0 - width * left_part;
            let (anchor, at) = match right {
                right if right > 0.0 => (Anchor::Start, left),
                right if right < 0.0 => (Anchor::End, left + width),
                _ => (Anchor::Middle, left + width / 2.0),
            };
            let anchor_at = (at, base.1);
            let extent =
                Extent { left, top: anchor_at.1 - NOTE * 0.78, right: left + width, foot: anchor_at.1 + NOTE * 0.22 };
            Place { at: anchor_at, anchor, extent, led: ring > 0 }
        })
    })
}
