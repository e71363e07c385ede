//! A dot and its band alone, for a cell of a table whose other cells hold the numbers.

use crate::axis::Axis;
use crate::mark::{Mark, MarkSize};
use crate::scene::{Paint, Scene, Shape};

const WIDTH: f64 = 200.0;
const HEIGHT: f64 = 20.0;
const MARGIN: f64 = 6.0;
const SCALE: f64 = 14.0;
const MARK: MarkSize = MarkSize { dot: 4.5, band: 8.0, spine: 0.8 };

/// One cell. Its grid runs from edge to edge, so that cells under one another read as one chart. Without `title` the
/// drawing counts as decoration: the numbers must then stand in the cells beside it.
pub fn interval_cell(title: &str, mark: Mark) -> Scene {
    let axis = Axis::within(WIDTH, MARGIN);
    let mut shapes: Vec<_> = axis.grid(0.0, HEIGHT, 0.75).collect();
    // Leads the eye from the name to its number across the whole cell.
    shapes.push(Shape::Line {
        from: (axis.x(0.0), HEIGHT / 2.0),
        to: (axis.x(100.0), HEIGHT / 2.0),
        width: 0.75,
        paint: Paint::Line,
    });
    shapes.extend(mark.shapes(axis, HEIGHT / 2.0, MARK));
    Scene { width: WIDTH, height: HEIGHT, title: title.to_owned(), shapes }
}

/// The numbers of the grid of [`interval_cell`], to stand above or below a column of such cells.
pub fn interval_scale() -> Scene {
    let shapes = Axis::within(WIDTH, MARGIN).labels(SCALE - 4.0, 9.0, WIDTH).collect();
    Scene { width: WIDTH, height: SCALE, title: String::new(), shapes }
}
