//! `/manage/{token}`: the round, for who started it.

use leptos::prelude::*;

use crate::components::address::AddressBox;
use crate::components::button::{Kind, LinkButton};
use crate::components::card::Card;
use crate::components::empty::Empty;
use crate::components::notice::{Notice, Tone};
use crate::components::progress::{Progress, Step};
use crate::components::tag::{Look, Tag};
use crate::rendered::{IntoRendered, Rendered};
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
    /// Where it can be taken into the organisation of who is signed in, if they may.
    pub claim: Option<String>,
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
    let claim = manage.claim.map(|href| {
        view! {
            <Card id="claim" title="Take it into your organisation">
                <p class="soft">"You are signed in: the round can belong to one of your teams, beside its other rounds."</p>
                <p><LinkButton href=href text="Take this round in" /></p>
            </Card>
        }
    });
    let body = view! {
        <div class="stack-wide">
            <div class="between">
                <div>
                    <p class="over">{manage.round.clone()}</p>
                    <h1>{manage.team.clone()}</h1>
                </div>
                <div class="row">
                    <LinkButton kind=Kind::Main href=results text="See the results" />
                    <LinkButton href=pdf text="Download PDF" />
                </div>
            </div>
            <Card id="share" title="Share this link">
                <p class="soft">"Everybody who opens it gets a response of their own. Open it yourself to answer too."</p>
                <AddressBox id="share-link" label="Link to share" value=manage.join_url.clone() />
                <p><LinkButton href=manage.join_url text="Answer yourself" /></p>
            </Card>
            <Notice tone=Tone::Warning>
                <h2>"Keep this page’s address"</h2>
                <p>"It is the only way back here, and whoever has it sees who has answered and the result. It cannot be sent to you again. Bookmark it now."</p>
                <AddressBox id="manage-link" label="Manage link" value=manage.manage_url />
            </Notice>
            {claim}
            <section class="stack" aria-labelledby="people">
                <h2 id="people">{match answered { 0 => "Nobody has answered yet".to_owned(), 1 => "1 person has answered".to_owned(), n => format!("{n} people have answered") }}</h2>
                <People people=manage.people questions=manage.questions />
            </section>
        </div>
    };
    Page { links, measure: Measure::Narrow, ..Page::new(title, body) }
}

/// More bars than this are too thin to be told apart.
const BARS: usize = 60;

#[component]
fn People(people: Vec<Person>, questions: usize) -> Rendered {
    if people.is_empty() {
        return view! {
            <Empty
                title="Share the link to begin."
                text="Results appear with the first answers; ranges and disagreement need several people."
            />
        }
        .rendered();
    }
    let steps: Vec<Step> = people.iter().map(step).collect();
    let rows = people
        .into_iter()
        .map(|person| {
            let (look, state) = match (person.submitted, person.answered) {
                (true, _) => (Look::Deep, "submitted".to_owned()),
                (false, 0) => (Look::Quiet, "opened the link".to_owned()),
                (false, n) => (Look::Quiet, format!("{n} of up to {questions} answered")),
            };
            view! { <li class="between"><span>{person.name}</span> <Tag look=look text=state /></li> }
        })
        .collect_view();
    view! {
        {(steps.len() <= BARS).then(|| view! { <Progress of="response" steps=steps /> })}
        <ul class="list">{rows}</ul>
    }
    .rendered()
    .rendered()
}

fn step(person: &Person) -> Step {
    match (person.submitted, person.answered) {
        (true, _) => Step::Done,
        (false, 0) => Step::Open,
        (false, _) => Step::Part,
    }
}
