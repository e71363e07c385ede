//! From the values of a result to the values of a chart.

use domain::report::{ConstructRow, Figure};

use crate::{IntervalRow, Mark};

impl From<&Figure> for Mark {
    fn from(figure: &Figure) -> Self {
        Self::new(figure.value, figure.range)
    }
}

impl From<&ConstructRow> for Mark {
    fn from(row: &ConstructRow) -> Self {
        Self::from(&row.figure).attention(row.attention)
    }
}

impl<'a> From<&'a ConstructRow> for IntervalRow<'a> {
    fn from(row: &'a ConstructRow) -> Self {
        Self { name: &row.short, text: &row.figure.text, range_text: &row.figure.range_text, mark: Mark::from(row) }
    }
}
