//! Hatching: what is there and not told.

use crate::scene::{Dash, Paint, Shape};

/// Distance of the lines along an edge.
const STEP: f64 = 7.0;

/// Lines rising to the right across a rectangle, and its outline. They are lines and no pattern, so that they need no id
/// and look the same on paper.
pub(crate) fn hatched((x, y): (f64, f64), (width, height): (f64, f64)) -> Vec<Shape> {
    let mut shapes = Vec::new();
    // Each line is where a + b = c, with a to the right and b downwards from the corner.
    let mut c = STEP;
    while c < width + height {
        let (low, high) = ((c - height).max(0.0), c.min(width));
        shapes.push(Shape::Line {
            from: (x + low, y + c - low),
            to: (x + high, y + c - high),
            width: 0.75,
            paint: Paint::Edge,
        });
        c += STEP;
    }
    let (right, foot) = (x + width, y + height);
    shapes.push(Shape::Path {
        points: vec![(x, y), (right, y), (right, foot), (x, foot), (x, y)],
        width: 0.75,
        dash: Dash::Solid,
        paint: Paint::Edge,
    });
    shapes
}
