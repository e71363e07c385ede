//! One shape as an SVG element.

use std::fmt::{self, Write as _};

use super::escape::escaped;
use super::{class, resolved};
use crate::scene::{Anchor, Dash, Paint, Shape, Weight};

/// How colours are written.
#[derive(Clone, Copy)]
pub(super) enum Colours {
    /// By class, for a style sheet.
    Classes,
    /// As they are, for paper.
    Resolved,
}

impl Colours {
    /// The attributes that colour what `attribute` names: `fill` or `stroke`.
    const fn attributes(self, attribute: &'static str, paint: Paint) -> Attributes {
        Attributes { colours: self, attribute, paint }
    }
}

/// See [`Colours::attributes`].
struct Attributes {
    colours: Colours,
    attribute: &'static str,
    paint: Paint,
}

impl fmt::Display for Attributes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { colours, attribute, paint } = self;
        match colours {
            Colours::Classes => write!(f, r#"class="{}" {attribute}="currentColor""#, class(*paint)),
            Colours::Resolved => write!(f, r#"{attribute}="{}""#, resolved(*paint)),
        }
    }
}

/// A length, written with at most two decimals and no trailing zeros.
///
/// A page has thousands of them. Rounding to hundredths first and writing whole numbers takes a tenth of the time that
/// formatting the number itself does, which works out every digit of it.
pub(super) struct Length(pub f64);

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[expect(clippy::cast_possible_truncation, reason = "no drawing is that large")]
        let hundredths = (self.0 * 100.0).round_ties_even() as i64;
        let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        if hundredths < 0 {
            f.write_char('-')?;
        }
        match (rest / 10, rest % 10) {
            (0, 0) => write!(f, "{whole}"),
            (tenths, 0) => write!(f, "{whole}.{tenths}"),
            (tenths, hundredths) => write!(f, "{whole}.{tenths}{hundredths}"),
        }
    }
}

/// Corners of a figure: "x,y x,y".
struct Corners<'p>(&'p [(f64, f64)]);

impl fmt::Display for Corners<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (x, y)) in self.0.iter().enumerate() {
            let blank = if place == 0 { "" } else { " " };
            write!(f, "{blank}{},{}", Length(*x), Length(*y))?;
        }
        Ok(())
    }
}

/// Appends the shape's element.
pub(super) fn write(svg: &mut String, shape: &Shape, colours: Colours) {
    // Writing to a String cannot fail.
    let _ = match shape {
        Shape::Line { from, to, width, paint } => write!(
            svg,
            r#"<line x1="{}" y1="{}" x2="{}" y2="{}" stroke-width="{}" {}/>"#,
            Length(from.0),
            Length(from.1),
            Length(to.0),
            Length(to.1),
            Length(*width),
            colours.attributes("stroke", *paint),
        ),
        Shape::Rect { at, size, radius, paint } => write!(
            svg,
            r#"<rect x="{}" y="{}" width="{}" height="{}" rx="{}" {}/>"#,
            Length(at.0),
            Length(at.1),
            Length(size.0),
            Length(size.1),
            Length(*radius),
            colours.attributes("fill", *paint),
        ),
        Shape::Circle { centre, radius, paint } => write!(
            svg,
            r#"<circle cx="{}" cy="{}" r="{}" {}/>"#,
            Length(centre.0),
            Length(centre.1),
            Length(*radius),
            colours.attributes("fill", *paint),
        ),
        Shape::Polygon { points, paint } => {
            write!(svg, r#"<polygon points="{}" {}/>"#, Corners(points), colours.attributes("fill", *paint))
        }
        Shape::Path { points, width, dash, paint } => {
            write!(
                svg,
                r#"<polyline points="{}" fill="none" stroke-width="{}" stroke-linejoin="round"{} {}/>"#,
                Corners(points),
                Length(*width),
                dashes(*dash),
                colours.attributes("stroke", *paint),
            )
        }
        Shape::Group { tip, shapes } => {
            svg.push_str("<g>");
            if matches!(colours, Colours::Classes) && !tip.is_empty() {
                let _ = write!(svg, "<title>{}</title>", escaped(tip));
            }
            for shape in shapes {
                self::write(svg, shape, colours);
            }
            svg.push_str("</g>");
            Ok(())
        }
        Shape::Upright { at, size, paint, text } => write!(
            svg,
            r#"<text transform="translate({} {}) rotate(-90)" font-size="{}" {}>{}</text>"#,
            Length(at.0),
            Length(at.1),
            Length(*size),
            colours.attributes("fill", *paint),
            escaped(text),
        ),
        Shape::Text { at, anchor, size, weight, paint, text } => write!(
            svg,
            r#"<text x="{}" y="{}" font-size="{}"{}{} {}>{}</text>"#,
            Length(at.0),
            Length(at.1),
            Length(*size),
            text_anchor(*anchor),
            font_weight(*weight),
            colours.attributes("fill", *paint),
            escaped(text),
        ),
    };
}

fn dashes(dash: Dash) -> &'static str {
    match dash {
        Dash::Solid => "",
        Dash::Dashed => r#" stroke-dasharray="7 4""#,
        Dash::Dotted => r#" stroke-dasharray="1.5 3.5""#,
    }
}

fn text_anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "",
        Anchor::Middle => r#" text-anchor="middle""#,
        Anchor::End => r#" text-anchor="end""#,
    }
}

fn font_weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "",
        Weight::Strong => r#" font-weight="600""#,
    }
}
