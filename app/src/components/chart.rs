//! Charts from the `charts` crate, whose painter escapes every text it writes.

use charts::{Chart, Ids, Mark, Scene, Width, index_bar, interval_cell, interval_scale, spread, step_bar, svg};
use domain::report::Figure;
use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// Puts a scene into the page. `class` names its place in the style sheet.
fn embed(scene: &Scene, class: &'static str) -> Rendered {
    view! { <span class=class inner_html=svg::screen(scene)></span> }.rendered()
}

/// A chart that stands alone, for rooms of this width, with its words for a screen reader.
pub fn alone(chart: &Chart, width: Width, ids: &Ids) -> Rendered {
    view! { <div class=width.class() inner_html=chart.screen(ids)></div> }.rendered()
}

/// The bar under the index: dot, range and scale.
pub fn index(figure: &Figure) -> Rendered {
    embed(&index_bar("Maturity index", &figure.text, &figure.range_text, Mark::from(figure)), "chart-index").rendered()
}

/// Dot and range of one row; `attention` makes it stand out. Says nothing to a screen reader: the row gives the figure
/// in words.
pub fn interval(figure: &Figure, attention: bool) -> Rendered {
    embed(&interval_cell("", Mark::from(figure).attention(attention)), "chart-row").rendered()
}

/// The same of a published figure, in a cell that gives it in words.
pub fn band(figure: &domain::figures::Figure) -> Rendered {
    let range = figure.interval.map(|interval| (interval.low, interval.high));
    embed(&interval_cell("", Mark::new(figure.value, range)), "chart-row").rendered()
}

/// The numbers under a column of [`interval`]s.
pub fn scale() -> Rendered {
    embed(&interval_scale(), "chart-row").rendered()
}

/// How answers spread over 1 to 5: `counts` are how many gave each.
pub fn answers(counts: &[u32; 5]) -> Rendered {
    embed(&spread(counts), "chart-spread").rendered()
}

/// How far one answer has come: the steps up to it filled. Says nothing to a screen reader: the answer stands beside it in
/// words.
pub fn steps(filled: Option<f64>, steps: u8, attention: bool) -> Rendered {
    embed(&step_bar(filled, steps, attention), "chart-steps").rendered()
}
