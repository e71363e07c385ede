//! The tables, a file each: which columns they have and where each cell comes from.

pub(crate) mod about;
mod ask;
pub(crate) mod codebook;
mod comments;
mod constructs;
mod delivery;
mod dials;
mod dimensions;
mod frameworks;
mod items;
mod priorities;
mod quality;
pub(crate) mod questions;
mod roles;
mod summary;

use crate::{Cell, Export, Heading};

/// A table with its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    id: &'static str,
    title: &'static str,
    columns: Vec<Heading>,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    pub(crate) const fn new(
        id: &'static str,
        title: &'static str,
        columns: Vec<Heading>,
        rows: Vec<Vec<Cell>>,
    ) -> Self {
        Self { id, title, columns, rows }
    }

    /// Its name in CSV and in the codebook: `constructs`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Its sheet's name: "Constructs".
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// Its columns. The first one, `id`, names the row and is never empty.
    #[must_use]
    pub fn columns(&self) -> &[Heading] {
        &self.columns
    }

    /// Its rows, each with a cell a column; none where nothing of the kind is published.
    #[must_use]
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }
}

/// Every table, in the order of the sheets. All are always there, so that what reads them need not ask.
#[must_use]
pub fn tables(export: &Export<'_>) -> Vec<Table> {
    let mut tables = vec![
        summary::table(export),
        constructs::table(export),
        items::table(export),
        dimensions::table(export),
        dials::challenges(export),
        dials::benefits(export),
        delivery::table(export),
        frameworks::table(export),
        priorities::table(export),
        roles::table(export),
        quality::table(export),
        comments::table(export),
        questions::table(export),
        about::table(export),
    ];
    let codebook = codebook::table(&tables);
    tables.insert(tables.len() - 1, codebook);
    tables
}
