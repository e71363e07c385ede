//! Constructs as rows: name, figure with its range, and the items behind it.

use domain::report::{ConstructRow, ItemRow};
use leptos::prelude::*;

use crate::components::chart;
use crate::components::tag::{Look, Tag};
use crate::rendered::{IntoRendered, Rendered};

/// The rows, each of which opens to show its items. The type ends here, for the page's would grow beyond what the compiler
/// takes.
pub fn rows(rows: &[ConstructRow]) -> Rendered {
    let rows = rows.iter().map(row).collect_view();
    view! {
        <div class="constructs">
            <ul class="list-plain">{rows}</ul>
            <div class="scale-row" aria-hidden="true"><div>{chart::scale()}</div></div>
        </div>
    }
    .rendered()
}

fn row(row: &ConstructRow) -> Rendered {
    let items = row.items.iter().map(item).collect_view();
    let class = if row.attention { "construct attention" } else { "construct" };
    let range = if row.figure.range_text.is_empty() { String::new() } else { format!(", {}", row.figure.range_text) };
    let spoken = format!("{}{range}", row.figure.text);
    let chart = row.figure.value.map(|_| chart::interval(&row.figure, row.attention));
    view! {
        <li class=class id=row.id.clone()>
            <details>
                <summary>
                    <span class="name">{row.short.clone()}</span>
                    <span class="chart">{chart}</span>
                    <span class="figure">
                        <span class="visually-hidden">": "{spoken}</span>
                        <span aria-hidden="true">{row.figure.text.clone()}</span>
                        {(!row.band.is_empty()).then(|| view! { <span class="band">" "{row.band.clone()}</span> })}
                    </span>
                </summary>
                <div class="behind">
                    <p class="small">{row.figure.why.clone()}</p>
                    {(!row.share_text.is_empty()).then(|| view! { <p class="small">{row.share_text.clone()}</p> })}
                    <ul class="list">{items}</ul>
                </div>
            </details>
        </li>
    }
    .rendered()
}

fn item(row: &ItemRow) -> Rendered {
    let look = if row.agreement.starts_with("disagree") { Look::Warn } else { Look::Quiet };
    let left_out = (!row.left_out.is_empty()).then(|| format!(" · left out: {}", row.left_out));
    view! {
        <li class="item-row">
            <div>
                <p><strong>{row.topic.clone()}</strong> " " <span class="soft small">{row.id.clone()}</span></p>
                <p class="soft small">{row.question.clone()}</p>
                <p class="small">{row.text.clone()}{left_out}</p>
            </div>
            <div class="item-side">
                {(row.n > 0).then(|| chart::answers(&row.counts))}
                {(!row.agreement.is_empty()).then(|| view! { <Tag look=look text=row.agreement.clone() /> })}
            </div>
        </li>
    }
    .rendered()
}
