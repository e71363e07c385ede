//! The points of a question's scale, one a row, with the votes on each once they are shown.

use domain::instrument::{Instrument, ItemIndex, Scale};
use domain::meeting::Tally;
use domain::statistics::Agreement;
use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

/// Distance of two dots, and the size of one, in units of the drawing.
const STEP: u32 = 14;
const RADIUS: u32 = 5;
/// Room for so many dots at least, so that few do not become large.
const ROOM: u32 = 8;

/// All five rows. The row that the lower median falls on is marked.
pub(super) fn rows(instrument: &Instrument, index: ItemIndex, tally: Option<&Tally>) -> Rendered {
    let item = &instrument[index];
    let middle = tally.and_then(Tally::proposal);
    let options = instrument.scale(item.scale).options.iter();
    let room = tally.map_or(0, |tally| tally.counts().iter().copied().max().unwrap_or(0)).max(ROOM);
    let rows = options
        .zip(1_usize..)
        .map(|(option, value)| {
            let anchor = item.anchors.as_ref().map(|anchors| anchors[value - 1].clone());
            let anchor = anchor.map(|text| view! { <span class="anchor">{text}</span> });
            let votes = tally.map(|tally| votes(tally.counts()[value - 1], room));
            let class = if middle.as_deref() == Some(&value.to_string()) { "middle" } else { "" };
            view! {
                <li class=class>
                    <span class="point"><b>{value}</b> <span class="name">{option.label.clone()}</span></span>
                    {anchor}
                    {votes}
                </li>
            }
        })
        .collect_view();
    let class = match (item.scale, tally.is_some()) {
        (Scale::M5, false) => "points stages5",
        (Scale::L5, false) => "points",
        (Scale::M5, true) => "points stages5 counted",
        (Scale::L5, true) => "points counted",
    };
    view! { <ol class=class>{rows}</ol> }.rendered()
}

/// A dot a vote, and how many there are.
fn votes(count: u32, room: u32) -> Rendered {
    let (width, height) = (room * STEP, STEP);
    let dots = (0..count)
        .map(|place| view! { <circle cx=place * STEP + STEP / 2 cy=STEP / 2 r=RADIUS></circle> })
        .collect_view();
    let said = if count == 1 { " vote" } else { " votes" };
    view! {
        <span class=if count == 0 { "votes none" } else { "votes" }>
            <b>{count}</b>
            <span class="visually-hidden">{said}</span>
            <svg viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMinYMid" aria-hidden="true">{dots}</svg>
        </span>
    }
    .rendered()
}

/// "2 don’t know · 1 not applicable": votes that are no point of the scale; nothing if there are none.
pub(super) fn apart(tally: &Tally) -> Option<Rendered> {
    let parts: Vec<String> = [(tally.dont_know, "don’t know"), (tally.not_applicable, "not applicable")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    let text = format!("Apart from these: {}", parts.join(" · "));
    (!parts.is_empty()).then(|| view! { <p class="apart">{text}</p> }.rendered())
}

/// How far the votes agree, as a heading; where the team has to talk, its colour says so too.
pub(super) fn agreement(tally: &Tally) -> Rendered {
    let apart = tally.agreement() == Some(Agreement::Disagree);
    let class = if apart { "agreement far" } else { "agreement" };
    view! { <h2 id="agreement" class=class>{sentence(tally)}</h2> }.rendered()
}

fn sentence(tally: &Tally) -> String {
    match (tally.agreement(), tally.n(), tally.dont_know + tally.not_applicable) {
        (Some(agreement), ..) => format!("You {}", agreement.in_words()),
        (None, 0, 0) => "Nobody has voted".to_owned(),
        (None, 0, _) => "Nobody chose a point of the scale".to_owned(),
        (None, ..) => "One vote: too few to tell".to_owned(),
    }
}
