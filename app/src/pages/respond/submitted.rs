//! The confirmation.

use leptos::prelude::*;

use super::Respond;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// The page.
pub fn body(respond: &Respond) -> Rendered {
    let walk = respond.walk();
    let lead = match walk.answered() {
        0 => "Thank you. No question has an answer, so your response is left out of the team’s result.".to_owned(),
        answered => format!(
            "Thank you. {answered} of {} questions have an answer. They are part of the team’s result.",
            walk.asked()
        ),
    };
    let here = routes::section(&respond.token, "submitted");
    let change = if respond.open {
        view! {
            <form method="post" action=here class="stack">
                <p>"Something to correct? Reopen your response, change it and submit it again. Your answers stay part of the result meanwhile."</p>
                <button class="button" name="action" value="reopen">"Reopen my response"</button>
            </form>
        }
        .rendered()
    } else {
        view! { <p>"The round is closed, so nothing can be changed any more."</p> }.rendered()
    };
    view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Submitted"</h1>
                <p class="lead">{lead}</p>
                <p>"With an account you find the round and its result on "<a href=routes::DASHBOARD>"your dashboard"</a>"; without one, ask whoever sent you the link. You can close this page."</p>
            </div>
            <section class="card stack" aria-labelledby="change">
                <h2 id="change">"Changing your answers"</h2>
                {change}
            </section>
        </div>
    }.rendered()
}
