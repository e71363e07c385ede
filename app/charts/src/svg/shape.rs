//! One shape as an SVG element.

use std::fmt::Write as _;

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
    fn attributes(self, attribute: &str, paint: Paint) -> String {
        match self {
            Self::Classes => format!(r#"class="{}" {attribute}="currentColor""#, class(paint)),
            Self::Resolved => format!(r#"{attribute}="{}""#, resolved(paint)),
        }
    }
}

/// A length with at most two decimals and no trailing zeros.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Appends the shape's element.
pub(super) fn write(svg: &mut String, shape: &Shape, colours: Colours) {
    // Writing to a String cannot fail.
    let _ = match shape {
        Shape::Line { from, to, width, paint } => write!(
            svg,
            r#"<line x1="{}" y1="{}" x2="{}" y2="{}" stroke-width="{}" {}/>"#,
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1),
            number(*width),
            colours.attributes("stroke", *paint),
        ),
        Shape::Rect { at, size, radius, paint } => write!(
            svg,
            r#"<rect x="{}" y="{}" width="{}" height="{}" rx="{}" {}/>"#,
            number(at.0),
            number(at.1),
            number(size.0),
            number(size.1),
            number(*radius),
            colours.attributes("fill", *paint),
        ),
        Shape::Circle { centre, radius, paint } => write!(
            svg,
            r#"<circle cx="{}" cy="{}" r="{}" {}/>"#,
            number(centre.0),
            number(centre.1),
            number(*radius),
            colours.attributes("fill", *paint),
        ),
        Shape::Polygon { points, paint } => {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
            write!(svg, r#"<polygon points="{}" {}/>"#, points.join(" "), colours.attributes("fill", *paint))
        }
        Shape::Path { points, width, dash, paint } => {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
            write!(
                svg,
                r#"<polyline points="{}" fill="none" stroke-width="{}" stroke-linejoin="round"{} {}/>"#,
                points.join(" "),
                number(*width),
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
            number(at.0),
            number(at.1),
            number(*size),
            colours.attributes("fill", *paint),
            escaped(text),
        ),
        Shape::Text { at, anchor, size, weight, paint, text } => write!(
            svg,
            r#"<text x="{}" y="{}" font-size="{}"{}{} {}>{}</text>"#,
            number(at.0),
            number(at.1),
            number(*size),
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
