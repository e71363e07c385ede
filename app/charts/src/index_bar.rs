//! The bar under a large number.

use crate::axis::Axis;
use crate::mark::{Mark, MarkSize};
use crate::scene::{Paint, Scene, Shape};

const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 44.0;
const LINE_Y: f64 = 14.0;
const MARGIN: f64 = 10.0;
const MARK: MarkSize = MarkSize { dot: 8.0, band: 12.0, spine: 1.25 };

/// A rule from 0 to 100 with the figure's dot and band. `text` and `range_text` are the figure as it is shown, for the
/// words only.
pub fn index_bar(name: &str, text: &str, range_text: &str, mark: Mark) -> Scene {
    let axis = Axis::within(WIDTH, MARGIN);
    let mut shapes =
        vec![Shape::Line { from: (axis.x(0.0), LINE_Y), to: (axis.x(100.0), LINE_Y), width: 1.5, paint: Paint::Line }];
    shapes.extend(axis.grid(LINE_Y - 5.0, LINE_Y + 5.0, 1.0));
    shapes.extend(axis.labels(HEIGHT - 6.0, 13.0, WIDTH));
    shapes.extend(mark.shapes(axis, LINE_Y, MARK));
    let range = if range_text.is_empty() { String::new() } else { format!(", {range_text}") };
    Scene { width: WIDTH, height: HEIGHT, title: format!("{name} from 0 to 100: {text}{range}."), shapes }
}
