//! What a publication says as tables: a workbook (XLSX), one long table (CSV), and the result of `score` (JSON).
//!
//! An [`Export`] is made of a [`Published`](domain::privacy::Published) alone, which only the publishing function makes and
//! nobody can change. So nothing gets into a file that was not published: coarse figures are coarse, suppressed ones are
//! not there. Pure: no clock, no IO, no randomness. The same publication gives the same bytes.
//!
//! To add a column: a line in the table's file under `tables/`. The line holds its name, meaning, unit, range and value, so
//! all three files and the codebook have it. To add a table: a file there, and its line in `tables/mod.rs`.
//!
//! # The forms
//!
//! **XLSX**: a sheet a table, numbers as numbers. They are shown with one or two decimals and kept in full.
//!
//! **CSV**: one table with a line for each cell (`table,id,field,status,precision,value`), rather than constructs and items
//! side by side. One form holds every table, also the codebook; its columns never change, so rounds can be put one under
//! the other and scripts go on working when a table gets a column; and status and precision stand beside each value, so
//! that no empty cell is ever without its reason. For reading by eye there is the workbook. RFC 4180: UTF-8, CRLF, no byte
//! order mark (which would become part of the first column's name). Numbers are not rounded.
//!
//! **JSON**: what `score` prints, written by `domain` itself, with `cuts`, `comments`, `about` and `codebook` beside it.
//!
//! # Texts that are formulas
//!
//! A spreadsheet takes a text that begins with `=`, `+`, `-`, `@`, TAB, CR or LF for a formula. In XLSX and CSV such a text
//! gets an apostrophe before it, also if only spaces stand before the sign, or if it is one of their full-width forms. So
//! does one that begins with an apostrophe: taking one leading apostrophe away always gives the text back. In the workbook
//! texts are also written as strings, which no program works out. JSON has texts as they are.
//!
//! # Why there is no DOCX
//!
//! Looked at in November 2026: not cheap. `docx-rs` 0.4.22 is kept up and writes paragraphs, styles and tables, but its source
//! has no charts and cannot mark a table's header row, which screen readers need. Charts would have to become pictures, by
//! a rasteriser that nothing else here needs, each with a text in its place; and the layout a second set of templates
//! beside those of the PDF, of which no test here could show how Word lays it out. `rdocx` (0.16) promises more and is young.
//! What people want to edit are tables and sentences: the workbook has the former, the latter can be copied from the page. It is
//! worth it once somebody has to put results into a house template; [`tables()`] then has the rows.

mod cell;
mod column;
mod csv;
mod error;
mod export;
mod json;
mod neutral;
mod tables;
mod xlsx;

pub use cell::Cell;
pub use column::Heading;
pub use csv::csv;
pub use error::Error;
pub use export::{About, Export};
pub use json::json;
pub use tables::{Table, tables};
pub use xlsx::xlsx;
