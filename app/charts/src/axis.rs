//! The axis that all figures lie on: 0 to 100, from left to right.

use crate::scene::{Anchor, Paint, Shape, Weight};

/// Where the axis is divided.
const TICKS: [u8; 5] = [0, 25, 50, 75, 100];

/// Where the axis lies in its drawing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Axis {
    /// Where 0 lies.
    pub start: f64,
    /// Length of the whole axis.
    pub length: f64,
}

impl Axis {
    /// An axis in a drawing `width` wide, with a margin on either side.
    pub fn within(width: f64, margin: f64) -> Self {
        Self { start: margin, length: width - 2.0 * margin }
    }

    /// Where a value on 0 to 100 lies.
    pub fn x(self, value: f64) -> f64 {
        self.start + self.length * value / 100.0
    }

    /// A line across at each division, between two heights.
    pub fn grid(self, top: f64, foot: f64, width: f64) -> impl Iterator<Item = Shape> {
        TICKS.into_iter().map(move |tick| {
            let x = self.x(f64::from(tick));
            Shape::Line { from: (x, top), to: (x, foot), width, paint: Paint::Line }
        })
    }

    /// The numbers of the divisions on the base line `y`. They stay between 0 and `width`, the edges of the drawing.
    pub fn labels(self, y: f64, size: f64, width: f64) -> impl Iterator<Item = Shape> {
        TICKS.into_iter().map(move |tick| {
            let (x, text) = (self.x(f64::from(tick)), tick.to_string());
            // A digit is some six tenths of the type's size wide.
            let half = size * 0.3 * text.len() as f64;
            let (x, anchor) = if x < half {
                (0.0, Anchor::Start)
            } else if x > width - half {
                (width, Anchor::End)
            } else {
                (x, Anchor::Middle)
            };
            Shape::Text { at: (x, y), anchor, size, weight: Weight::Regular, paint: Paint::Soft, text }
        })
    }
}
