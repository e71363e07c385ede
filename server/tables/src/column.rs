//! Columns: what each says, in one place for all forms of file and for the codebook.

use crate::{Cell, Table};

/// Why a cell of a column with figures is empty, if nothing else is said.
pub(crate) const SEE_STATUS: &str = "It does not exist or is not published: status and precision say why.";

/// Why a figure that coarse rows do not have is empty.
pub(crate) const NOT_COARSE: &str = "Not published: the row is coarse or suppressed. Or it does not exist, see status.";

/// Why a precision is empty.
pub(crate) const NO_FIGURE: &str = "There is no figure: see status.";

/// The values of `precision`.
pub(crate) const PRECISION: &str = "exact, coarse";

/// Columns that are never empty.
pub(crate) const NEVER: &str = "Never empty.";

/// A column as the codebook has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its name, which stays the same: `index_low`.
    pub name: &'static str,
    /// What it says.
    pub meaning: &'static str,
    /// Its unit; empty for texts.
    pub unit: &'static str,
    /// The values that it can have.
    pub range: &'static str,
    /// What an empty cell means.
    pub empty: &'static str,
}

/// A column of rows of one kind.
pub(crate) struct Column<R> {
    heading: Heading,
    cell: fn(&R) -> Cell,
}

impl<R> Column<R> {
    /// A column of texts.
    pub(crate) const fn text(name: &'static str, meaning: &'static str, cell: fn(&R) -> Cell) -> Self {
        Self::number(name, meaning, "", "text", cell).empty(NEVER)
    }

    /// A column of numbers, or of words out of a few.
    pub(crate) const fn number(
        name: &'static str,
        meaning: &'static str,
        unit: &'static str,
        range: &'static str,
        cell: fn(&R) -> Cell,
    ) -> Self {
        Self { heading: Heading { name, meaning, unit, range, empty: SEE_STATUS }, cell }
    }

    /// Whether the row has a figure.
    pub(crate) const fn status(cell: fn(&R) -> Cell) -> Self {
        Self::number(
            "status",
            "Whether there is a score. scored: there is. withheld: too little was answered. not_applicable: asked of nobody, or does not apply. suppressed: not published, so that nobody's answers can be worked out.",
            "",
            "scored, withheld, not_applicable, suppressed",
            cell,
        )
        .empty(NEVER)
    }

    /// How much of the row's figures is told.
    pub(crate) const fn precision(cell: fn(&R) -> Cell) -> Self {
        Self::number(
            "precision",
            "exact: unrounded. coarse: few people are behind it, so an index is a whole number, a range has ends at multiples of 5, and the rest is not published.",
            "",
            PRECISION,
            cell,
        )
        .empty(NO_FIGURE)
    }

    /// How many people are behind the row at least.
    pub(crate) const fn at_least(cell: fn(&R) -> Cell) -> Self {
        Self::number(
            "n_at_least",
            "How many there are at least: n where it is exact, of coarse rows the round's smallest number of people behind a figure.",
            "people",
            "0 and more",
            cell,
        )
    }

    /// Says what an empty cell means.
    pub(crate) const fn empty(mut self, empty: &'static str) -> Self {
        self.heading.empty = empty;
        self
    }
}

/// Fills a table. The first column names the row and is its only `id`.
pub(crate) fn fill<R>(id: &'static str, title: &'static str, columns: &[Column<R>], rows: &[R]) -> Table {
    let row = |row: &R| columns.iter().map(|column| (column.cell)(row)).collect();
    Table::new(id, title, columns.iter().map(|column| column.heading).collect(), rows.iter().map(row).collect())
}
