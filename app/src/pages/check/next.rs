//! The way from a quick check to the full assessment.

use leptos::prelude::*;

use super::result::{CheckPage, Links};
use crate::components::field::TextField;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// The form that makes a round of the check; or, once it is made, the ways into it.
pub fn section(page: &CheckPage) -> Rendered {
    let more = page.data.more.clone();
    let way = match &page.links {
        Some(links) => ways(links).rendered(),
        None => form(page).rendered(),
    };
    let title = if page.links.is_some() { "Your full assessment" } else { "Go on to the full assessment" };
    view! {
        <section class="card go-on no-print" id="go-on" aria-labelledby="go-on-title">
            <div class="stack-tight">
                <h2 id="go-on-title">{title}</h2>
                <p>{more}</p>
            </div>
            {way}
        </section>
    }
    .rendered()
}

fn form(page: &CheckPage) -> Rendered {
    view! {
        <form method="post" action=routes::check_token(&page.token) class="stack">
            <p class="soft small">"Your answers are taken over. It starts a named round: whoever holds its manage link, at first you alone, sees who answered what."</p>
            <TextField
                name="team"
                label="Team"
                hint="Optional. It stands at the top of the result."
                value=page.team.clone()
                error=page.error.clone()
            />
            <button class="button main" name="action" value="next">"Go on to the full assessment"</button>
        </form>
    }.rendered()
}

fn ways(links: &Links) -> Rendered {
    let manage = links.manage.clone();
    let respond = links.respond.clone();
    view! {
        <div class="stack">
            <p class="soft small">"These answers were taken over into a round. Changing them there changes nothing here."</p>
            <p class="row">
                {respond.map(|href| view! { <a class="button main" href=href>"Continue answering"</a> })}
                <a class="button" href=manage>"Manage the round and see results"</a>
            </p>
        </div>
    }.rendered()
}
