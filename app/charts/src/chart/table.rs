//! The numbers of a chart as a table.

/// Rows of words under a head. Every row has as many cells as the head; the first cell names the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataTable {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl DataTable {
    /// A table whose columns are known.
    pub(crate) fn fixed<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> Self {
        Self { head: head.map(str::to_owned).into(), rows: rows.into_iter().map(Vec::from).collect() }
    }

    /// A table with a column for the names, and one for each of `columns`, whose cells `cell` gives by row and column.
    pub(crate) fn grid<'a>(
        corner: &str,
        columns: &[String],
        names: impl IntoIterator<Item = &'a str>,
        cell: impl Fn(usize, usize) -> String,
    ) -> Self {
        let head = std::iter::once(corner.to_owned()).chain(columns.iter().cloned()).collect();
        let row = |(row, name): (usize, &str)| {
            std::iter::once(name.to_owned()).chain((0..columns.len()).map(|column| cell(row, column))).collect()
        };
        Self { head, rows: names.into_iter().enumerate().map(row).collect() }
    }

    /// The names of the columns.
    pub fn head(&self) -> &[String] {
        &self.head
    }

    /// The rows, each as long as the head.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }
}
