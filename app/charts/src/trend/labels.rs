//! Numbers at marks, and words where there are none.

use super::Trend;
use super::drawing::{Plot, dotted};
use crate::parts::{MIDDLE, NOTE, Style, line, strong, text};
use crate::scene::{Anchor, Paint, Shape, Weight};
use crate::text::{text_width, wrapped};
use crate::values::{Absence, Interval};

/// Height of a line of the times' names.
pub(super) const LINE: f64 = 15.0;
/// Least distance of two names beside one another.
const GAP: f64 = 6.0;
/// Least distance of two numbers under one another.
const APART: f64 = 14.0;

/// The names of the times, a tick above each. Where they would be too close, only every second or third, and always the
/// last; the table has them all.
pub(super) fn times(trend: &Trend, plot: Plot) -> Vec<Shape> {
    let names = trend.times();
    let width = |words: &str| text_width(words, NOTE, Weight::Regular);
    let whole = names.iter().map(|name| width(name)).fold(0.0, f64::max);
    let longest = names.iter().flat_map(|name| name.split_whitespace()).map(width).fold(0.0, f64::max);
    // All on one line or all on two.
    let least = if whole + GAP <= plot.pitch { whole } else { longest };
    let every = (1..names.len()).find(|every| least + GAP <= plot.pitch * *every as f64).unwrap_or(names.len());
    let foot = plot.upright.foot();
    let mut shapes = Vec::new();
    for (time, name) in names.iter().enumerate() {
        let x = plot.x(time as f64);
        shapes.push(line((x, foot), (x, foot + 4.0), 1.0, Paint::Line));
        if !(names.len() - 1 - time).is_multiple_of(every) {
            continue;
        }
        // The first and the last stay within the drawing: they move towards the middle as far as their neighbours let them.
        let between = plot.pitch * every as f64 - GAP;
        let wanted = (least + 1.0).min(between);
        let (most, edge) = ((between - wanted) / 2.0, plot.edge - wanted / 2.0);
        let centre = x + (x.min(edge).max(wanted / 2.0) - x).clamp(-most, most);
        let room = wanted.min(2.0 * centre.min(plot.edge - centre));
        for (place, words) in wrapped(name, room, NOTE, Weight::Regular, 2).into_iter().enumerate() {
            let at = (centre, foot + 18.0 + LINE * place as f64);
            shapes.push(text(at, Anchor::Middle, NOTE, Paint::Soft, words));
        }
    }
    shapes
}

/// Half the width of a cross.
const CROSS: f64 = 3.5;

/// With one line a number over each mark; with several the last number of each, at its right.
pub(super) fn figures(trend: &Trend, plot: Plot) -> Vec<Shape> {
    match trend.series() {
        [only] => {
            let over = |(time, reading): (usize, &crate::Reading)| {
                let index = reading.index()?;
                let top = reading.interval().map_or(index, Interval::high);
                let at = (plot.x_of(time, 0), plot.upright.y(top.get()) - 6.0);
                Some(strong(at, Anchor::Middle, NOTE, Paint::Ink, reading.short()))
            };
            only.readings.iter().enumerate().filter_map(over).collect()
        }
        _ => last(trend, plot),
    }
}

fn last(trend: &Trend, plot: Plot) -> Vec<Shape> {
    let end = trend.times().len() - 1;
    let x = plot.x_of(end, trend.series().len() - 1) + 9.0;
    let mut ends: Vec<(f64, Paint, String)> = trend
        .series()
        .iter()
        .zip(Style::SERIES)
        .filter_map(|(series, style)| {
            let reading = series.readings[end];
            Some((plot.upright.y(reading.index()?.get()), style.paint, reading.short()))
        })
        .collect();
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    let places = spread(&ends.iter().map(|end| end.0).collect::<Vec<_>>(), plot.upright.foot());
    let label = |(y, (_, paint, words)): (f64, (f64, Paint, String))| {
        strong((x, y + NOTE * MIDDLE), Anchor::Start, NOTE, paint, words)
    };
    places.into_iter().zip(ends).map(label).collect()
}

/// Heights at least a line apart and not below the foot, as near to the wanted ones as going down them from the top gives.
fn spread(wanted: &[f64], foot: f64) -> Vec<f64> {
    let mut places: Vec<f64> = Vec::new();
    for y in wanted {
        let least = places.last().map_or(*y, |last| last + APART);
        places.push(y.max(least));
    }
    let mut most = foot;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - APART;
    }
    places
}

/// Words that read upwards from the foot, or, with several lines, a cross there, which the notes explain.
pub(super) fn absent(absence: Absence, (x, foot): (f64, f64), series: usize) -> Vec<Shape> {
    if series > 1 {
        let strokes = [(-CROSS, CROSS), (CROSS, -CROSS)];
        return strokes
            .map(|(left, right)| line((x + left, foot - CROSS), (x + right, foot + CROSS), 1.5, Paint::Soft))
            .into();
    }
    let words = absence.words().to_owned();
    let above = foot - 12.0 - text_width(&words, NOTE, Weight::Regular);
    vec![
        Shape::Upright { at: (x + NOTE * MIDDLE, foot - 6.0), size: NOTE, paint: Paint::Soft, text: words },
        dotted((x, above), (x, above - 24.0)),
    ]
}
