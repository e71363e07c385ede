//! Scenes as SVG. Only presentation attributes are used, never `style`, so that a strict content security policy holds.

mod escape;
mod shape;

use std::fmt::Write as _;

use crate::chart::Ids;
use crate::scene::{Paint, Scene};
use escape::escaped;
use shape::{Colours, Length};

/// For a page: each shape has a class such as `c-deep` and takes the style sheet's `color` of that class; the type's
/// family is inherited.
pub fn screen(scene: &Scene) -> String {
    paint(scene, Colours::Classes)
}

/// For paper: the colours of the light theme on a white ground, set in IBM Plex Sans.
pub fn print(scene: &Scene) -> String {
    paint(scene, Colours::Resolved)
}

/// The class that [`screen`] gives to a colour.
pub fn class(paint: Paint) -> &'static str {
    match paint {
        Paint::Ink => "c-ink",
        Paint::Soft => "c-soft",
        Paint::Line => "c-line",
        Paint::Deep => "c-deep",
        Paint::DeepSoft => "c-deep-soft",
        Paint::Brass => "c-brass",
        Paint::Warn => "c-warn",
        Paint::WarnSoft => "c-warn-soft",
        Paint::Paper => "c-paper",
        Paint::Edge => "c-edge",
        Paint::Step(step) => ["c-step-0", "c-step-1", "c-step-2", "c-step-3", "c-step-4"][usize::from(step.get())],
    }
}

/// The colour that [`print()`] uses.
pub fn resolved(paint: Paint) -> &'static str {
    match paint {
        Paint::Ink => "#17222e",
        Paint::Soft => "#55626f",
        Paint::Line => "#e2dfd7",
        Paint::Deep => "#17506b",
        Paint::DeepSoft => "#d7e7ee",
        Paint::Brass => "#8a5a12",
        Paint::Warn => "#a33d1e",
        Paint::WarnSoft => "#f6e2d9",
        Paint::Paper => "#ffffff",
        Paint::Edge => "#85837c",
        Paint::Step(step) => ["#dde9ee", "#b9d3de", "#86b2c5", "#38768f", "#123f55"][usize::from(step.get())],
    }
}

/// For a page, with words of its own: a title and a description whose ids begin with `ids`.
pub(crate) fn screen_with_words(scene: &Scene, ids: &Ids, title: &str, description: &str) -> String {
    let id = ids.as_str();
    let mut svg = opening(scene);
    // Writing to a String cannot fail.
    let _ = write!(
        svg,
        r#" role="img" aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>"#,
        escaped(title),
        escaped(description)
    );
    finish(svg, scene, Colours::Classes)
}

fn opening(scene: &Scene) -> String {
    let (width, height) = (Length(scene.width), Length(scene.height));
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}""#
    )
}

fn finish(mut svg: String, scene: &Scene, colours: Colours) -> String {
    for shape in &scene.shapes {
        shape::write(&mut svg, shape, colours);
    }
    svg.push_str("</svg>");
    svg
}

fn paint(scene: &Scene, colours: Colours) -> String {
    let mut svg = opening(scene);
    if matches!(colours, Colours::Resolved) {
        svg.push_str(r#" font-family="IBM Plex Sans""#);
    }
    if scene.title.is_empty() {
        svg.push_str(r#" aria-hidden="true">"#);
    } else {
        let title = escaped(&scene.title);
        // The label serves whoever listens; the element shows the words to a pointer that rests.
        let _ = write!(svg, r#" role="img" aria-label="{title}"><title>{title}</title>"#);
    }
    finish(svg, scene, colours)
}
