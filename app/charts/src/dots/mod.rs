//! A dot with its band, a row for each construct.

mod narrow;
mod wide;

use crate::chart::{Chart, DataTable, Width};
use crate::parts::{count, highest, lowest};
use crate::values::{Emphasis, Reading};

/// One row of [`dots`].
#[derive(Clone, Debug, PartialEq)]
pub struct DotRow {
    /// What the row is about. Too long a name is cut in the drawing and whole in the table.
    pub name: String,
    /// The figure with its range, or why there is none.
    pub reading: Reading,
    /// Whether it calls for a look.
    pub emphasis: Emphasis,
}

/// Rows on one axis from 0 to 100: name, band, dot, figure and range. Wide, a row is one line; narrow, it is name and
/// figure above a band of the whole width.
pub fn dots(title: &str, rows: &[DotRow], width: Width) -> Chart {
    let drawn = match width {
        Width::Wide => wide::drawn(rows),
        Width::Narrow => narrow::drawn(rows),
    };
    let cells = rows.iter().map(|row| [row.name.clone(), row.reading.to_string(), row.reading.range_words()]);
    let table = DataTable::fixed(["Name", "Index, 0 to 100", "95 % range"], cells);
    Chart::new(title, described(rows), table, width, drawn)
}

fn described(rows: &[DotRow]) -> String {
    let told = rows.iter().filter(|row| row.reading.index().is_some()).count();
    let mut sentences = Vec::new();
    match (highest(rows, |row| row.reading), lowest(rows, |row| row.reading)) {
        (Some(high), Some(low)) if high != low => {
            let apart = match (high.reading.interval(), low.reading.interval()) {
                (Some(one), Some(other)) if one.meets(other) => "; their ranges overlap",
                (Some(_), Some(_)) => "; their ranges do not overlap",
                _ => "",
            };
            let figure = |row: &DotRow| format!("{}, {}", row.name, row.reading.with_range());
            sentences.push(format!("Highest of {told}: {}. Lowest: {}{apart}.", figure(high), figure(low)));
        }
        (Some(only), _) if told == 1 => sentences.push(format!("{}: {}.", only.name, only.reading.with_range())),
        (Some(alike), _) => sentences.push(format!("All {told} are at {}.", alike.reading)),
        _ => sentences.push("No figure can be shown.".to_owned()),
    }
    if told > 0 && told < rows.len() {
        sentences.push(format!("Without a figure: {}.", count(rows.len() - told, "row", "rows")));
    }
    sentences.join(" ")
}

/// What is said to a pointer that rests on a row.
fn tip(row: &DotRow) -> String {
    format!("{}: {}", row.name, row.reading.with_range())
}

/// What the marks of these rows stand for.
fn entries(rows: &[DotRow]) -> Vec<crate::parts::Entry<'static>> {
    use crate::axis::Axis;
    use crate::values::{Fives, Index, Interval, Whole};
    let drawn =
        |reading| move |(x, y)| crate::parts::mark(Axis { start: x, length: 30.0 }, y, MARK, reading, Emphasis::Usual);
    let mut entries = Vec::new();
    let any = |wanted: fn(Reading) -> bool| rows.iter().any(|row| wanted(row.reading));
    if let (true, Some(index)) = (any(|reading| matches!(reading, Reading::Full { .. })), Index::new(50.0)) {
        let reading = Reading::Full { index, interval: Interval::new(0.0, 100.0) };
        entries.push(crate::parts::Entry::new(30.0, "Figure and its 95 % range", drawn(reading)));
    }
    if let (true, Some(index)) = (any(Reading::is_coarse), Whole::new(50)) {
        let reading = Reading::Coarse { index, interval: Fives::new(0, 100) };
        entries.push(crate::parts::Entry::new(30.0, "Rounded, to protect a small group", drawn(reading)));
    }
    entries
}

/// Dot and band of a row.
const MARK: crate::mark::MarkSize = crate::mark::MarkSize { dot: 5.5, band: 10.0, spine: 1.0 };
