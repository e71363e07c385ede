//! What a chart is made of, before anybody decides colours or file formats.

mod extent;

pub use extent::Extent;

use crate::values::Step;

/// The part a colour plays; the painter decides which colour that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Text and what stands out most.
    Ink,
    /// Secondary text.
    Soft,
    /// Rules and empty places.
    Line,
    /// Data.
    Deep,
    /// The range of data.
    DeepSoft,
    /// The plumb line.
    Brass,
    /// Data that needs attention.
    Warn,
    /// The range of data that needs attention.
    WarnSoft,
    /// The ground, such as figures on a dark cell.
    Paper,
    /// Outlines that carry a meaning: hatching, hollow marks.
    Edge,
    /// The ground of a cell, by its figure.
    Step(Step),
}

impl Paint {
    /// What can be read on a cell of that step, at 4.5 to 1 or better in both themes.
    pub const fn on(step: Step) -> Self {
        if step.get() < 3 { Self::Ink } else { Self::Paper }
    }
}

/// How a line is broken, so that lines differ without their colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Into dashes.
    Dashed,
    /// Into dots.
    Dotted,
}

/// Which end of a text stands at its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins at x.
    Start,
    /// The text is centred on x.
    Middle,
    /// The text ends at x.
    End,
}

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Numbers to find at a glance.
    Strong,
}

/// One drawn thing. Lengths are in the scene's units, x to the right and y downwards.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// Start, x and y.
        from: (f64, f64),
        /// End, x and y.
        to: (f64, f64),
        /// Thickness.
        width: f64,
        /// Colour.
        paint: Paint,
    },
    /// A filled rectangle.
    Rect {
        /// Upper left corner.
        at: (f64, f64),
        /// Width and height.
        size: (f64, f64),
        /// Corner radius.
        radius: f64,
        /// Colour.
        paint: Paint,
    },
    /// A filled circle.
    Circle {
        /// Centre.
        centre: (f64, f64),
        /// Radius.
        radius: f64,
        /// Colour.
        paint: Paint,
    },
    /// A filled polygon.
    Polygon {
        /// Corners in order; the last joins the first.
        points: Vec<(f64, f64)>,
        /// Colour.
        paint: Paint,
    },
    /// A line through several points, with round corners.
    Path {
        /// The points in order; a closed line repeats its first.
        points: Vec<(f64, f64)>,
        /// Thickness.
        width: f64,
        /// How it is broken.
        dash: Dash,
        /// Colour.
        paint: Paint,
    },
    /// Shapes that belong to one thing.
    Group {
        /// What a pointer that rests on them is told, unescaped. Whoever listens hears the chart's own words.
        tip: String,
        /// The shapes, back to front.
        shapes: Vec<Shape>,
    },
    /// One line of text that reads upwards.
    Upright {
        /// Where it begins, on its base line.
        at: (f64, f64),
        /// Size of the type.
        size: f64,
        /// Colour.
        paint: Paint,
        /// The words, unescaped.
        text: String,
    },
    /// One line of text.
    Text {
        /// Where the anchor stands on the base line.
        at: (f64, f64),
        /// Which end stands there.
        anchor: Anchor,
        /// Size of the type.
        size: f64,
        /// Weight of the type.
        weight: Weight,
        /// Colour.
        paint: Paint,
        /// The words, unescaped.
        text: String,
    },
}

/// A chart, ready to be painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in its own units, which are pixels when shown at full size.
    pub width: f64,
    /// Height in the same units.
    pub height: f64,
    /// All it says in words, for whoever does not see it. Empty if it only repeats what stands beside it.
    pub title: String,
    /// What is drawn, back to front.
    pub shapes: Vec<Shape>,
}
