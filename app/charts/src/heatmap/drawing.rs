//! Headings that read upwards, cells, and what their colours stand for.

use super::Heatmap;
use crate::chart::{Drawn, Width};
use crate::parts::{Entry, MIDDLE, NOTE, TEXT, hatched, legend, strong, text};
use crate::scene::{Anchor, Dash, Paint, Shape, Weight};
use crate::text::{shortened, text_width};
use crate::values::{Absence, Reading, Step, step};

const GAP: f64 = 2.0;
/// Room for the names of rows, wide: as much as they need between these.
const NAME: (f64, f64) = (164.0, 232.0);
/// Widest name of a column.
const HEADING: f64 = 128.0;
/// Between the names of rows and the cells.
const BESIDE: f64 = 12.0;
/// Widest cell, so that two columns do not fill a page.
const WIDEST: f64 = 64.0;

/// Where cells lie.
struct Grid {
    left: f64,
    top: f64,
    cell: (f64, f64),
    row: f64,
    width: Width,
}

pub(super) fn drawn(heatmap: &Heatmap, width: Width) -> Drawn {
    let headings: Vec<String> =
        heatmap.columns.iter().map(|name| shortened(name, HEADING, NOTE, Weight::Regular)).collect();
    let head = headings.iter().map(|words| text_width(words, NOTE, Weight::Regular)).fold(0.0, f64::max) + 8.0;
    let name = |(name, _): &(String, _)| text_width(name, TEXT, Weight::Regular);
    let names = heatmap.rows.iter().map(name).fold(NAME.0, f64::max).min(NAME.1);
    let (left, high, row) = match width {
        Width::Wide => (names + BESIDE, 30.0, 32.0),
        Width::Narrow => (0.0, 28.0, 54.0),
    };
    let pitch = ((width.units() - left) / heatmap.columns.len() as f64).min(WIDEST);
    let grid = Grid { left, top: head, cell: (pitch - GAP, high), row, width };
    let mut shapes = Vec::new();
    for (column, words) in headings.into_iter().enumerate() {
        let at = (grid.x(column) + grid.cell.0 / 2.0 + NOTE * MIDDLE, head - 6.0);
        shapes.push(Shape::Upright { at, size: NOTE, paint: Paint::Soft, text: words });
    }
    for (row, (name, readings)) in heatmap.rows.iter().enumerate() {
        shapes.push(grid.name(row, name));
        for (column, reading) in readings.iter().enumerate() {
            let tip = format!("{name}, {}: {}", heatmap.columns[column], reading.with_range());
            shapes.push(Shape::Group { tip, shapes: cell(grid.at(row, column), grid.cell, *reading) });
        }
    }
    let foot = head + row * heatmap.rows.len() as f64 + 12.0;
    let (below, height) = legend(&entries(heatmap), (left, foot), width.units() - left);
    shapes.extend(below);
    Drawn { height: foot + height, shapes }
}

impl Grid {
    fn x(&self, column: usize) -> f64 {
        self.left + (self.cell.0 + GAP) * column as f64
    }

    /// Upper left corner of a cell: at the foot of its row.
    fn at(&self, row: usize, column: usize) -> (f64, f64) {
        (self.x(column), self.top + self.row * (row + 1) as f64 - GAP - self.cell.1)
    }

    fn name(&self, row: usize, name: &str) -> Shape {
        let top = self.top + self.row * row as f64;
        let beside = self.left - BESIDE;
        let (at, anchor, room) = match self.width {
            Width::Wide => ((beside, top + self.cell.1 / 2.0 + TEXT * MIDDLE), Anchor::End, beside),
            Width::Narrow => ((0.0, top + 18.0), Anchor::Start, self.width.units()),
        };
        text(at, anchor, TEXT, Paint::Ink, shortened(name, room, TEXT, Weight::Regular))
    }
}

fn cell(at: (f64, f64), size: (f64, f64), reading: Reading) -> Vec<Shape> {
    let centre = (at.0 + size.0 / 2.0, at.1 + size.1 / 2.0);
    let Some(index) = reading.index() else {
        return reading.absence().map_or(Vec::new(), |absence| without(at, size, absence));
    };
    let (step, words) = (step(index), reading.short());
    // A rounded 100 is wider than the narrowest cell.
    let wide = text_width(&words, NOTE, Weight::Strong);
    let letters = NOTE * ((size.0 - 2.0) / wide).min(1.0);
    vec![
        Shape::Rect { at, size, radius: 3.0, paint: Paint::Step(step) },
        strong((centre.0, centre.1 + letters * MIDDLE), Anchor::Middle, letters, Paint::on(step), words),
    ]
}

/// A cell without a figure: hatched if there is one that is not shown, else open with a sign.
fn without(at: (f64, f64), size: (f64, f64), absence: Absence) -> Vec<Shape> {
    let sign = match absence {
        Absence::NotShown => return hatched(at, size),
        Absence::TooFew => "?",
        Absence::NotAsked => "–",
    };
    let (right, foot) = (at.0 + size.0, at.1 + size.1);
    let centre = (at.0 + size.0 / 2.0, at.1 + size.1 / 2.0);
    let points = vec![at, (right, at.1), (right, foot), (at.0, foot), at];
    vec![
        Shape::Path { points, width: 0.75, dash: Dash::Solid, paint: Paint::Line },
        text((centre.0, centre.1 + NOTE * MIDDLE), Anchor::Middle, NOTE, Paint::Soft, sign),
    ]
}

fn entries(heatmap: &Heatmap) -> Vec<Entry<'static>> {
    let readings = || heatmap.rows.iter().flat_map(|(_, readings)| readings);
    let square = |step| {
        move |(x, y): (f64, f64)| {
            vec![Shape::Rect { at: (x, y - 7.0), size: (14.0, 14.0), radius: 2.0, paint: Paint::Step(step) }]
        }
    };
    let mut entries: Vec<_> = Step::ALL.into_iter().map(|step| Entry::new(14.0, step.range(), square(step))).collect();
    for absence in [Absence::NotShown, Absence::TooFew, Absence::NotAsked] {
        if readings().any(|reading| reading.absence() == Some(absence)) {
            entries.push(Entry::new(18.0, absence.words(), move |(x, y)| without((x, y - 7.0), (18.0, 14.0), absence)));
        }
    }
    if readings().any(|reading| reading.is_coarse()) {
        entries.push(Entry::new(8.0, "Rounded, to protect a small group", |(x, y)| {
            vec![text((x, y + NOTE * MIDDLE), Anchor::Start, NOTE, Paint::Soft, "~")]
        }));
    }
    entries
}
