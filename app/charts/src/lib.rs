//! Charts as values: data becomes a [`Scene`] of plain shapes, and a painter writes the scene as SVG.
//!
//! Nothing here reads files, clocks or the page it ends up on. Two painters exist: [`svg::screen`] names colours by
//! class, so that a style sheet decides them in light and dark; [`svg::print`] resolves them for white paper.
//!
//! To add a chart: one file with a function from plain slices to `Scene`, a title that gives every number in words, and
//! tests for no value, a clipped range and hostile names.

mod axis;
mod index_bar;
mod interval_cell;
mod interval_rows;
mod mark;
mod plumb;
mod report;
mod scene;
mod spread;
mod step_bar;
pub mod svg;

pub use index_bar::index_bar;
pub use interval_cell::{interval_cell, interval_scale};
pub use interval_rows::{IntervalRow, interval_rows};
pub use mark::Mark;
pub use plumb::{logo, plumb_line};
pub use scene::{Anchor, Paint, Scene, Shape, Weight};
pub use spread::spread;
pub use step_bar::step_bar;
