//! Teams by constructs, a coloured cell with its number for each.

mod drawing;

use std::fmt;

use crate::chart::{Chart, DataTable, Width};
use crate::parts::count;
use crate::values::{Index, Reading};

/// Why there is no [`Heatmap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeatmapFault {
    /// Not 1 to 14 columns.
    Columns,
    /// A row without exactly one reading a column.
    Readings,
}

impl fmt::Display for HeatmapFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Columns => "a heatmap has 1 to 14 columns",
            Self::Readings => "a row needs one reading for each column",
        })
    }
}

impl std::error::Error for HeatmapFault {}

/// Readings of several teams, a row each. For more than about forty rows print a table whose cells have
/// [`crate::Step::cell_class`] instead: it can be searched, sorted and scrolled.
#[derive(Clone, Debug, PartialEq)]
pub struct Heatmap {
    columns: Vec<String>,
    rows: Vec<(String, Vec<Reading>)>,
}

impl Heatmap {
    /// `columns` are the names of the constructs; each row has a name and a reading for each column.
    pub fn new(columns: Vec<String>, rows: Vec<(String, Vec<Reading>)>) -> Result<Self, HeatmapFault> {
        if !(1..=14).contains(&columns.len()) {
            return Err(HeatmapFault::Columns);
        }
        if rows.iter().any(|(_, readings)| readings.len() != columns.len()) {
            return Err(HeatmapFault::Readings);
        }
        Ok(Self { columns, rows })
    }
}

/// A cell for each reading, coloured in five steps, with the number in it; hatched where it is not shown.
pub fn heatmap(title: &str, heatmap: &Heatmap, width: Width) -> Chart {
    let names = heatmap.rows.iter().map(|(name, _)| name.as_str());
    let table = DataTable::grid("Team", &heatmap.columns, names, |row, column| heatmap.rows[row].1[column].to_string());
    Chart::new(title, described(heatmap), table, width, drawing::drawn(heatmap, width))
}

fn described(heatmap: &Heatmap) -> String {
    let cells = || {
        heatmap.rows.iter().flat_map(|(row, readings)| {
            readings.iter().zip(&heatmap.columns).map(move |(reading, column)| (row, column, *reading))
        })
    };
    let told = || cells().filter_map(|(row, column, reading)| Some((row, column, reading, reading.index()?)));
    let pick =
        |better: fn(Index, Index) -> bool| told().reduce(|best, next| if better(next.3, best.3) { next } else { best });
    let all = cells().count();
    let absent = all - told().count();
    let mut sentences = Vec::new();
    match (pick(|a, b| a > b), pick(|a, b| a < b)) {
        (Some(high), Some(low)) => {
            sentences
                .push(format!("Highest: {}, {}, {}. Lowest: {}, {}, {}.", high.0, high.1, high.2, low.0, low.1, low.2));
        }
        _ => sentences.push("No figure can be shown.".to_owned()),
    }
    if absent > 0 {
        sentences.push(format!("Without a figure: {absent} of {}.", count(all, "cell", "cells")));
    }
    sentences.join(" ")
}
