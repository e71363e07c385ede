//! A small picture of a result, drawn from the sample.

use domain::report::{ConstructRow, ReportData};
use leptos::prelude::*;

use crate::components::chart;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// So many of the strongest practices are shown, and as many of the weakest.
const EITHER_END: usize = 2;

/// The index, the level and a few practices.
pub fn sample(report: &ReportData) -> Rendered {
    let rows = ends(&report.practices).into_iter().map(row).collect_view();
    view! {
        <figure class="card picture" aria-labelledby="picture-title">
            <figcaption id="picture-title" class="between">
                <span class="soft small">"From invented answers"</span>
                <a href=routes::SAMPLE>"See a sample result"</a>
            </figcaption>
            <p class="picture-heading">{report.heading.clone()}</p>
            <p class="big">
                <span class="big-number">{report.maturity.text.clone()}</span>
                " "
                <span class="of">{format!("of 100 · {}", report.maturity.range_text)}</span>
            </p>
            {chart::index(&report.maturity)}
            <p class="small">{format!("Secured: {}", report.level.text)}</p>
            <ul class="picture-rows">{rows}</ul>
        </figure>
    }
    .rendered()
}

fn row(row: &ConstructRow) -> Rendered {
    view! {
        <li class=row.attention.then_some("attention")>
            <span>{row.short.clone()}</span>
            <span>{chart::interval(&row.figure, row.attention)}</span>
            <span class="number"><span class="visually-hidden">": "</span>{row.figure.text.clone()}</span>
        </li>
    }
    .rendered()
}

/// The strongest and the weakest practices, strongest first.
fn ends(rows: &[ConstructRow]) -> Vec<&ConstructRow> {
    let mut rows: Vec<&ConstructRow> = rows.iter().filter(|row| row.figure.value.is_some()).collect();
    rows.sort_by(|a, b| b.figure.value.unwrap_or(0.0).total_cmp(&a.figure.value.unwrap_or(0.0)));
    let from = rows.len().saturating_sub(EITHER_END).max(EITHER_END);
    let weakest = rows.split_off(from.min(rows.len()));
    rows.truncate(EITHER_END);
    rows.extend(weakest);
    rows
}
