//! Axes, lines, marks and breaks.

use super::{Trend, breaks, labels, said};
use crate::chart::{Drawn, Width};
use crate::parts::{Entry, Look, MIDDLE, NOTE, Style, Upright, legend, line, notes, rounded, text};
use crate::scene::{Anchor, Dash, Paint, Shape};

const TICKS: [u8; 5] = [0, 25, 50, 75, 100];
const LEFT: f64 = 30.0;

/// Where things lie in the plot.
#[derive(Clone, Copy)]
pub(super) struct Plot {
    pub upright: Upright,
    /// Where the first time lies, and how far the others are apart.
    first: f64,
    pub pitch: f64,
    /// How far two series are apart at one time.
    apart: f64,
    series: usize,
    /// Right edge of the axis.
    right: f64,
    /// Right edge of the drawing.
    pub edge: f64,
}

impl Plot {
    fn of(trend: &Trend, width: Width, top: f64) -> Self {
        let (right, inset, height, apart) = match width {
            Width::Wide => (width.units() - 44.0, 48.0, 240.0, 12.0),
            // Several lines have their last numbers on the right.
            Width::Narrow if trend.series().len() > 1 => (width.units() - 30.0, 16.0, 200.0, 7.0),
            Width::Narrow => (width.units() - 8.0, 16.0, 200.0, 7.0),
        };
        let pitch = (right - LEFT - 2.0 * inset) / (trend.times().len() - 1) as f64;
        let upright = Upright { top, height };
        Self { upright, first: LEFT + inset, pitch, apart, series: trend.series().len(), right, edge: width.units() }
    }

    /// The middle of a time.
    pub fn x(self, time: f64) -> f64 {
        self.first + self.pitch * time
    }

    /// Where a series stands at a time: beside the others, so that ranges do not cover one another.
    pub fn x_of(self, time: usize, series: usize) -> f64 {
        self.x(time as f64) + (series as f64 - (self.series - 1) as f64 / 2.0) * self.apart
    }
}

pub(super) fn drawn(trend: &Trend, width: Width) -> Drawn {
    let (mut shapes, key) = key(trend, width);
    let top = key + breaks::LINE * trend.breaks().len() as f64 + 18.0;
    let plot = Plot::of(trend, width, top);
    shapes.extend(axes(trend, plot));
    shapes.extend(breaks::drawn(trend, plot, key));
    for (place, style) in (0..trend.series().len()).zip(Style::SERIES) {
        shapes
            .push(Shape::Group { tip: trend.series()[place].name.clone(), shapes: series(trend, plot, place, style) });
    }
    shapes.extend(labels::figures(trend, plot));
    let foot = plot.upright.foot() + 16.0 + 2.0 * labels::LINE;
    let readings = trend.series().iter().flat_map(|series| &series.readings);
    let said: Vec<String> =
        breaks::cut(trend, plot).into_iter().chain(said::gaps(trend)).chain(rounded(readings)).collect();
    let (below, height) = notes(&said, (0.0, foot), width.units());
    shapes.extend(below);
    Drawn { height: foot + height, shapes }
}

/// Which mark and line is which; a single line has the chart's title.
fn key(trend: &Trend, width: Width) -> (Vec<Shape>, f64) {
    if trend.series().len() == 1 {
        return (Vec::new(), 0.0);
    }
    let entries: Vec<Entry<'_>> = trend
        .series()
        .iter()
        .zip(Style::SERIES)
        .map(|(series, style)| {
            Entry::new(28.0, &series.name, move |(x, y)| {
                let points = vec![(x, y), (x + 28.0, y)];
                let mut shapes = vec![Shape::Path { points, width: 2.0, dash: style.dash, paint: style.paint }];
                shapes.extend(style.mark((x + 14.0, y), 4.5, Look::Filled));
                shapes
            })
        })
        .collect();
    legend(&entries, (0.0, 0.0), width.units())
}

fn axes(trend: &Trend, plot: Plot) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for tick in TICKS {
        let y = plot.upright.y(f64::from(tick));
        shapes.push(line((LEFT, y), (plot.right, y), 1.0, Paint::Line));
        shapes.push(text((LEFT - 6.0, y + NOTE * MIDDLE), Anchor::End, NOTE, Paint::Soft, tick.to_string()));
    }
    shapes.extend(labels::times(trend, plot));
    shapes
}

/// A line for each run of figures within a stretch, then the marks.
fn series(trend: &Trend, plot: Plot, place: usize, style: Style) -> Vec<Shape> {
    let readings = &trend.series()[place].readings;
    let point = |time: usize| Some((plot.x_of(time, place), plot.upright.y(readings[time].index()?.get())));
    let mut shapes = Vec::new();
    for (start, end) in trend.stretches() {
        let points: Vec<Option<(f64, f64)>> = (start..end).map(point).collect();
        for run in points.split(Option::is_none).filter(|run| run.len() > 1) {
            let points = run.iter().copied().flatten().collect();
            shapes.push(Shape::Path { points, width: 2.0, dash: style.dash, paint: style.paint });
        }
    }
    for (time, reading) in readings.iter().enumerate() {
        let x = plot.x_of(time, place);
        shapes.extend(plot.upright.stem(x, *reading, style));
        if let Some(absence) = reading.absence() {
            shapes.extend(labels::absent(absence, (x, plot.upright.foot()), trend.series().len()));
        }
    }
    shapes
}

/// A dotted line where a figure is missing.
pub(super) fn dotted(from: (f64, f64), to: (f64, f64)) -> Shape {
    Shape::Path { points: vec![from, to], width: 1.0, dash: Dash::Dotted, paint: Paint::Edge }
}
