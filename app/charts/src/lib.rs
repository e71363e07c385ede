//! Charts as values: data becomes a [`Scene`] of plain shapes, and a painter writes the scene as SVG.
//!
//! Nothing here reads files, clocks or the page it ends up on. Two painters exist: [`svg::screen`] names colours by
//! class, so that a style sheet decides them in light and dark; [`svg::print`] resolves them for white paper.
//!
//! Small drawings that repeat what stands beside them ([`interval_cell`], [`spread`] and their like) are scenes. Charts
//! that stand alone ([`dots`], [`strip`], [`radar`], [`heatmap`], [`slope`], [`trend`], [`importance_map`]) are a
//! [`Chart`]: the drawing in one of two [`Width`]s, a title, a description that says the finding, and the numbers as a
//! [`DataTable`] to print beside it.
//!
//! To add a chart: one folder with a function from typed values to `Chart`, marks that differ by shape and not by colour
//! alone, words where there is no figure, and a case in `tests/charts/samples.rs`, which every property is tried on.

mod axis;
mod chart;
mod dots;
mod heatmap;
mod index_bar;
mod interval_cell;
mod map;
mod mark;
mod parts;
mod plumb;
mod radar;
mod report;
mod round;
mod scene;
mod slope;
mod spread;
mod step_bar;
mod strip;
pub mod svg;
mod text;
mod trend;
mod values;

pub use chart::{Chart, DataTable, Ids, Width};
pub use dots::{DotRow, dots};
pub use heatmap::{Heatmap, HeatmapFault, heatmap};
pub use index_bar::index_bar;
pub use interval_cell::{interval_cell, interval_scale};
pub use map::{Direction, MapPoint, importance_map};
pub use mark::Mark;
pub use plumb::{logo, plumb_line};
pub use radar::{Radar, RadarFault, radar};
pub use round::{Group, RoundCharts};
pub use scene::{Anchor, Dash, Extent, Paint, Scene, Shape, Weight};
pub use slope::{Link, SlopeRow, slope};
pub use spread::spread;
pub use step_bar::step_bar;
pub use strip::{Answers, StripRow, strip};
pub use trend::{Break, Trend, TrendFault, TrendSeries, trend};
pub use values::{Absence, Emphasis, Fives, Index, Interval, Reading, Share, Step, Whole, step};
