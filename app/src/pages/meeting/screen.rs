//! The screen: one question, and how many have voted on it.

use domain::ids::RoundId;
use domain::instrument::Instrument;
use leptos::prelude::*;
use store::Present;
use usecases::meeting::{Pulse, Screen};

use super::{answer_in_words, record, scale, steps, where_is};
use crate::components::live::{Source, live, part};
use crate::components::notice::{Notice, Tone};
use crate::components::qr::SquareCode;
use crate::components::question::help;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct ScreenView {
    /// The round.
    pub id: RoundId,
    /// Team and round.
    pub place: String,
    /// The questions.
    pub instrument: &'static Instrument,
    /// The meeting, with what was typed laid over the answers.
    pub screen: Screen,
    /// The whole address for telephones.
    pub vote_url: String,
    /// Whether the answer to this question was recorded a moment ago.
    pub recorded: bool,
    /// What went wrong.
    pub trouble: Option<Trouble>,
    /// A note on a question that the meeting has left meanwhile, and that could not be saved; or nothing.
    pub lost_note: String,
}

/// What went wrong with a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer was chosen.
    NoAnswer,
    /// The team's response was handed in.
    Submitted,
    /// Fields that could not be taken or were changed elsewhere: the messages.
    Fields(Vec<String>),
}

impl ScreenView {
    /// The id of the question.
    pub(super) fn item(&self) -> &'static str {
        &self.instrument[self.screen.item].id
    }
}

/// The page.
pub fn page(view: &ScreenView) -> Page {
    let ScreenView { instrument, screen, .. } = view;
    let item = &instrument[screen.item];
    let place = screen.agenda.place(screen.item) + 1;
    let over = format!("{} · question {place} of {}", where_is(instrument, screen.item), screen.agenda.len());
    let trouble = view.trouble.clone().map(|what| trouble(what, &view.lost_note));
    let so_far = screen.answers.stored(view.item());
    let so_far = (screen.tally.is_none() && !so_far.is_empty()).then(|| {
        let words = format!("Recorded so far: {}", answer_in_words(instrument, screen.item, so_far));
        view! { <p class="soft">{words}</p> }
    });
    let beside = match &screen.tally {
        None => phones(view).rendered(),
        Some(tally) => record::beside(view, tally).rendered(),
    };
    let title = format!("{} · {}", item.topic, if screen.tally.is_some() { "votes" } else { "vote" });
    let body = view! {
        <form method="post" action=routes::meeting(view.id) class="meeting">
            <input type="hidden" name="version" value=screen.version />
            <input type="hidden" name="item" value=view.item() />
            <div class="meeting-question stack">
                {trouble}
                <p class="over">{over}</p>
                <h1>{item.question.clone()}</h1>
                <p class="frame">{instrument.frame(item.construct).to_owned()}</p>
                {help(&item.help)}
                {scale::rows(instrument, screen.item, screen.tally.as_ref())}
                {screen.tally.as_ref().and_then(scale::apart)}
                {so_far}
            </div>
            {beside}
            {steps::steps(view)}
        </form>
    };
    let live = screen.tally.is_none();
    Page { place: Some(view.place.clone()), measure: Measure::Wide, live, ..Page::new(title, body) }
}

fn trouble(trouble: Trouble, lost_note: &str) -> Rendered {
    let text = match trouble {
        Trouble::NoAnswer => vec!["Not recorded yet: choose the answer that the team agrees on.".to_owned()],
        Trouble::Submitted => vec![
            "Not recorded: the team’s response was handed in. Open it from the round’s page, reopen it, and record again. Your note is still here.".to_owned(),
        ],
        Trouble::Fields(messages) => messages,
    };
    let lost = (!lost_note.is_empty()).then(|| format!("Your note on the question before: {lost_note}"));
    let text = text.into_iter().chain(lost).map(|text| view! { <p>{text}</p> }).collect_view();
    view! { <div role="alert"><Notice tone=Tone::Warning>{text}</Notice></div> }.rendered()
}

/// How telephones get here, and how many have.
fn phones(view: &ScreenView) -> Rendered {
    let pulse = Pulse { version: view.screen.version, present: view.screen.present };
    let address = view.vote_url.clone();
    let short = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    // Typed by hand, the code is read as one.
    let (place, code) = short.rsplit_once('/').unwrap_or_default();
    let (place, code) = (format!("{place}/"), code.to_owned());
    let counts = self::pulse(view.id, pulse, view.screen.version);
    view! {
        <section class="meeting-beside card stack" aria-labelledby="phones">
            <h2 id="phones">"Vote on your phone"</h2>
            <SquareCode text=address.clone() label="The address of the vote" />
            <p class="address"><a href=address>{place}<wbr /><span>{code}</span></a></p>
            {live(counts)}
            <p class="by-hand"><a href=routes::meeting(view.id)>"Count again"</a></p>
        </section>
    }
    .rendered()
}

/// The part that follows the votes: how many are there and how many have voted, never who and never what. `shown` is the
/// version of the question that the page shows.
pub fn pulse(id: RoundId, Pulse { version, present }: Pulse, shown: i64) -> Rendered {
    if version != shown {
        return view! {
            <p><strong>"The meeting went on, on another screen. "</strong><a href=routes::meeting(id)>"Show it"</a></p>
        }
        .rendered();
    }
    let Present { phones, voted } = present;
    let here = if phones == 1 { " phone is here" } else { " phones are here" };
    let of = if voted == 1 { format!(" of {phones} has voted") } else { format!(" of {phones} have voted") };
    let counts = view! {
        <p><b>{phones}</b>{here}</p>
        <p><b>{voted}</b>{of}</p>
    };
    let source = Source { address: routes::meeting_live(id), seen: seen(version, present) };
    part(source, "pulse", counts.rendered())
}

/// What of the counts a page shows, as one word.
pub fn seen(version: i64, Present { phones, voted }: Present) -> String {
    format!("{version}.{phones}.{voted}")
}
