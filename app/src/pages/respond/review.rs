//! What is left, and handing in.

use domain::questionnaire::Section;
use islands::Autosave;
use leptos::prelude::*;

use super::{Respond, Scope, background, heading};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// The page. The island is here too, so that what could not be sent from another page is sent before the response is
/// handed in.
pub fn body(respond: &Respond) -> Rendered {
    let walk = respond.walk();
    let left = walk.left();
    let lead = match left {
        0 => format!("All {} questions have an answer.", walk.asked()),
        1 => format!("{} of {} questions have an answer; one is left.", walk.answered(), walk.asked()),
        _ => format!("{} of {} questions have an answer; {left} are left.", walk.answered(), walk.asked()),
    };
    let rows = walk
        .steps()
        .iter()
        .filter(|step| step.section != Section::Review)
        .map(|step| {
            let href = routes::section(&respond.token, step.section.id(respond.instrument));
            let title = step.section.title(respond.instrument).to_owned();
            view! { <li><a href=href>{title}</a> {heading::count(step)}</li> }
        })
        .collect_view();
    let first = routes::section_in(&respond.token, walk.first_open().id(respond.instrument), Scope::Left);
    let time = heading::time_left(respond, &walk);
    let here = routes::section(&respond.token, "review");
    let autosave = routes::autosave(&respond.token);
    let submit = if respond.open {
        view! {
            <div class="steps">
                <button class="button main forward" name="action" value="submit">"Submit"</button>
                <button class="button back" name="action" value="back">"Back"</button>
            </div>
        }
        .rendered()
    } else {
        view! { <p>"The round is closed, so nothing can be changed or submitted any more. What was saved is part of its result."</p> }.rendered()
    };
    view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Review"</h1>
                <p class="lead">{lead}</p>
                {(left > 0 && respond.open).then(|| view! {
                    <p class="soft">"You may submit as it is: what has no answer is left out and never counted as a low score."</p>
                    <p><a class="button" href=first>{format!("Answer only what is left ({time})")}</a></p>
                })}
            </div>
            <Autosave>
                <form method="post" action=here data-autosave=autosave>{submit}</form>
            </Autosave>
            {background::fragmentation(respond)}
            <section class="stack" aria-labelledby="sections">
                <h2 id="sections">"Sections"</h2>
                <ul class="list review-list">{rows}</ul>
                <p><a href=routes::history(&respond.token)>"Earlier versions of what you changed"</a></p>
            </section>
        </div>
    }.rendered()
}
