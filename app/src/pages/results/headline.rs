//! The card at the top: index and level; and the three dials under it.

use domain::report::{Dial, Figure, Ladder, ReportData};
use leptos::prelude::*;

use crate::components::chart;
use crate::components::disclosure::Disclosure;
use crate::rendered::{IntoRendered, Rendered};

/// Index on the left, ladder on the right.
pub fn card(report: &ReportData) -> Rendered {
    let figure = &report.maturity;
    view! {
        <section class="card headline" aria-label="Where you stand">
            <div class="stack-tight">
                <h2 class="quiet-title">"Maturity index"</h2>
                {big(figure)}
                {figure.value.map(|_| chart::index(figure))}
                <p class="summary">{report.summary.clone()}</p>
                {why(&figure.why)}
            </div>
            <div>
                <h2 class="quiet-title">"Secured level"</h2>
                {ladder(&report.level)}
            </div>
        </section>
    }
    .rendered()
}

fn big(figure: &Figure) -> Rendered {
    if figure.value.is_none() {
        return view! { <p class="big words">{figure.text.clone()}</p> }.rendered();
    }
    let range = if figure.range_text.is_empty() { String::new() } else { format!(" · {}", figure.range_text) };
    view! {
        <p class="big">
            <span id="maturity-index">{figure.text.clone()}</span>
            " "
            <span class="of">{format!("of 100{range}")}</span>
        </p>
    }
    .rendered()
    .rendered()
}

/// "How this was worked out", behind one step.
pub fn why(text: &str) -> Rendered {
    let text = text.to_owned();
    view! { <Disclosure aside=true summary="How this was worked out"><p>{text}</p></Disclosure> }.rendered()
}

fn ladder(level: &Ladder) -> Rendered {
    let rungs = level
        .rungs
        .iter()
        .map(|rung| {
            let class = if rung.secured { "rung secured" } else { "rung" };
            let secured = rung.secured.then(|| view! { <span class="visually-hidden">"secured: "</span> });
            view! {
                <li class=class>
                    <span class="number">{rung.level}</span>
                    <span class="name">{secured}{rung.name.clone()}</span>
                    <span class="share">{rung.text.clone()}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="visually-hidden">{level.text.clone()}</p>
        <ol class="ladder">{rungs}</ol>
        {level.secured.is_none().then(|| view! { <p class="soft">{level.text.clone()}</p> })}
        {why(&level.why)}
    }
    .rendered()
}

/// The three figures beside the index.
pub fn dials(dials: &[Dial]) -> Rendered {
    let cards = dials
        .iter()
        .map(|dial| {
            let class = if dial.figure.value.is_some() { "dial-figure" } else { "dial-figure words" };
            view! {
                <section class="card dial">
                    <h2 class="quiet-title">{dial.name.clone()}</h2>
                    <p class=class><span class="number">{dial.figure.text.clone()}</span> " " <span class="band">{dial.band.clone()}</span></p>
                    <p class="soft">{dial.remark.clone()}</p>
                    {why(&dial.figure.why)}
                </section>
            }
        })
        .collect_view();
    view! { <div class="dials">{cards}</div> }.rendered()
}
