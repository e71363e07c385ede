//! The confirmation.

use leptos::prelude::*;

use super::Respond;
use crate::routes;

/// The page.
pub fn body(respond: &Respond) -> impl IntoView + use<> {
    let walk = respond.walk();
    let here = routes::section(&respond.token, "submitted");
    let change = if respond.open {
        view! {
            <form method="post" action=here class="stack">
                <p>"Something to correct? Reopen your response, change it and submit it again. Your answers count either way."</p>
                <button class="button" name="action" value="reopen">"Reopen my response"</button>
            </form>
        }
        .into_any()
    } else {
        view! { <p>"The round is closed, so nothing can be changed any more."</p> }.into_any()
    };
    view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Submitted"</h1>
                <p class="lead">{format!("Thank you. {} of {} questions have an answer, and they count in the team’s result from now on.", walk.answered(), walk.asked())}</p>
                <p>"Ask whoever sent you the link for the result. You can close this page; nothing is kept in this browser."</p>
            </div>
            <section class="card stack" aria-labelledby="change">
                <h2 id="change">"Changing your answers"</h2>
                {change}
            </section>
        </div>
    }
}
