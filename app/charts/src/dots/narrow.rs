//! Two lines a row: name and figure, and below them the band over the whole width.

use super::{DotRow, MARK, entries, tip};
use crate::axis::Axis;
use crate::chart::{Drawn, Width};
use crate::parts::{NOTE, TEXT, legend, line, mark, strong, text};
use crate::scene::{Anchor, Dash, Paint, Shape, Weight};
use crate::text::{shortened, text_width};
use crate::values::Emphasis;

const ROW: f64 = 54.0;
const WIDTH: f64 = Width::Narrow.units();
/// Left of the figures, room for a range such as "100–100".
const FIGURE: f64 = 36.0;
/// Half a dot and a little more, so that the dots at both ends are whole.
const MARGIN: f64 = 7.0;

pub(super) fn drawn(rows: &[DotRow]) -> Drawn {
    let axis = Axis::within(WIDTH, MARGIN);
    let foot = ROW * rows.len() as f64;
    let mut shapes = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        shapes.push(Shape::Group { tip: tip(row), shapes: drawn_row(row, axis, ROW * i as f64) });
    }
    shapes.extend(axis.labels(foot + 10.0, NOTE, WIDTH));
    let (below, height) = legend(&entries(rows), (0.0, foot + 22.0), WIDTH);
    shapes.extend(below);
    Drawn { height: foot + 22.0 + height, shapes }
}

fn drawn_row(row: &DotRow, axis: Axis, top: f64) -> Vec<Shape> {
    let (base, y) = (top + 18.0, top + 35.0);
    let (weight, paint) = match row.emphasis {
        Emphasis::Usual => (Weight::Regular, Paint::Ink),
        Emphasis::Attention => (Weight::Strong, Paint::Warn),
    };
    let range = row.reading.short_range();
    let said = row.reading.absence().map_or(range, |absence| absence.words().to_owned());
    let right = if row.reading.absence().is_some() { WIDTH } else { WIDTH - FIGURE };
    let room = right - text_width(&said, TEXT, Weight::Regular) - 12.0;
    let name = shortened(&row.name, room, TEXT, weight);
    let mut shapes = vec![
        Shape::Text { at: (0.0, base), anchor: Anchor::Start, size: TEXT, weight, paint: Paint::Ink, text: name },
        text((right, base), Anchor::End, TEXT, Paint::Soft, said),
    ];
    shapes.extend(axis.grid(y - 7.0, y + 7.0, 1.0));
    if row.reading.absence().is_some() {
        let points = vec![(axis.x(0.0), y), (axis.x(100.0), y)];
        shapes.push(Shape::Path { points, width: 1.0, dash: Dash::Dotted, paint: Paint::Edge });
    } else {
        shapes.push(line((axis.x(0.0), y), (axis.x(100.0), y), 1.0, Paint::Line));
        shapes.extend(mark(axis, y, MARK, row.reading, row.emphasis));
        shapes.push(strong((WIDTH, base), Anchor::End, TEXT, paint, row.reading.short()));
    }
    shapes
}
