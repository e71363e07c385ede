//! The buttons below the question.

use leptos::prelude::*;

use super::screen::ScreenView;
use crate::components::button::{Button, Kind};
use crate::rendered::{IntoRendered, Rendered};

pub(super) fn steps(view: &ScreenView) -> Rendered {
    let screen = &view.screen;
    let place = screen.agenda.place(screen.item);
    let (first, last) = (place == 0, place + 1 >= screen.agenda.len());
    let votes = if screen.tally.is_none() {
        ahead("reveal", "Reveal", Kind::Main, true).rendered()
    } else {
        view! { <Button value="again" text="Vote again" /> }.rendered()
    };
    let next = (!last).then(|| {
        let kind = if view.recorded { Kind::Main } else { Kind::Other };
        ahead("next", "Next", kind, view.recorded)
    });
    let done = last.then(|| {
        view! { <p class="soft">"This is the last question. Delivery figures and background are filled in from the round’s page."</p> }
    });
    let back = (!first).then(|| view! { <Button value="back" text="Back" /> });
    view! {
        <div class="meeting-steps">
            <div class="row">{back} {votes} {next}</div>
            {done}
            <div class="row jump">
                <label for="section">"Section"</label>
                {sections(view)}
                <Button value="jump" text="Go there" />
                <Button kind=Kind::Plain value="end" text="End the meeting" />
            </div>
        </div>
    }
    .rendered()
}

/// A button that may have the focus from the start, so that a key press on a presenter goes on.
fn ahead(value: &'static str, text: &'static str, kind: Kind, focus: bool) -> Rendered {
    let class = if kind == Kind::Main { "button main" } else { "button" };
    view! { <button type="submit" class=class name="action" value=value autofocus=focus>{text}</button> }.rendered()
}

fn sections(view: &ScreenView) -> Rendered {
    let instrument = view.instrument;
    let here = instrument[view.screen.item].construct;
    let options = view
        .screen
        .agenda
        .sections(instrument)
        .into_iter()
        .map(|section| {
            let construct = &instrument[section];
            view! { <option value=construct.id.clone() selected=section == here>{construct.name.clone()}</option> }
        })
        .collect_view();
    view! { <select id="section" name="section">{options}</select> }.rendered()
}
