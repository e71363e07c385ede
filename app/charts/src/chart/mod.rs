//! A chart with its words and its numbers.

mod ids;
mod table;

pub use ids::Ids;
pub use table::DataTable;

use crate::scene::{Scene, Shape};
use crate::svg;

/// For which room a chart is drawn. Both show the same; print both and let the style sheet choose, with [`Ids`] of their
/// own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A desk or a page of paper: 680 units.
    Wide,
    /// A phone: 327 units.
    Narrow,
}

impl Width {
    /// In units of the drawing, which are pixels at full size.
    pub const fn units(self) -> f64 {
        match self {
            Self::Wide => 680.0,
            Self::Narrow => 327.0,
        }
    }

    /// The class of what holds a drawing of this width, with which the style sheet shows one of two.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Wide => "drawing-wide",
            Self::Narrow => "drawing-narrow",
        }
    }
}

/// A chart: the drawing, what it says in words, and its numbers as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    title: String,
    description: String,
    table: DataTable,
    scene: Scene,
}

impl Chart {
    pub(crate) fn new(title: &str, description: String, table: DataTable, width: Width, drawn: Drawn) -> Self {
        let scene = Scene { width: width.units(), height: drawn.height, title: String::new(), shapes: drawn.shapes };
        Self { title: title.to_owned(), description, table, scene }
    }

    /// What it is about: "Practices".
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it shows, in sentences, for whoever does not see it: the finding, not the kind of drawing.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Its numbers, in the order in which they were given.
    pub const fn table(&self) -> &DataTable {
        &self.table
    }

    /// The drawing, without words for a screen reader.
    pub const fn scene(&self) -> &Scene {
        &self.scene
    }

    /// For a page, as [`svg::screen`], with the title and the description for screen readers.
    pub fn screen(&self, ids: &Ids) -> String {
        svg::screen_with_words(&self.scene, ids, &self.title, &self.description)
    }

    /// For paper, as [`svg::print`], without words of its own: a PDF holds the description as the alternative text.
    pub fn print(&self) -> String {
        svg::print(&self.scene)
    }
}

/// What a chart's function has drawn.
pub(crate) struct Drawn {
    /// Height in units.
    pub height: f64,
    /// Back to front.
    pub shapes: Vec<Shape>,
}
