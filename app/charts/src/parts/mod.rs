//! Parts that several charts are drawn with.

mod hatch;
mod legend;
mod marker;
mod note;
mod reading;
mod stem;
mod words;

pub(crate) use hatch::hatched;
pub(crate) use legend::{Entry, legend};
pub(crate) use marker::{Look, Style};
pub(crate) use note::{notes, rounded};
pub(crate) use reading::mark;
pub(crate) use stem::Upright;
pub(crate) use words::{count, highest, list, lowest};

use crate::scene::{Anchor, Dash, Paint, Shape, Weight};

/// Sizes of type that all charts share, in units: names and figures, and what explains them.
pub(crate) const TEXT: f64 = 14.0;
pub(crate) const NOTE: f64 = 12.0;

/// How far a base line lies below the middle of what stands beside it, in sizes of the type.
pub(crate) const MIDDLE: f64 = 0.35;

/// Regular text.
pub(crate) fn text(at: (f64, f64), anchor: Anchor, size: f64, paint: Paint, text: impl Into<String>) -> Shape {
    Shape::Text { at, anchor, size, weight: Weight::Regular, paint, text: text.into() }
}

/// Semi-bold text.
pub(crate) fn strong(at: (f64, f64), anchor: Anchor, size: f64, paint: Paint, text: impl Into<String>) -> Shape {
    Shape::Text { at, anchor, size, weight: Weight::Strong, paint, text: text.into() }
}

/// A solid line.
pub(crate) fn line(from: (f64, f64), to: (f64, f64), width: f64, paint: Paint) -> Shape {
    Shape::Line { from, to, width, paint }
}

/// The mark of a break between two times: what was asked before cannot be compared with what was asked after. Its head is
/// at a height, its dashed line has `pieces` from height to height.
pub(crate) fn break_mark(x: f64, head: f64, pieces: &[(f64, f64)]) -> Vec<Shape> {
    let piece = |(top, foot): &(f64, f64)| {
        let points = vec![(x, *top), (x, *foot)];
        Shape::Path { points, width: 1.25, dash: Dash::Dashed, paint: Paint::Brass }
    };
    let points = vec![(x, head - 5.0), (x + 4.0, head), (x, head + 5.0), (x - 4.0, head)];
    let mut shapes: Vec<Shape> = pieces.iter().map(piece).collect();
    shapes.push(Shape::Polygon { points, paint: Paint::Brass });
    shapes
}
