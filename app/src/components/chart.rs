//! Charts from the `charts` crate, whose painter escapes every text it writes.

use charts::{Mark, Scene, index_bar, interval_cell, spread, svg};
use domain::report::Figure;
use leptos::prelude::*;

/// Puts a scene into the page. `class` names its place in the style sheet.
fn embed(scene: &Scene, class: &'static str) -> impl IntoView + use<> {
    view! { <div class=class inner_html=svg::screen(scene)></div> }
}

/// The bar under the index: dot, range and scale.
#[component]
pub fn IndexBar(
    /// The index with its range.
    figure: Figure,
) -> impl IntoView {
    embed(&index_bar("Maturity index", &figure.text, &figure.range_text, Mark::from(&figure)), "chart-index")
}

/// Dot and range of one row. Says nothing to a screen reader: the row gives the figure in words.
#[component]
pub fn IntervalRow(
    /// The figure with its range.
    figure: Figure,
    /// Whether it stands out.
    attention: bool,
) -> impl IntoView {
    embed(&interval_cell("", Mark::from(&figure).attention(attention)), "chart-row")
}

/// How answers spread over 1 to 5.
#[component]
pub fn Spread(
    /// How many gave 1 to 5.
    counts: [u32; 5],
) -> impl IntoView {
    embed(&spread(&counts), "chart-spread")
}
