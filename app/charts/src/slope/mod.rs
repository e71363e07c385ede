//! From one time to another, a small panel for each construct.

mod panel;
mod said;

use crate::chart::{Chart, DataTable, Drawn, Width};
use crate::parts::{notes, rounded};
use crate::values::Reading;

/// Whether two readings of a construct can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The questions were the same.
    Same,
    /// The questions changed in between: a visible break, across which nothing is compared.
    Reworded,
}

/// One panel of [`slope`].
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeRow {
    /// The construct.
    pub name: String,
    /// At the first time.
    pub earlier: Reading,
    /// At the second time.
    pub later: Reading,
    /// Whether the two can be compared.
    pub link: Link,
}

impl SlopeRow {
    /// The later figure less the earlier, as both are shown; `None` if a figure is missing or they are not compared.
    fn change(&self) -> Option<i16> {
        let (earlier, later) = (self.earlier.index()?, self.later.index()?);
        (self.link == Link::Same).then(|| i16::from(later.whole()) - i16::from(earlier.whole()))
    }
}

/// How each construct moved between two times. A panel each, all from 0 to 100, in the order of `rows`; lines in one
/// panel would cover one another's ranges.
pub fn slope(title: &str, times: [&str; 2], rows: &[SlopeRow], width: Width) -> Chart {
    let columns = match width {
        Width::Wide => 4,
        Width::Narrow => 2,
    };
    let pitch = (width.units() + panel::GAP) / f64::from(columns);
    let mut shapes = Vec::new();
    let (mut line, mut column) = (0, 0);
    for row in rows {
        let corner = (pitch * f64::from(column), panel::HEIGHT * f64::from(line));
        shapes.extend(panel::drawn(row, times, corner, pitch - panel::GAP));
        column += 1;
        if column == columns {
            (line, column) = (line + 1, 0);
        }
    }
    let foot = panel::HEIGHT * f64::from(if column == 0 { line } else { line + 1 });
    let scale = "Each panel runs from 0 to 100, with a line at 50. Upright: the 95 % range.".to_owned();
    let readings = rows.iter().flat_map(|row| [&row.earlier, &row.later]);
    let said: Vec<String> = std::iter::once(scale).chain(rounded(readings)).collect();
    let (below, height) = notes(&said, (0.0, foot), width.units());
    shapes.extend(below);
    let head = ["Name", times[0], times[1], "Change"];
    let cells =
        |row: &SlopeRow| [row.name.clone(), row.earlier.with_range(), row.later.with_range(), said::change(row)];
    let table = DataTable::fixed(head, rows.iter().map(cells));
    Chart::new(title, said::described(times, rows), table, width, Drawn { height: foot + height, shapes })
}
