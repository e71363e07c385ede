//! The telephone: the question, and five points to tap.

use domain::instrument::{Instrument, Scale};
use leptos::prelude::*;
use usecases::meeting::Seat;

use super::over::gone;
use super::{answer_in_words, scale, where_is};
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::card::Card;
use crate::components::live::{self, Source, live};
use crate::components::notice::{Notice, Tone};
use crate::components::question::help;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Phone {
    /// The token of the link.
    pub token: String,
    /// Team and round.
    pub place: String,
    /// The questions.
    pub instrument: &'static Instrument,
    /// What a telephone that takes part sees; `None` for one that has not joined.
    pub seat: Option<Seat>,
    /// Why the last vote was not taken.
    pub trouble: Option<&'static str>,
}

/// The page.
pub fn page(phone: &Phone) -> Page {
    let place = Some(phone.place.clone());
    let Some(seat) = &phone.seat else { return Page { place, ..Page::new("Vote with your team", joining(phone)) } };
    let trouble =
        phone.trouble.map(|text| view! { <div role="alert"><Notice tone=Tone::Warning><p>{text}</p></Notice></div> });
    let body = view! {
        <div class="stack ballot">
            {trouble}
            {live(part(phone, seat))}
            <p class="by-hand"><LinkButton kind=Kind::Plain href=routes::vote(&phone.token) text="Show the current question" /></p>
        </div>
    };
    Page { place, live: true, ..Page::new("Vote with your team", body) }
}

fn joining(phone: &Phone) -> Rendered {
    view! {
        <form method="post" action=routes::vote(&phone.token) class="stack-wide">
            <div class="stack">
                <h1>"Vote with your team"</h1>
                <p class="lead">"The question stands on the screen and here. Tap what fits; all votes are shown together."</p>
            </div>
            <Card id="privacy" title="Before you join">
                <ul class="plain">
                    <li>"Nobody sees who voted what. The server knows this phone by a random number that it forgets after the meeting, and by no name."</li>
                    <li>"When the votes are revealed, the room sees how many chose what."</li>
                    <li>"Votes are thrown away when the meeting goes on. What the team agrees on is its answer."</li>
                </ul>
            </Card>
            <Button kind=Kind::Main value="join" text="Join" />
        </form>
    }
    .rendered()
}

/// The part that follows the meeting.
pub fn part(phone: &Phone, seat: &Seat) -> Rendered {
    let instrument = phone.instrument;
    let item = &instrument[seat.item];
    let own = answer_in_words(instrument, seat.item, &seat.own);
    let below = match &seat.tally {
        None => view! {
            <p class="own">{if own.is_empty() { "Tap what fits.".to_owned() } else { format!("Your vote: {own}. Tap another to change it.") }}</p>
            {points(phone, seat)}
        }
        .rendered(),
        Some(tally) => view! {
            <p class="own">{if own.is_empty() { "You did not vote on this one.".to_owned() } else { format!("Your vote: {own}.") }}</p>
            {scale::agreement(tally)}
            {scale::rows(instrument, seat.item, Some(tally))}
            {scale::apart(tally)}
        }
        .rendered(),
    };
    let content = view! {
        <p class="over">{where_is(instrument, seat.item)}</p>
        <h1>{item.question.clone()}</h1>
        <p class="frame">{instrument.frame(item.construct).to_owned()}</p>
        {help(&item.help)}
        {below}
    };
    let source = Source { address: routes::vote_live(&phone.token), seen: seen(seat) };
    live::part(source, "stack", content.rendered())
}

/// What the part becomes when the meeting is over.
pub fn over() -> Rendered {
    gone()
}

/// What the part becomes when the telephone does not take part any more.
pub fn not_seated(token: &str) -> Rendered {
    let here = routes::vote(token);
    view! { <p><strong>"This phone does not take part any more. "</strong><a href=here>"Join again"</a></p> }.rendered()
}

/// What of the meeting a telephone shows, as one word.
pub fn seen(seat: &Seat) -> String {
    format!("{}.{}", seat.version, seat.own)
}

/// A button a point: one tap is a vote.
fn points(phone: &Phone, seat: &Seat) -> Rendered {
    let item = &phone.instrument[seat.item];
    let point = |value: String, name: String, anchor: Option<String>| {
        let pressed = if seat.own == value { "true" } else { "false" };
        let anchor = anchor.map(|text| view! { <span class="anchor">{text}</span> });
        view! {
            <button type="submit" name="vote" value=value aria-pressed=pressed>
                <span class="name">{name}</span>
                {anchor}
            </button>
        }
        .rendered()
    };
    let options = phone.instrument.scale(item.scale).options.iter().zip(1_usize..);
    let points = options
        .map(|(option, value)| {
            let anchor = item.anchors.as_ref().map(|anchors| anchors[value - 1].clone());
            let name = if item.scale == Scale::M5 { format!("{value} {}", option.label) } else { option.label.clone() };
            point(value.to_string(), name, anchor)
        })
        .collect_view();
    let apart = [("DK", "Don’t know"), ("NA", "Not applicable")]
        .map(|(value, name)| point(value.to_owned(), name.to_owned(), None))
        .into_iter()
        .collect_view();
    view! {
        <form method="post" action=routes::vote(&phone.token) class="taps">
            <input type="hidden" name="item" value=item.id.clone() />
            {points}
            <div class="taps-apart">{apart}</div>
        </form>
    }
    .rendered()
}
