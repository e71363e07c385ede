//! The plumb line: the one motif, for the mark and for the secured level.

use crate::scene::{Paint, Scene, Shape};

const WIDTH: f64 = 16.0;
const BOB: (f64, f64) = (11.0, 20.0);

/// A line from the top of `rows` rows to the row `at` (0 is the topmost), its bob ending in the middle of that row.
/// Without a row only an empty scale is left. It repeats what the rows say, so it has no words of its own.
pub fn plumb_line(rows: usize, row_height: f64, at: Option<usize>) -> Scene {
    let height = rows as f64 * row_height;
    let shapes = match at.filter(|row| *row < rows) {
        Some(row) => hanging(0.0, (row as f64 + 0.5) * row_height + BOB.1 / 2.0, 1.5, BOB),
        None => Vec::new(),
    };
    Scene { width: WIDTH, height, title: String::new(), shapes }
}

/// The mark of the product: a plumb line alone.
pub fn logo() -> Scene {
    Scene { width: WIDTH, height: 32.0, title: String::new(), shapes: hanging(1.0, 31.0, 2.0, (12.0, 15.0)) }
}

fn hanging(top: f64, tip: f64, width: f64, bob: (f64, f64)) -> Vec<Shape> {
    let x = WIDTH / 2.0;
    let shoulder = tip - bob.1;
    // The bob narrows a little upwards, so that it reads as a weight and not as an arrow.
    let points = vec![
        (x - bob.0 * 0.22, shoulder),
        (x + bob.0 * 0.22, shoulder),
        (x + bob.0 / 2.0, shoulder + bob.1 * 0.3),
        (x, tip),
        (x - bob.0 / 2.0, shoulder + bob.1 * 0.3),
    ];
    vec![
        Shape::Line { from: (x, top), to: (x, shoulder), width, paint: Paint::Brass },
        Shape::Polygon { points, paint: Paint::Brass },
    ]
}
