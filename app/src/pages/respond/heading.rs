//! What stands above the questions: where one is, how much is left, all sections, and what to look at first.

use domain::questionnaire::{Section, Step, Walk};
use leptos::prelude::*;

use super::{Notice, Respond, Scope};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

pub(super) fn heading(respond: &Respond, walk: &Walk) -> Rendered {
    let group = respond.section.group(respond.instrument).to_owned();
    let title = respond.section.title(respond.instrument).to_owned();
    let place = walk.place(respond.section).map_or(0, |place| place + 1);
    let over = match respond.scope {
        Scope::All => format!("{group} · section {place} of {} · {}", walk.steps().len(), time_left(respond, walk)),
        Scope::Left => format!("{group} · only what is left · {}", time_left(respond, walk)),
    };
    let bars = walk.steps().iter().map(|step| view! { <li class=state(respond, step)></li> }).collect_view();
    let (about, frame) = intro(respond);
    view! {
        <p class="over">{over}</p>
        <h1>{title}</h1>
        <ol class="progress" aria-hidden="true">{bars}</ol>
        {sections(respond, walk)}
        {errors(respond)}
        {respond.notice.map(notice)}
        <div class="intro">
            <p>{about}</p>
            {(!frame.is_empty()).then(|| view! { <p class="soft">{frame}</p> })}
        </div>
    }
    .rendered()
}

/// "about 9 minutes left", at the pace so far.
pub(super) fn time_left(respond: &Respond, walk: &Walk) -> String {
    match respond.pace.minutes_for(walk.left()) {
        0 => "nothing left".to_owned(),
        1 => "about a minute left".to_owned(),
        minutes => format!("about {minutes} minutes left"),
    }
}

fn state(respond: &Respond, step: &Step) -> &'static str {
    match () {
        () if step.section == respond.section => "here",
        () if step.asked > 0 && step.left() == 0 => "done",
        () if step.answered > 0 => "part",
        () => "open",
    }
}

/// Every section with what is left in it, behind one step.
fn sections(respond: &Respond, walk: &Walk) -> Rendered {
    let summary = match walk.left() {
        0 => "All sections · every question has an answer".to_owned(),
        1 => "All sections · 1 question left".to_owned(),
        left => format!("All sections · {left} questions left"),
    };
    let rows = walk
        .steps()
        .iter()
        .map(|step| {
            let href = routes::section(&respond.token, step.section.id(respond.instrument));
            let title = step.section.title(respond.instrument).to_owned();
            let current = (step.section == respond.section).then_some("page");
            view! { <li class=state(respond, step)><a href=href aria-current=current>{title}</a> {count(step)}</li> }
        })
        .collect_view();
    let first = routes::section_in(&respond.token, walk.first_open().id(respond.instrument), Scope::Left);
    let only = (walk.left() > 0 && respond.scope == Scope::All).then(|| {
        view! { <p><a href=first>"Answer only what is left"</a></p> }
    });
    view! {
        <details class="sections">
            <summary>{summary}</summary>
            <nav aria-label="Sections"><ol>{rows}</ol></nav>
            {only}
        </details>
    }
    .rendered()
}

/// How far a section has come.
pub(super) fn count(step: &Step) -> Rendered {
    let (class, text) = match (step.section, step.asked, step.left()) {
        (Section::Review, ..) => ("soft", String::new()),
        (_, 0, _) => ("soft", "optional".to_owned()),
        (_, asked, 0) => ("soft", format!("{asked} of {asked}")),
        (_, asked, left) if left == asked => ("soft", format!("{left} left")),
        // Begun and not finished: easily overlooked.
        (_, asked, left) => ("left", format!("{left} of {asked} left")),
    };
    view! { <span class=class>{text}</span> }.rendered()
}

fn errors(respond: &Respond) -> Rendered {
    (!respond.errors.is_empty())
        .then(|| {
            let entries = respond.errors.iter().map(|(field, message)| {
                // A question is more than its field; comments, links and the name are fields alone.
                let asked = respond.instrument.column(field).is_some();
                let href = if asked { format!("#q-{field}") } else { format!("#{field}") };
                view! { <li><a href=href>{message.clone()}</a></li> }
            });
            view! {
                <div class="notice warn errors" role="alert">
                    <h2>"Please check"</h2>
                    <ul>{entries.collect_view()}</ul>
                    <p>"Everything else on this page is saved."</p>
                </div>
            }
        })
        .rendered()
}

fn notice(notice: Notice) -> Rendered {
    match notice {
        Notice::SubmittedMeanwhile => view! {
            <div class="notice warn" role="alert">
                <p><strong>"Not saved yet: this response was submitted meanwhile, perhaps in another tab."</strong></p>
                <p>"What you typed is still below. Reopen the response to save it."</p>
            </div>
        }
        .rendered(),
        Notice::ClosedMeanwhile => view! {
            <div class="notice warn" role="alert">
                <p><strong>"Not saved: this round was closed meanwhile, and takes no more answers."</strong></p>
                <p>"What you typed on this page is still below: copy what you want to keep, before you leave it. What was saved before is part of the result. Ask whoever runs the round whether it can be opened again."</p>
            </div>
        }
        .rendered(),
        Notice::Closed => view! {
            <div class="notice"><p>"This round is closed. You see what was saved; nothing can be changed any more."</p></div>
        }
        .rendered(),
    }
}

/// The line under the title, and the time and things to think of.
fn intro(respond: &Respond) -> (String, String) {
    let instrument = respond.instrument;
    let plain = |text: &str| (text.to_owned(), String::new());
    match respond.section {
        Section::Construct(construct) => (instrument[construct].about.clone(), instrument.frame(construct).to_owned()),
        Section::Delivery => {
            let about = instrument.dimension("PM").map_or(String::new(), |dimension| dimension.about.clone());
            let subject = if respond.subject.is_empty() {
                "Choose the model or service that matters most to your team.".to_owned()
            } else {
                format!("Answer for: {}.", respond.subject)
            };
            (about, subject)
        }
        Section::Profile => plain(
            "All of this is optional. Your job roles decide which questions you are asked; without one you are asked everything.",
        ),
        Section::Tools => plain("Tick what your team really uses. Leave a group empty if you do not know."),
        Section::Strategies => plain("Tick what applies to most of your models."),
        Section::Open => plain("All of this is optional. Please do not name people."),
        Section::Review | Section::Submitted => plain(""),
    }
}
