//! Charts: with a range, without one, at the ends of the scale, and where attention is needed.

use domain::report::Figure;
use leptos::prelude::*;

use super::shown;
use crate::components::chart;
use crate::rendered::{IntoRendered, Rendered};

/// The charts.
pub fn section() -> Rendered {
    let rows = [
        ("A range", figure(58.0, Some((47.0, 69.0))), false),
        ("A narrow range", figure(71.0, Some((70.5, 71.5))), false),
        ("Too few for a range", figure(40.0, None), false),
        ("At the end of the scale", figure(100.0, Some((88.0, 100.0))), false),
        ("Needs attention", figure(21.0, Some((9.0, 34.0))), true),
    ];
    let rows = rows.map(|(name, figure, attention)| {
        let class = if attention { "construct attention" } else { "construct" };
        view! {
            <li class=class>
                <details>
                    <summary>
                        <span class="name">{name}</span>
                        <span class="chart">{chart::interval(&figure, attention)}</span>
                        <span class="figure">{figure.text.clone()}</span>
                    </summary>
                    <p class="behind soft">"The answers behind it."</p>
                </details>
            </li>
        }
    });
    view! {
        <section class="stack-wide" aria-labelledby="charts">
            <h2 id="charts">"Charts"</h2>
            {shown("The index", chart::index(&figure(50.0, Some((41.0, 58.0)))))}
            {shown("Rows", view! {
                <div class="constructs">
                    <ul class="list-plain">{rows.into_iter().collect_view()}</ul>
                    <div class="scale-row" aria-hidden="true"><div>{chart::scale()}</div></div>
                </div>
            })}
            {shown("How answers spread over 1 to 5", view! {
                <div class="facts">{[[1, 3, 0, 3, 1], [2, 2, 2, 2, 0], [0, 0, 0, 8, 0]].map(|counts| chart::answers(&counts)).into_iter().collect_view()}</div>
            })}
        </section>
    }
    .rendered()
}

fn figure(value: f64, range: Option<(f64, f64)>) -> Figure {
    Figure {
        value: Some(value),
        text: format!("{value:.0}"),
        range,
        range_text: range.map_or(String::new(), |(low, high)| format!("likely {low:.0} to {high:.0}")),
        why: String::new(),
    }
}
