//! The web, its lines and its labels.

use super::wheel::Wheel;
use super::{Radar, missing};
use crate::chart::{Drawn, Width};
use crate::parts::{Entry, Look, NOTE, Style, legend, line, list, notes, rounded, strong, text};
use crate::scene::{Anchor, Dash, Paint, Shape, Weight};
use crate::text::wrapped;
use crate::values::Reading;

const RINGS: [u8; 4] = [25, 50, 75, 100];
const LINE: f64 = 15.0;
/// From the end of an axis to its label.
const OFF: f64 = 12.0;

pub(super) fn drawn(radar: &Radar, width: Width) -> Drawn {
    let (radius, room) = match width {
        Width::Wide => (150.0, 150.0),
        Width::Narrow => (70.0, 81.0),
    };
    // Above and below: the tallest label of an axis.
    let tall = OFF + radar.axes.iter().map(|axis| lines(radar, axis, room)).fold(0.0, f64::max);
    let centre = (width.units() / 2.0, tall + radius);
    let wheel = Wheel { centre, radius, axes: radar.axes.len() };
    let mut shapes = web(wheel);
    for axis in 0..wheel.axes {
        shapes.extend(label(radar, wheel, axis, room));
    }
    for ((name, readings), style) in radar.series.iter().zip(Style::SERIES) {
        shapes.push(Shape::Group { tip: name.clone(), shapes: series(wheel, readings, style) });
    }
    let mut y = centre.1 + radius + tall + 4.0;
    let entries: Vec<Entry<'_>> =
        radar.series.iter().zip(Style::SERIES).map(|((name, _), style)| entry(name, style)).collect();
    let (below, height) = legend(&entries, (0.0, y), width.units());
    shapes.extend(below);
    y += height + 4.0;
    let gaps = radar.series.iter().filter_map(|(name, readings)| {
        let missing = missing(radar, readings);
        (!missing.is_empty()).then(|| format!("{name}: no figure for {}.", list(&missing)))
    });
    let readings = radar.series.iter().flat_map(|(_, readings)| readings);
    let said: Vec<String> = gaps.chain(rounded(readings)).collect();
    let (below, height) = notes(&said, (0.0, y), width.units());
    shapes.extend(below);
    Drawn { height: y + height, shapes }
}

fn web(wheel: Wheel) -> Vec<Shape> {
    let ring =
        |value| Shape::Path { points: wheel.ring(f64::from(value)), width: 1.0, dash: Dash::Solid, paint: Paint::Line };
    let mut shapes: Vec<Shape> = RINGS.into_iter().map(ring).collect();
    // Beside the axis that points up; a small web has room for the outer one only.
    let numbered: &[u8] = if wheel.radius > 100.0 { &[50, 100] } else { &[100] };
    for value in numbered {
        let (x, y) = wheel.at(0, f64::from(*value));
        shapes.push(text((x - 5.0, y + NOTE), Anchor::End, NOTE, Paint::Soft, value.to_string()));
    }
    for axis in 0..wheel.axes {
        shapes.push(line(wheel.centre, wheel.at(axis, 100.0), 1.0, Paint::Line));
    }
    shapes
}

/// A line for each run of figures; closed only if there is no gap.
fn series(wheel: Wheel, readings: &[Reading], style: Style) -> Vec<Shape> {
    let points: Vec<Option<(f64, f64)>> =
        readings.iter().enumerate().map(|(axis, reading)| Some(wheel.at(axis, reading.index()?.get()))).collect();
    // Beginning after a gap, so that no run is cut in two at the first axis.
    let start = points.iter().position(Option::is_none).unwrap_or(0);
    let turned: Vec<_> = (0..=points.len()).map(|i| points[(start + i) % points.len()]).collect();
    let mut shapes: Vec<Shape> = turned
        .split(Option::is_none)
        .map(|run| run.iter().copied().flatten().collect::<Vec<_>>())
        .filter(|run| run.len() > 1)
        .map(|points| Shape::Path { points, width: 2.0, dash: style.dash, paint: style.paint })
        .collect();
    for (point, reading) in points.iter().zip(readings) {
        if let Some(point) = point {
            shapes.extend(style.mark(*point, 4.5, Look::of(*reading)));
        }
    }
    shapes
}

/// Height of the label of an axis.
fn lines(radar: &Radar, axis: &str, room: f64) -> f64 {
    let names = wrapped(axis, room, NOTE, Weight::Regular, 3).len();
    LINE * (names + usize::from(radar.series.len() == 1)) as f64
}

/// The name of an axis; its figure too, where there is only one.
fn label(radar: &Radar, wheel: Wheel, axis: usize, room: f64) -> Vec<Shape> {
    let lines = wrapped(&radar.axes[axis], room, NOTE, Weight::Regular, 3);
    let figure = match radar.series.as_slice() {
        [(_, readings)] => Some(readings[axis].short()),
        _ => None,
    };
    let high = LINE * (lines.len() + usize::from(figure.is_some())) as f64;
    let (end, anchor) = (wheel.at(axis, 100.0), wheel.anchor(axis));
    let (right, up) = wheel.direction(axis);
    let x = end.0 + right * OFF;
    // Upwards from an axis that points up, downwards from one that points down, around one that lies.
    let mut y = end.1 - up * OFF - high * (1.0 + up) / 2.0 + NOTE * 0.9;
    let mut shapes = Vec::new();
    for words in lines {
        shapes.push(text((x, y), anchor, NOTE, Paint::Ink, words));
        y += LINE;
    }
    shapes.extend(figure.map(|figure| strong((x, y), anchor, NOTE, Paint::Ink, figure)));
    shapes
}

fn entry(name: &str, style: Style) -> Entry<'static> {
    Entry::new(28.0, name, move |(x, y)| {
        let points = vec![(x, y), (x + 28.0, y)];
        let mut shapes = vec![Shape::Path { points, width: 2.0, dash: style.dash, paint: style.paint }];
        shapes.extend(style.mark((x + 14.0, y), 4.5, Look::Filled));
        shapes
    })
}
