//! What is left, and handing in.

use leptos::prelude::*;

use super::Respond;
use crate::routes;

/// The page.
pub fn body(respond: &Respond) -> impl IntoView + use<> {
    let walk = respond.walk();
    let left = walk.asked() - walk.answered();
    let lead = match left {
        0 => format!("All {} questions have an answer.", walk.asked()),
        1 => format!("{} of {} questions have an answer; one is left.", walk.answered(), walk.asked()),
        _ => format!("{} of {} questions have an answer; {left} are left.", walk.answered(), walk.asked()),
    };
    let rows = walk
        .steps()
        .iter()
        .filter(|step| step.section != domain::questionnaire::Section::Review)
        .map(|step| {
            let href = routes::section(&respond.token, step.section.id(respond.instrument));
            let title = step.section.title(respond.instrument).to_owned();
            let state = match (step.asked, step.left()) {
                (0, _) => view! { <span class="soft">"optional"</span> }.into_any(),
                (asked, 0) => view! { <span class="soft">{format!("{asked} of {asked}")}</span> }.into_any(),
                (asked, left) => view! { <span class="left">{format!("{left} of {asked} left")}</span> }.into_any(),
            };
            view! { <li><a href=href>{title}</a> {state}</li> }
        })
        .collect_view();
    let first = routes::section(&respond.token, walk.first_open().id(respond.instrument));
    let here = routes::section(&respond.token, "review");
    view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Review"</h1>
                <p class="lead">{lead}</p>
                {(left > 0).then(|| view! {
                    <p class="soft">"You may submit as it is: what has no answer is left out and never counted as a low score."</p>
                    <p><a class="button" href=first>"Go to the first open question"</a></p>
                })}
            </div>
            <form method="post" action=here class="steps">
                <button class="button main forward" name="action" value="submit">"Submit"</button>
                <button class="button back" name="action" value="back">"Back"</button>
            </form>
            <section class="stack" aria-labelledby="sections">
                <h2 id="sections">"Sections"</h2>
                <ul class="list review-list">{rows}</ul>
            </section>
        </div>
    }
}
