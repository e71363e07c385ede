//! One construct at two times.

use super::{Link, SlopeRow, said};
use crate::parts::{MIDDLE, NOTE, Style, TEXT, Upright, break_mark, line, strong, text};
use crate::scene::{Anchor, Paint, Shape, Weight};
use crate::text::{shortened, wrapped};
use crate::values::{Index, Reading};

/// Height of a panel with the room below it, and the room between two.
pub(super) const HEIGHT: f64 = 198.0;
pub(super) const GAP: f64 = 24.0;
/// The plot, from the top of the panel.
const PLOT: Upright = Upright { top: 50.0, height: 94.0 };
/// Between two lines of a time's name.
const LINE: f64 = 15.0;
const STYLE: Style = Style::SERIES[0];

pub(super) fn drawn(row: &SlopeRow, times: [&str; 2], (left, top): (f64, f64), width: f64) -> Vec<Shape> {
    let plot = Upright { top: PLOT.top + top, ..PLOT };
    let middle = left + width / 2.0;
    let xs = [left + width * 0.27, left + width * 0.73];
    let name = shortened(&row.name, width, TEXT, Weight::Strong);
    let mut shapes = vec![
        strong((left, top + 14.0), Anchor::Start, TEXT, Paint::Ink, name),
        text((left, top + 31.0), Anchor::Start, NOTE, Paint::Soft, said::change(row)),
    ];
    for value in [0.0, 50.0, 100.0] {
        let y = plot.y(value);
        shapes.push(line((left, y), (left + width, y), 1.0, Paint::Line));
    }
    if let (Some(earlier), Some(later)) = (row.earlier.index(), row.later.index()) {
        let points = [(xs[0], plot.y(earlier.get())), (xs[1], plot.y(later.get()))];
        if row.link == Link::Same {
            shapes.push(line(points[0], points[1], 2.0, STYLE.paint));
        }
    }
    if row.link == Link::Reworded {
        shapes.extend(break_mark(middle, plot.top + 2.0, &[(plot.top + 2.0, plot.foot())]));
    }
    // The numbers stand outside, where no line runs.
    let outside = [(xs[0] - 8.0, Anchor::End), (xs[1] + 8.0, Anchor::Start)];
    for ((reading, x), (beside, anchor)) in [row.earlier, row.later].into_iter().zip(xs).zip(outside) {
        shapes.extend(plot.stem(x, reading, STYLE));
        shapes.push(figure(reading, plot, x, (beside, anchor)));
    }
    for (time, x) in times.into_iter().zip(xs) {
        for (place, words) in wrapped(time, width * 0.42, NOTE, Weight::Regular, 2).into_iter().enumerate() {
            let y = plot.foot() + 17.0 + LINE * place as f64;
            shapes.push(text((x, y), Anchor::Middle, NOTE, Paint::Soft, words));
        }
    }
    let tip =
        format!("{}: {} then {}, {}", row.name, row.earlier.with_range(), row.later.with_range(), said::change(row));
    vec![Shape::Group { tip, shapes }]
}

/// The number beside its mark, or words that read upwards where the mark would be.
fn figure(reading: Reading, plot: Upright, x: f64, (beside, anchor): (f64, Anchor)) -> Shape {
    match (reading.index(), reading.absence()) {
        (None, Some(absence)) => Shape::Upright {
            at: (x + NOTE * MIDDLE, plot.foot() - 5.0),
            size: NOTE,
            paint: Paint::Soft,
            text: absence.words().to_owned(),
        },
        (index, _) => {
            let y = plot.y(index.map_or(0.0, Index::get));
            strong((beside, y + NOTE * MIDDLE), anchor, NOTE, Paint::Ink, reading.short())
        }
    }
}
