//! A figure and its range on the axis from 0 to 100.

use super::{Look, Style};
use crate::axis::Axis;
use crate::mark::{Mark, MarkSize};
use crate::scene::{Dash, Paint, Shape};
use crate::{Emphasis, Reading};

/// Band and dot, centred on `y`. A rounded figure has a hollow dot and an open band with square ends; none has nothing.
pub(crate) fn mark(axis: Axis, y: f64, size: MarkSize, reading: Reading, emphasis: Emphasis) -> Vec<Shape> {
    match reading {
        Reading::Full { index, interval } => {
            let range = interval.map(|range| (range.low().get(), range.high().get()));
            Mark::new(Some(index.get()), range).attention(emphasis == Emphasis::Attention).shapes(axis, y, size)
        }
        Reading::Coarse { index, .. } => {
            let style = match emphasis {
                Emphasis::Usual => Style::SERIES[0],
                Emphasis::Attention => Style::SERIES[0].painted(Paint::Warn),
            };
            let range = reading.interval().map(|range| (axis.x(range.low().get()), axis.x(range.high().get())));
            let band = range.map(|(low, high)| Shape::Path {
                points: corners((low, high), (y - size.band / 2.0, y + size.band / 2.0)),
                width: size.spine,
                dash: Dash::Solid,
                paint: style.paint,
            });
            let spine = range.map(|(low, high)| Shape::Path {
                points: vec![(low, y), (high, y)],
                width: size.spine,
                dash: Dash::Dotted,
                paint: style.paint,
            });
            let dot = style.mark((axis.x(f64::from(index.get())), y), size.dot, Look::Hollow);
            band.into_iter().chain(spine).chain(dot).collect()
        }
        Reading::Absent(_) => Vec::new(),
    }
}

fn corners((left, right): (f64, f64), (top, foot): (f64, f64)) -> Vec<(f64, f64)> {
    vec![(left, top), (right, top), (right, foot), (left, foot), (left, top)]
}
