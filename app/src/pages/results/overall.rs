//! What is drawn of the whole: what matters most, which practice acts on what, job roles, and what people do not know.

use charts::{Group, RoundCharts};
use domain::report::{Crossed, Crossing, Unknown};
use leptos::prelude::*;

use crate::components::drawing::drawing;
use crate::components::table::Scrolls;
use crate::rendered::{IntoRendered, Rendered};

/// Challenges and benefits against how many name them first.
pub fn importance(charts: &RoundCharts<'_>) -> Option<Rendered> {
    let challenges = drawing("challenge-map", |width| charts.map(Group::Challenges, width));
    let benefits = drawing("benefit-map", |width| charts.map(Group::Benefits, width));
    if challenges.is_none() && benefits.is_none() {
        return None;
    }
    let part = |title: &'static str, drawn: Option<Rendered>| {
        drawn.map(|drawn| view! { <div class="stack-tight"><h3>{title}</h3>{drawn}</div> })
    };
    Some(
        view! {
            <section aria-labelledby="importance" class="stack">
                <h2 id="importance">"What matters most"</h2>
                <p class="soft measure">"To the right: how severe a challenge is, or how far a benefit has come about. Upwards: how many people named it among the three that matter most to them."</p>
                <div class="columns even">{part("Challenges", challenges)} {part("Benefits", benefits)}</div>
            </section>
        }
        .rendered(),
    )
}

/// Challenges by benefits.
pub fn crossing(crossing: Option<&Crossing>) -> Option<Rendered> {
    let Crossing { benefits, rows } = crossing?;
    let figure = |one: &Crossed| view! { <span class="figure-small">{one.text.clone()}</span> };
    let heads =
        benefits.iter().map(|one| view! { <th scope="col">{one.name.clone()} " " {figure(one)}</th> }).collect_view();
    let practice =
        |one: &Crossed| view! { <li><a href=format!("#{}", one.id)>{one.name.clone()}</a> " " {figure(one)}</li> };
    let cell = |practices: &Vec<Crossed>| match practices.as_slice() {
        [] => view! { <td class="soft">"–"</td> }.rendered(),
        practices => {
            view! { <td><ul class="plain">{practices.iter().map(practice).collect_view()}</ul></td> }.rendered()
        }
    };
    let rows = rows.iter().map(|row| view! { <tr><th scope="row">{row.challenge.name.clone()} " " {figure(&row.challenge)}</th>{row.cells.iter().map(cell).collect_view()}</tr> }).collect_view();
    Some(
        view! {
            <section aria-labelledby="crossing" class="stack">
                <h2 id="crossing">"What acts on what"</h2>
                <p class="soft measure">"A practice stands where it eases the challenge of the row and brings the benefit of the column, the weakest first. The links are our judgement."</p>
                <Scrolls id="crossing-table">
                    <table class="table crossing">
                        <caption id="crossing-table"><span>"Challenges with their severity, benefits with how far they are, practices with their index, 0 to 100"</span></caption>
                        <thead><tr><th scope="col">"Challenge"</th>{heads}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </Scrolls>
            </section>
        }
        .rendered(),
    )
}

/// The practices by job role.
pub fn roles(charts: &RoundCharts<'_>) -> Option<Rendered> {
    let drawn = drawing("role-map", |width| charts.roles(width))?;
    Some(
        view! {
            <section aria-labelledby="roles" class="stack">
                <h2 id="roles">"By job role"</h2>
                <p class="soft measure">"Everybody counts under the first role they named. A difference between roles is a reason to talk, not a ranking."</p>
                {drawn}
            </section>
        }
        .rendered(),
    )
}

/// The questions that people could not answer.
pub fn unknown(rows: &[Unknown]) -> Option<Rendered> {
    if rows.is_empty() {
        return None;
    }
    let rows = rows.iter().map(|row| view! {
        <li><h3>{row.topic.clone()} " " <span class="soft small">{row.id.clone()}</span></h3><p class="soft small">{row.question.clone()}</p><p class="small">{row.text.clone()}</p></li>
    });
    Some(
        view! {
            <section aria-labelledby="unknown" class="stack-tight">
                <h2 id="unknown">"What people do not know"</h2>
                <p class="soft small">"Where most said “don’t know”: what the team cannot see. No score counts it."</p>
                <ul class="list">{rows.collect_view()}</ul>
            </section>
        }
        .rendered(),
    )
}
