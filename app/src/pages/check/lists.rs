//! Answers as rows, and the practices to look at first.

use domain::quick_check::{CheckData, CheckRow};
use leptos::prelude::*;

use crate::components::chart;
use crate::rendered::{IntoRendered, Rendered};

/// One row an answer: what it is about, its bar, and the answer in words.
pub fn rows(rows: &[CheckRow]) -> Rendered {
    let rows = rows
        .iter()
        .map(|row| {
            let class = if row.attention { "answer attention" } else { "answer" };
            let bar = row.filled.map(|filled| chart::steps(Some(filled), row.steps, row.attention));
            view! {
                <li class=class id=row.id.clone()>
                    <span class="name">{row.topic.clone()}</span>
                    <span class="chart">{bar}</span>
                    <span class="given"><span class="visually-hidden">": "</span>{row.text.clone()}</span>
                    {(!row.detail.is_empty()).then(|| view! { <span class="detail">{row.detail.clone()}</span> })}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="answers">{rows}</ul> }.rendered()
}

/// The weakest practices, each with what the next stage looks like.
pub fn first(data: &CheckData) -> Rendered {
    let rows = data
        .first
        .iter()
        .map(|row| {
            view! {
                <li>
                    <h3>{row.topic.clone()}</h3>
                    <p class="soft small"><span class="stage-name">{row.now.clone()}</span>{row.now_text.clone()}</p>
                    <p class="small"><span class="stage-name">{format!("Next: {}", row.next)}</span>{row.next_text.clone()}</p>
                </li>
            }
        })
        .collect_view();
    let list = if data.first.is_empty() {
        view! { <p class="soft">{data.no_first.clone()}</p> }.rendered()
    } else {
        view! {
            <p class="soft small">"Your weakest practices, and what the next stage of each looks like."</p>
            <ol class="list look-first">{rows}</ol>
        }
        .rendered()
    };
    view! {
        <section aria-labelledby="first" class="stack-tight">
            <h2 id="first">"Look at first"</h2>
            {list}
            {(!data.unknown.is_empty()).then(|| view! { <p class="soft small">{data.unknown.clone()}</p> })}
        </section>
    }
    .rendered()
}
