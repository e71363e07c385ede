//! Charts from the `charts` crate, whose painter escapes every text it writes.

use charts::{Mark, Scene, index_bar, interval_cell, interval_scale, spread, step_bar, svg};
use domain::report::Figure;
use leptos::prelude::*;

/// Puts a scene into the page. `class` names its place in the style sheet.
fn embed(scene: &Scene, class: &'static str) -> impl IntoView + use<> {
    view! { <span class=class inner_html=svg::screen(scene)></span> }
}

/// The bar under the index: dot, range and scale.
pub fn index(figure: &Figure) -> impl IntoView + use<> {
    embed(&index_bar("Maturity index", &figure.text, &figure.range_text, Mark::from(figure)), "chart-index")
}

/// Dot and range of one row; `attention` makes it stand out. Says nothing to a screen reader: the row gives the figure
/// in words.
pub fn interval(figure: &Figure, attention: bool) -> impl IntoView + use<> {
    embed(&interval_cell("", Mark::from(figure).attention(attention)), "chart-row")
}

/// The numbers under a column of [`interval`]s.
pub fn scale() -> impl IntoView + use<> {
    embed(&interval_scale(), "chart-row")
}

/// How answers spread over 1 to 5: `counts` are how many gave each.
pub fn answers(counts: &[u32; 5]) -> impl IntoView + use<> {
    embed(&spread(counts), "chart-spread")
}

/// How far one answer has come: the steps up to it filled. Says nothing to a screen reader: the answer stands beside it in
/// words.
pub fn steps(filled: Option<f64>, steps: u8, attention: bool) -> impl IntoView + use<> {
    embed(&step_bar(filled, steps, attention), "chart-steps")
}
