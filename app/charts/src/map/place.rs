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

/// Directions that are tried in their order: right, left, above, below, then the corners, high enough to pass over a point
/// beside this one.
const DIRECTIONS: [(f64, f64); 8] =
    [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (0.7, -1.0), (-0.7, -1.0), (0.7, 1.0), (-0.7, 1.0)];

/// Distances from the middle of the point, near ones first. From the second on a line leads to the label.
const RINGS: [f64; 4] = [9.0, 20.0, 32.0, 46.0];

/// What labels keep away from.
#[derive(Clone, Copy)]
pub(super) struct Around<'m> {
    /// Where no label may stand.
    pub obstacles: &'m [Extent],
    /// Where one stands only if it finds no other place.
    pub lines: &'m [Extent],
    /// Within which all of them stay.
    pub frame: Extent,
}

/// Places for all labels, each the first that covers neither a point, nor an obstacle, nor a label before it, and if it can,
/// no line. `None` if one finds no such place within the first `rings` distances.
pub(super) fn places(points: &[(f64, f64)], labels: &[String], around: Around<'_>, rings: usize) -> Option<Vec<Place>> {
    let mut taken: Vec<Extent> = around.obstacles.to_vec();
    taken.extend(points.iter().map(|point| Extent::around(*point, 6.0)));
    let mut placed = Vec::new();
    for (point, label) in points.iter().zip(labels) {
        let clear_of =
            |place: &Place, others: &[Extent]| others.iter().all(|other| place.extent.overlap(*other) == 0.0);
        let free: Vec<Place> = candidates(*point, label, rings)
            .filter(|place| around.frame.holds(place.extent) && clear_of(place, &taken))
            .collect();
        let place = *free.iter().find(|place| clear_of(place, around.lines)).or(free.first())?;
        taken.push(place.extent);
        placed.push(place);
    }
    Some(placed)
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
        DIRECTIONS.into_iter().map(move |(right, down)| {
            // Above and below, the letters' height comes on top of the distance.
            let anchor_at = (x + right * reach, y + down * (reach + NOTE * 0.4) + NOTE * MIDDLE);
            let (anchor, left) = match right {
                right if right > 0.0 => (Anchor::Start, anchor_at.0),
                right if right < 0.0 => (Anchor::End, anchor_at.0 - width),
                _ => (Anchor::Middle, anchor_at.0 - width / 2.0),
            };
            let extent =
                Extent { left, top: anchor_at.1 - NOTE * 0.78, right: left + width, foot: anchor_at.1 + NOTE * 0.22 };
            Place { at: anchor_at, anchor, extent, led: ring > 0 }
        })
    })
}
