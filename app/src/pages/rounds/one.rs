//! `/rounds/{id}`

use domain::ids::{RoundId, TeamId};
use domain::round::{Mode, RoundState};
use leptos::prelude::*;

use crate::components::address::AddressBox;
use crate::components::before::before;
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::card::Card;
use crate::components::disclosure::Disclosure;
use crate::components::empty::Empty;
use crate::components::notice::{Notice, Tone};
use crate::components::qr::SquareCode;
use crate::components::seen::way;
use crate::components::tag::{Look, Tag};
use crate::components::text::lower_first;
use crate::pages::teams::state_word;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, NavLink, Page};

/// Somebody who takes part, or is asked to.
#[derive(Clone, Debug)]
pub struct Person {
    /// Name.
    pub name: String,
    /// How far they are.
    pub standing: Standing,
}

/// How far somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not begun.
    NotBegun,
    /// Begun, and that is all that is known.
    Begun,
    /// So many questions are answered.
    Answered(i64),
    /// Handed in.
    Submitted,
}

/// Who takes part.
#[derive(Clone, Debug)]
pub struct People {
    /// Everybody, by name.
    pub list: Vec<Person>,
    /// How many have answered a question, and how many of them have handed in.
    pub answered: usize,
    /// See `answered`.
    pub submitted: usize,
    /// Whether nobody may know who has handed in.
    pub confidential: bool,
    /// Job roles that nobody has answered as, by name, where that may be known.
    pub missing_roles: Vec<String>,
    /// How many there must be for a figure to be shown, if fewer are asked.
    pub too_few_for: Option<u8>,
}

/// The caller's own response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// Not begun.
    None,
    /// Questions answered, and whether it was handed in.
    Known(i64, bool),
    /// Begun in a confidential round: only one's own link leads there.
    ByOwnLink,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct RoundView {
    /// The round.
    pub id: RoundId,
    /// Its team.
    pub team_id: TeamId,
    /// The team's name.
    pub team: String,
    /// Its name.
    pub name: String,
    /// Where it is in its life.
    pub state: RoundState,
    /// How the team answers.
    pub mode: Mode,
    /// Where the team can answer together, if one answer is given.
    pub meeting: Option<String>,
    /// The model or service that is meant; empty if the team as a whole.
    pub subject: String,
    /// What is planned, in sentences.
    pub plan: Vec<String>,
    /// What happened: the words, and when by whom.
    pub events: Vec<(String, String)>,
    /// Who takes part; for whoever may see it.
    pub people: Option<People>,
    /// Questions that a person is asked at most.
    pub questions: usize,
    /// Whether the caller may answer.
    pub may_answer: bool,
    /// How far the caller has come.
    pub own: Own,
    /// Of a link for the caller to begin with in a confidential round, so that pressing twice makes one response.
    pub token: String,
    /// The whole address to share; for whoever may see it.
    pub share: Option<String>,
    /// Whether the caller may run the round.
    pub manages: bool,
    /// Whether its answers were deleted.
    pub erased: bool,
    /// Who runs this server.
    pub operator: String,
    /// How one gets back to one's answers.
    pub way_back: &'static str,
    /// Who sees the answers, for whoever has not begun.
    pub seen: String,
}

/// The page.
pub fn page(round: &RoundView) -> Page {
    let here = routes::round(round.id);
    let title = format!("{}, {}", round.team, round.name);
    let links = vec![
        NavLink { href: here.clone(), text: "Round".to_owned(), current: true },
        NavLink { href: routes::round_results(round.id), text: "Results".to_owned(), current: false },
    ];
    let look = if round.state == RoundState::Open { Look::Deep } else { Look::Quiet };
    let subject = (!round.subject.is_empty())
        .then(|| view! { <p class="soft">{format!("Delivery figures are about {}.", round.subject)}</p> });
    let plan = round.plan.iter().cloned().map(|text| view! { <li>{text}</li> }).collect_view();
    // Figures may outlive the answers they were made of; the result says so where they do not.
    let results = (round.state != RoundState::Draft).then(|| {
        // A confidential round publishes nothing while it takes answers.
        let printable = !round.erased && (round.mode.k().is_none() || round.state != RoundState::Open);
        let pdf = printable.then(|| view! { <LinkButton href=routes::round_pdf(round.id) text="Download PDF" /> });
        view! { <LinkButton href=routes::round_results(round.id) text="See the results" /> {pdf} }
    });
    let erased = round.erased.then(|| {
        view! { <Notice tone=Tone::Warning><p>"The answers of this round were deleted, as its retention asks. The round itself is kept."</p></Notice> }
    });
    let events = round
        .events
        .iter()
        .cloned()
        .map(|(what, when)| view! { <li class="between"><span>{what}</span> <span class="soft small">{when}</span></li> })
        .collect_view();
    let begins = round.may_answer && round.own == Own::None && round.state == RoundState::Open;
    let first = begins.then(|| before(&round.seen, round.way_back, &round.operator));
    let body = view! {
        <div class="stack-wide">
            {erased}
            <div class="between">
                <div>
                    <p class="over"><a href=routes::team(round.team_id)>{round.team.clone()}</a></p>
                    <h1>{round.name.clone()}" "<Tag look=look text=state_word(round.state) /></h1>
                </div>
                <div class="row">{results}</div>
            </div>
            {first}
            {answer(round, &here)}
            <div class="stack-tight">
                <p>{way(round.mode)}</p>
                {subject}
                <ul class="plain">{plan}</ul>
            </div>
            {share(round, &here)}
            {people(round)}
            {steps(round, &here)}
            <Disclosure summary="What happened so far" aside=true>
                <ul class="list">{events}</ul>
            </Disclosure>
        </div>
    };
    Page { links, measure: Measure::Narrow, ..Page::new(title, body) }
}

fn answer(round: &RoundView, here: &str) -> Option<Rendered> {
    let here = routes::under(here, "answer");
    let token = round.token.clone();
    let open = round.state == RoundState::Open;
    if !round.may_answer && round.manages && open {
        let team = routes::team(round.team_id);
        let text = "You run this round and are not in its team, so you are not asked yourself. ";
        return Some(view! { <p class="soft">{text}<a href=team>"Add yourself to the team"</a></p> }.rendered());
    }
    if !round.may_answer || (!open && round.own == Own::None) {
        return None;
    }
    let meeting = round.meeting.clone().filter(|_| open);
    let meeting = meeting.map(|href| view! { <p><LinkButton href=href text="Answer together in a meeting" /></p> });
    let (text, button) = match (round.own, open) {
        (Own::ByOwnLink, true) => (
            "You have begun. Nobody here can look up which answers are yours: only the address that you kept leads there, or this button in the browser in which you began.".to_owned(),
            "Go on answering",
        ),
        (Own::ByOwnLink, false) => (
            "The round takes no more answers. Yours are kept; only the address that you kept leads there, or this button in the browser in which you began.".to_owned(),
            "See your answers",
        ),
        (Own::None, _) => ("You have not begun. 15 to 20 minutes; you can stop and go on at any time.".to_owned(), "Begin"),
        (Own::Known(_, true), true) => (
            "You have submitted. You can look at your answers and change them while the round is open.".to_owned(),
            "See your answers",
        ),
        (Own::Known(_, _), false) => ("The round takes no more answers. Yours are kept.".to_owned(), "See your answers"),
        (Own::Known(n, false), true) => {
            (format!("You have answered {n} of up to {} questions.", round.questions), "Go on answering")
        }
    };
    Some(
        view! {
            <Card id="own" title="Your answers">
                <p>{text}</p>
                <form method="post" action=here>
                    <input type="hidden" name="token" value=token />
                    <Button kind=Kind::Main value="next" text=button />
                </form>
                {meeting}
            </Card>
        }
        .rendered(),
    )
}

fn share(round: &RoundView, here: &str) -> Option<Rendered> {
    let link = round.share.clone().filter(|_| round.state == RoundState::Open)?;
    let here = routes::under(here, "share");
    let caption = format!("{}, {}: ", round.team, round.name);
    let again = round.manages.then(|| {
        view! {
            <form method="post" action=here>
                <Button kind=Kind::Plain value="next" text="Make a new link; this one ends" />
            </form>
        }
    });
    Some(view! {
        <Card id="share" title="For people without an account">
            <p class="soft">"Members of the team find the round on their dashboard. Everybody else who opens this link gets a response of their own."</p>
            <AddressBox id="share-link" label="Link to share" value=link.clone() />
            <Disclosure summary="Show as a code for a meeting">
                <figure class="meeting">
                    <SquareCode text=link.clone() label="The link to share, as a square code" />
                    <figcaption>{caption}<code>{link}</code></figcaption>
                </figure>
            </Disclosure>
            {again}
        </Card>
    }.rendered())
}

fn people(round: &RoundView) -> Option<Rendered> {
    let People { list, answered, submitted, confidential, missing_roles, too_few_for } = round.people.clone()?;
    let title = match answered {
        0 if matches!(round.state, RoundState::Draft | RoundState::Open) => "Nobody has answered yet".to_owned(),
        0 => "Nobody answered".to_owned(),
        1 => "1 person has answered".to_owned(),
        n => format!("{n} people have answered"),
    };
    let done = match submitted {
        0 => None,
        1 => Some("1 has submitted.".to_owned()),
        n => Some(format!("{n} have submitted.")),
    };
    let done = done.map(|text| view! { <p>{text}</p> });
    let (asked, waited) = (list.len(), list.iter().filter(|one| one.standing == Standing::NotBegun).count());
    let missing = (round.state == RoundState::Open && waited > 0 && answered > 0)
        .then(|| view! { <p>{format!("Not begun: {waited} of {asked}.")}</p> });
    let roles = (round.state == RoundState::Open && !missing_roles.is_empty())
        .then(|| view! { <p>{format!("Nobody has answered as {} so far.", one_of(&missing_roles.iter().map(|role| lower_first(role)).collect::<Vec<_>>()))}</p> });
    let apart = confidential.then(|| {
        view! { <p class="soft small">"In a confidential round it is known who has begun, not how far they are and not which answers are theirs."</p> }
    });
    let too_few = too_few_for.filter(|_| round.state == RoundState::Open).map(|k| {
        let asked = if asked == 1 { "1 person is".to_owned() } else { format!("{asked} people are") };
        view! { <Notice tone=Tone::Warning><p>{format!("{asked} asked so far. Below {k} no figure will be shown: ask more people by links, or make a round by name.")}</p></Notice> }
    });
    let questions = round.questions;
    let list = if list.is_empty() {
        let text = if round.state == RoundState::Draft {
            "Open the round, and its team is asked."
        } else {
            "The team sees the round on its dashboard."
        };
        view! { <Empty title="No response yet." text=text /> }.rendered()
    } else {
        let rows = list
            .into_iter()
            .map(|person| {
                let (look, state) = match person.standing {
                    Standing::Submitted => (Look::Deep, "submitted".to_owned()),
                    Standing::NotBegun => (Look::Quiet, "not begun".to_owned()),
                    Standing::Begun | Standing::Answered(0) => (Look::Quiet, "begun".to_owned()),
                    Standing::Answered(n) => (Look::Quiet, format!("{n} of up to {questions} answered")),
                };
                view! { <li class="between"><span>{person.name}</span> <Tag look=look text=state /></li> }
            })
            .collect_view();
        view! { <ul class="list">{rows}</ul> }.rendered()
    };
    Some(
        view! { <section class="stack" aria-labelledby="people"><h2 id="people">{title}</h2>{done}{too_few}{apart}{missing}{roles}{list}</section> }
            .rendered(),
    )
}

/// "a", "a or b", "a, b or c"
fn one_of(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

fn steps(round: &RoundView, here: &str) -> Option<Rendered> {
    if !round.manages {
        return None;
    }
    let button = |part: &'static str, kind: Kind, text: &'static str| {
        view! { <form method="post" action=routes::under(here, part)><Button kind=kind value="next" text=text /></form> }.rendered()
    };
    let link = |part: &'static str, text: &'static str| {
        view! { <LinkButton href=routes::under(here, part) text=text /> }.rendered()
    };
    let steps = match round.state {
        RoundState::Draft => vec![
            button("open", Kind::Main, "Open it now"),
            link("edit", "Change it"),
            link("delete", "Delete the draft"),
        ],
        RoundState::Open => vec![
            link("close", "Close the round"),
            link("remind", "Remind people"),
            link("invitations", "Personal links"),
            link("edit", "Change it"),
        ],
        RoundState::Closed | RoundState::Published if round.erased => Vec::new(),
        RoundState::Closed => {
            vec![
                button("publish", Kind::Main, "Publish the result"),
                link("report-links", "Share the result"),
                link("reopen", "Open it again"),
            ]
        }
        RoundState::Published => vec![link("report-links", "Share the result"), link("reopen", "Open it again")],
    };
    let publishing = (round.state == RoundState::Closed && !round.erased).then(|| {
        view! { <p class="soft">"Whoever may see the result sees it already, as far as it is shown. Publishing only marks the round as published; no figure changes."</p> }
    });
    (!steps.is_empty()).then(|| view! { <section class="stack" aria-labelledby="steps"><h2 id="steps">"Run the round"</h2>{publishing}<div class="row">{steps}</div></section> }.rendered())
}
