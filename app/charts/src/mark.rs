//! A dot with its band on an axis from 0 to 100.

use crate::axis::Axis;
use crate::scene::{Paint, Shape};

/// Where a figure and its range lie on 0 to 100.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mark {
    value: Option<f64>,
    range: Option<(f64, f64)>,
    attention: bool,
}

impl Mark {
    /// A figure with its range. What lies outside 0 to 100 is moved to the nearer end; what is no number is left out.
    pub fn new(value: Option<f64>, range: Option<(f64, f64)>) -> Self {
        let on_axis = |x: f64| x.is_finite().then(|| x.clamp(0.0, 100.0));
        let range = range.and_then(|(low, high)| Some((on_axis(low)?, on_axis(high)?)));
        Self {
            value: value.and_then(on_axis),
            range: range.map(|(low, high)| (low.min(high), low.max(high))),
            attention: false,
        }
    }

    /// The same mark, in the colour of what needs attention.
    #[must_use]
    pub fn attention(self, attention: bool) -> Self {
        Self { attention, ..self }
    }

    /// Whether it stands for what needs attention.
    pub fn needs_attention(&self) -> bool {
        self.attention
    }

    /// The figure, 0 to 100.
    pub fn value(&self) -> Option<f64> {
        self.value
    }

    /// The band and the dot, centred on `y`. A band too narrow to see keeps the dot's width.
    pub(crate) fn shapes(&self, axis: Axis, y: f64, size: MarkSize) -> Vec<Shape> {
        let (dot, band) = if self.attention { (Paint::Warn, Paint::WarnSoft) } else { (Paint::Deep, Paint::DeepSoft) };
        let band = self.range.map(|(low, high)| Shape::Rect {
            at: (axis.x(low), y - size.band / 2.0),
            size: (axis.x(high) - axis.x(low), size.band),
            radius: size.band / 2.0,
            paint: band,
        });
        // The thin line keeps the range visible on paper and in print, where the band alone is pale.
        let spine = self.range.map(|(low, high)| Shape::Line {
            from: (axis.x(low), y),
            to: (axis.x(high), y),
            width: size.spine,
            paint: dot,
        });
        let dot = self.value.map(|value| Shape::Circle { centre: (axis.x(value), y), radius: size.dot, paint: dot });
        band.into_iter().chain(spine).chain(dot).collect()
    }
}

/// How large a mark is drawn, in the scene's units.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MarkSize {
    /// Radius of the dot.
    pub dot: f64,
    /// Height of the band.
    pub band: f64,
    /// Thickness of the line through the band.
    pub spine: f64,
}
