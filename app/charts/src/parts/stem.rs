//! A figure and its range standing upright, at one time.

use super::{Look, Style, line};
use crate::Reading;
use crate::scene::Shape;

/// Half the width of the caps of a range.
const CAP: f64 = 3.5;

/// An upright stretch for figures from 0 to 100.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Upright {
    /// Where 100 lies.
    pub top: f64,
    /// From 0 to 100.
    pub height: f64,
}

impl Upright {
    /// Where a value on 0 to 100 lies.
    pub fn y(self, value: f64) -> f64 {
        self.top + self.height * (1.0 - value / 100.0)
    }

    /// Where 0 lies.
    pub const fn foot(self) -> f64 {
        self.top + self.height
    }

    /// Range and mark at `x`; nothing where there is no figure.
    pub fn stem(self, x: f64, reading: Reading, style: Style) -> Vec<Shape> {
        let Some(index) = reading.index() else { return Vec::new() };
        let mut shapes = Vec::new();
        if let Some(range) = reading.interval() {
            let (low, high) = (self.y(range.low().get()), self.y(range.high().get()));
            shapes.push(line((x, low), (x, high), 1.25, style.paint));
            shapes.extend([low, high].map(|y| line((x - CAP, y), (x + CAP, y), 1.25, style.paint)));
        }
        shapes.extend(style.mark((x, self.y(index.get())), 4.5, Look::of(reading)));
        shapes
    }
}
