//! `/manage/{token}`: the round, for who started it.

use leptos::prelude::*;

use crate::components::field::AddressBox;
use crate::routes;
use crate::shell::{Measure, NavLink, Page};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Manage {
    /// Token of the manage link.
    pub token: String,
    /// This page's whole address, to keep.
    pub manage_url: String,
    /// The whole address to share.
    pub join_url: String,
    /// Team.
    pub team: String,
    /// Round.
    pub round: String,
    /// Everybody who opened the shared link.
    pub people: Vec<Person>,
    /// Questions that a person is asked at most.
    pub questions: usize,
}

/// One respondent of a named round.
#[derive(Clone, Debug)]
pub struct Person {
    /// Name, or "Person 3".
    pub name: String,
    /// Answers given.
    pub answered: usize,
    /// Whether it was handed in.
    pub submitted: bool,
}

/// Links that the pages of a manage link share.
pub fn links(token: &str, current: &str) -> Vec<NavLink> {
    [(routes::manage_token(token), "Round"), (routes::results(token), "Results")]
        .into_iter()
        .map(|(href, text)| NavLink { current: text == current, href, text: text.to_owned() })
        .collect()
}

/// The page.
pub fn page(manage: Manage) -> Page {
    let links = links(&manage.token, "Round");
    let results = routes::results(&manage.token);
    let pdf = routes::report_pdf(&manage.token);
    let answered = manage.people.iter().filter(|person| person.answered > 0).count();
    let title = format!("{}, {}", manage.team, manage.round);
    let body = view! {
        <div class="stack-wide">
            <div class="between">
                <div>
                    <p class="over">{manage.round.clone()}</p>
                    <h1>{manage.team.clone()}</h1>
                </div>
                <div class="row">
                    <a class="button main" href=results>"See the results"</a>
                    <a class="button" href=pdf>"Download PDF"</a>
                </div>
            </div>
            <section class="card stack" aria-labelledby="share">
                <h2 id="share">"Share this link"</h2>
                <p class="soft">"Everybody who opens it gets a response of their own. Open it yourself to answer too."</p>
                <AddressBox id="share-link" label="Link to share" value=manage.join_url.clone() />
                <p class="row"><a class="button" href=manage.join_url>"Answer yourself"</a></p>
            </section>
            <section class="notice warn" aria-labelledby="keep">
                <h2 id="keep">"Keep this page’s address"</h2>
                <p>"It is the only way back here, and whoever has it sees who has answered and the result. It cannot be sent to you again. Bookmark it now."</p>
                <AddressBox id="manage-link" label="Manage link" value=manage.manage_url />
            </section>
            <section class="stack" aria-labelledby="people">
                <h2 id="people">{match answered { 0 => "Nobody has answered yet".to_owned(), 1 => "1 person has answered".to_owned(), n => format!("{n} people have answered") }}</h2>
                <People people=manage.people questions=manage.questions />
            </section>
        </div>
    };
    Page { links, measure: Measure::Narrow, ..Page::new(title, body) }
}

#[component]
fn People(people: Vec<Person>, questions: usize) -> impl IntoView {
    if people.is_empty() {
        return view! { <p class="soft">"Results appear with the first answers; ranges and disagreement need several people."</p> }.into_any();
    }
    let rows = people
        .into_iter()
        .map(|person| {
            let state = match (person.submitted, person.answered) {
                (true, _) => "submitted".to_owned(),
                (false, 0) => "opened the link".to_owned(),
                (false, n) => format!("{n} of up to {questions} answered"),
            };
            view! {
                <li class="between">
                    <span>{person.name}</span>
                    <span class=if person.submitted { "tag deep" } else { "tag" }>{state}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="list">{rows}</ul> }.into_any()
}
