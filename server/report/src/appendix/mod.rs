//! The appendix: every published figure in a table, as far as it is told.
//!
//! To add a table: a file here, and its line in [`tables`].

mod cell;
mod constructs;
mod delivery;
mod dials;
mod figures;
mod items;
mod roles;

use domain::report::RoundReport;
use serde::Serialize;

/// A table as its template takes it.
#[derive(Debug, Serialize)]
pub(crate) struct Table {
    title: &'static str,
    /// How to read it; empty if it needs no words.
    lead: &'static str,
    room: Room,
    /// The headings of the columns after the name.
    columns: Vec<String>,
    rows: Vec<Row>,
}

/// How much room a table needs.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum Room {
    /// Half the width of a page: two in a row stand side by side.
    Half,
    /// The width of a page.
    Page,
    /// A page on its side.
    Side,
}

/// A row of a table.
#[derive(Debug, Serialize)]
struct Row {
    /// "TE4"; empty where a row has none.
    id: String,
    name: String,
    /// A cell for each column.
    cells: Vec<String>,
    /// What is said across all columns where there is no figure; empty where there is one.
    instead: &'static str,
}

impl Row {
    /// A row with figures.
    fn told(id: &str, name: &str, cells: Vec<String>) -> Self {
        Self { id: id.to_owned(), name: name.to_owned(), cells, instead: "" }
    }

    /// A row without, and why.
    fn absent(id: &str, name: &str, instead: &'static str) -> Self {
        Self { id: id.to_owned(), name: name.to_owned(), cells: Vec::new(), instead }
    }
}

/// Every table that has a row; none where nobody has answered and where nothing is published.
pub(crate) fn tables(report: &RoundReport<'_>) -> Vec<Table> {
    let scores = &report.published.scores;
    if !report.data.published || scores.respondents == 0 {
        return Vec::new();
    }
    let instrument = report.instrument;
    let mut tables = vec![
        figures::table(instrument, scores),
        figures::dimensions(instrument, scores),
        constructs::table(instrument, scores),
        dials::table(instrument, report.published),
        delivery::table(instrument, scores),
        items::table(instrument, scores),
        roles::table(instrument, report.published),
    ];
    tables.retain(|table| !table.rows.is_empty());
    tables
}
