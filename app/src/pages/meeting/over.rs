//! Before a meeting, and after it.

use domain::ids::RoundId;
use leptos::prelude::*;

use crate::components::area::TextArea;
use crate::components::button::{Button, Kind, LinkButton};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::Page;

/// What to expect, and the button that begins.
pub fn start(id: RoundId, place: String, left: usize, all: usize) -> Page {
    let here = routes::meeting(id);
    let left = match left {
        0 => format!("All {all} questions have an answer. You can go through them again."),
        left if left == all => {
            format!("{all} questions, one at a time. You can stop after any of them and go on another day.")
        }
        left => format!("{left} of {all} questions are left. The meeting begins at the first of them."),
    };
    let body = view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Answer together in a meeting"</h1>
                <p class="lead">{left}</p>
            </div>
            <ol class="how">
                <li>"Show this page on a screen that everybody in the room can read."</li>
                <li>"Everybody opens the code on the screen with a telephone and votes. Nobody sees how, nor who has voted."</li>
                <li>"You show all votes at once. Where they lie far apart, talk first, and vote again if you like."</li>
                <li>"You record what the team agrees on, with a note. Votes are thrown away when you go on."</li>
            </ol>
            <form method="post" action=here class="row">
                <Button kind=Kind::Main value="start" text="Start the meeting" />
                <LinkButton kind=Kind::Plain href=routes::round(id) text="Back to the round" />
            </form>
        </div>
    };
    Page { place: Some(place), ..Page::new("Meeting", body) }
}

/// The round was closed. `note` is what was typed and could not be saved any more.
pub fn closed(id: RoundId, place: String, note: &str) -> Page {
    let note = note.to_owned();
    let kept = (!note.is_empty()).then(|| {
        view! {
            <TextArea name="note" label="Your note, which is not saved" hint="Copy it if you want to keep it." value=note />
        }
    });
    let body = view! {
        <div class="stack">
            <h1>"This round is closed"</h1>
            <p class="lead">"It takes no more answers, so its meeting is over. What was recorded is in the result."</p>
            {kept}
            <p class="row">
                <LinkButton href=routes::round_results(id) text="See the results" />
                <LinkButton kind=Kind::Plain href=routes::round(id) text="Back to the round" />
            </p>
        </div>
    };
    Page { place: Some(place), ..Page::new("This round is closed", body) }
}

/// What the screen's counts become when the meeting is over.
pub fn over(id: RoundId) -> Rendered {
    let here = routes::meeting(id);
    view! { <p><strong>"The meeting was ended, on another screen. "</strong><a href=here>"See what is there now"</a></p> }
        .rendered()
}

/// What telephones show when their link opens nothing any more.
pub fn ended() -> Page {
    Page::new("The meeting is over", gone())
}

pub(super) fn gone() -> Rendered {
    view! {
        <div class="stack">
            <h1>"The meeting is over"</h1>
            <p class="lead">"Thank you. What the team agreed on is kept; votes are thrown away. You can close this page."</p>
            <p class="soft">"If you have just opened it and expected a meeting: its address may be mistyped, or the meeting is not on yet."</p>
        </div>
    }
    .rendered()
}
