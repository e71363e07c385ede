//! Rows that share one axis: the practices, the challenges, the benefits.

use crate::axis::Axis;
use crate::mark::{Mark, MarkSize};
use crate::scene::{Anchor, Paint, Scene, Shape, Weight};

const WIDTH: f64 = 640.0;
const ROW: f64 = 32.0;
const TOP: f64 = 8.0;
const FOOT: f64 = 28.0;
/// Type of the names and numbers; at 14 units a name of `NAME_LIMIT` characters just fits its column.
const SIZE: f64 = 14.0;
const NAME_WIDTH: f64 = 172.0;
const NAME_LIMIT: usize = 24;
const NUMBER_WIDTH: f64 = 48.0;
const MARK: MarkSize = MarkSize { dot: 5.5, band: 10.0, spine: 1.0 };

/// One row of [`interval_rows`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IntervalRow<'a> {
    /// What the row is about; a long name is cut in the drawing and whole in the words.
    pub name: &'a str,
    /// The figure as it is shown: "47", or why there is none.
    pub text: &'a str,
    /// The range as it is shown: "likely 29 to 65"; empty if there is none.
    pub range_text: &'a str,
    /// Where dot and band lie.
    pub mark: Mark,
}

/// A row for each figure: name, band, dot and number, over a grid at 0, 25, 50, 75 and 100.
pub fn interval_rows(heading: &str, rows: &[IntervalRow<'_>]) -> Scene {
    let axis = Axis { start: NAME_WIDTH + 16.0, length: WIDTH - NAME_WIDTH - 16.0 - NUMBER_WIDTH };
    let foot = TOP + ROW * rows.len() as f64;
    let mut shapes: Vec<_> = axis.grid(0.0, foot, 1.0).chain(axis.labels(foot + 20.0, 12.0, WIDTH)).collect();
    for (i, row) in rows.iter().enumerate() {
        shapes.extend(row_shapes(row, axis, TOP + ROW * (i as f64 + 0.5)));
    }
    Scene { width: WIDTH, height: foot + FOOT, title: in_words(heading, rows), shapes }
}

fn row_shapes(row: &IntervalRow<'_>, axis: Axis, y: f64) -> Vec<Shape> {
    let base = y + SIZE * 0.35;
    let mut shapes = vec![Shape::Text {
        at: (NAME_WIDTH, base),
        anchor: Anchor::End,
        size: SIZE,
        // Colour is never the only sign.
        weight: if row.mark.needs_attention() { Weight::Strong } else { Weight::Regular },
        paint: Paint::Ink,
        text: shortened(row.name),
    }];
    shapes.extend(row.mark.shapes(axis, y, MARK));
    // Without a dot, the words that say why stand where it would be looked for; numbers make a column of their own.
    let (at, anchor, weight, paint) = match row.mark.value() {
        Some(_) => ((WIDTH - 8.0, base), Anchor::End, Weight::Strong, Paint::Ink),
        None => ((axis.start + 8.0, base), Anchor::Start, Weight::Regular, Paint::Soft),
    };
    shapes.push(Shape::Text { at, anchor, size: SIZE, weight, paint, text: row.text.to_owned() });
    shapes
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME_LIMIT {
        return name.to_owned();
    }
    let kept: String = name.chars().take(NAME_LIMIT - 1).collect();
    format!("{}…", kept.trim_end())
}

fn in_words(heading: &str, rows: &[IntervalRow<'_>]) -> String {
    let rows = rows.iter().map(|row| {
        let comma = if row.range_text.is_empty() { "" } else { ", " };
        format!(" {}: {}{comma}{}.", row.name, row.text, row.range_text)
    });
    format!("{heading}, each from 0 to 100.{}", rows.collect::<String>())
}
