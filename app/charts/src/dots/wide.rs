//! A line a row: name, axis, figure, range.

use super::{DotRow, MARK, entries, tip};
use crate::axis::Axis;
use crate::chart::{Drawn, Width};
use crate::parts::{MIDDLE, NOTE, TEXT, legend, mark, strong, text};
use crate::scene::{Anchor, Dash, Paint, Shape, Weight};
use crate::text::{shortened, text_width};
use crate::values::Emphasis;

const ROW: f64 = 32.0;
const TOP: f64 = 26.0;
const WIDTH: f64 = Width::Wide.units();
const NAME: f64 = 176.0;
/// Right edges of the columns of figures and ranges.
const FIGURE: f64 = 606.0;
const RANGE: f64 = WIDTH;
const AXIS: Axis = Axis { start: NAME + 20.0, length: 360.0 };

pub(super) fn drawn(rows: &[DotRow]) -> Drawn {
    let foot = TOP + ROW * rows.len() as f64;
    let head = TOP - 12.0;
    let mut shapes = vec![
        text((FIGURE, head), Anchor::End, NOTE, Paint::Soft, "Index"),
        text((RANGE, head), Anchor::End, NOTE, Paint::Soft, "Range"),
    ];
    shapes.extend(AXIS.grid(TOP - 4.0, foot, 1.0));
    shapes.extend(AXIS.labels(foot + 17.0, NOTE, WIDTH));
    for (i, row) in rows.iter().enumerate() {
        shapes.push(Shape::Group { tip: tip(row), shapes: drawn_row(row, TOP + ROW * (i as f64 + 0.5)) });
    }
    let (below, height) = legend(&entries(rows), (AXIS.start, foot + 30.0), WIDTH - AXIS.start);
    shapes.extend(below);
    Drawn { height: foot + 30.0 + height, shapes }
}

fn drawn_row(row: &DotRow, y: f64) -> Vec<Shape> {
    let base = y + TEXT * MIDDLE;
    // Colour is never the only sign.
    let (weight, paint) = match row.emphasis {
        Emphasis::Usual => (Weight::Regular, Paint::Ink),
        Emphasis::Attention => (Weight::Strong, Paint::Warn),
    };
    let name = shortened(&row.name, NAME, TEXT, weight);
    let mut shapes =
        vec![Shape::Text { at: (NAME, base), anchor: Anchor::End, size: TEXT, weight, paint: Paint::Ink, text: name }];
    if let Some(absence) = row.reading.absence() {
        // Words where the dot would be looked for, and a dotted line on to where it might have been.
        let after = AXIS.x(0.0) + 18.0 + text_width(absence.words(), TEXT, Weight::Regular);
        shapes.push(text((AXIS.x(0.0) + 10.0, base), Anchor::Start, TEXT, Paint::Soft, absence.words()));
        shapes.push(Shape::Path {
            points: vec![(after, y), (AXIS.x(100.0), y)],
            width: 1.0,
            dash: Dash::Dotted,
            paint: Paint::Edge,
        });
    } else {
        shapes.extend(mark(AXIS, y, MARK, row.reading, row.emphasis));
        shapes.push(strong((FIGURE, base), Anchor::End, TEXT, paint, row.reading.short()));
        shapes.push(text((RANGE, base), Anchor::End, TEXT, Paint::Soft, row.reading.short_range()));
    }
    shapes
}
