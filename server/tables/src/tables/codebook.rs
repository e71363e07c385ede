//! Every column of every table.

use crate::column::{Column, fill};
use crate::{Heading, Table};

/// A column of this table.
type Col = Column<Row>;

struct Row {
    table: &'static str,
    heading: Heading,
}

/// The codebook of `tables`, itself among them.
pub(crate) fn table(tables: &[Table]) -> Table {
    let others = tables
        .iter()
        .filter(|table| table.id() != ID)
        .flat_map(|table| table.columns().iter().map(|heading| Row { table: table.id(), heading: *heading }));
    let own = fill(ID, TITLE, &columns(), &[]);
    let own = own.columns().iter().map(|heading| Row { table: ID, heading: *heading });
    fill(ID, TITLE, &columns(), &others.chain(own).collect::<Vec<_>>())
}

const ID: &str = "codebook";
const TITLE: &str = "Codebook";

const fn columns() -> [Col; 7] {
    [
        Col::text("id", "Table and column.", |row| format!("{}.{}", row.table, row.heading.name).into()),
        Col::text("table", "The table.", |row| row.table.into()),
        Col::text("column", "The column's name.", |row| row.heading.name.into()),
        Col::text("meaning", "What it says.", |row| row.heading.meaning.into()),
        Col::text("unit", "Its unit.", |row| row.heading.unit.into()).empty("It has none."),
        Col::text("range", "The values that it can have.", |row| row.heading.range.into()),
        Col::text("empty", "What an empty cell means.", |row| row.heading.empty.into()),
    ]
}
