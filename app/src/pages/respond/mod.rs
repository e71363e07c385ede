//! `/respond/{token}`: one's own response, a section a page.

mod background;
mod choice;
mod item;
mod metric;
mod review;
mod submitted;

use std::collections::BTreeMap;

use domain::answer::Field;
use domain::instrument::{Column, Instrument};
use domain::questionnaire::{Section, Walk, is_asked};
use islands::Autosave;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyView;
use usecases::respond::{Answers, WAS};

use crate::components::question::Given;
use crate::routes;
use crate::shell::Page;

/// What the pages show.
#[derive(Clone)]
pub struct Respond {
    /// Token of the respondent's link.
    pub token: String,
    /// Team and round.
    pub place: String,
    /// The name that the team sees.
    pub name: String,
    /// The model or service that the delivery metrics speak of; may be empty.
    pub subject: String,
    /// The questions.
    pub instrument: &'static Instrument,
    /// The section shown.
    pub section: Section,
    /// What is stored, with what was typed and refused laid over it.
    pub answers: Answers,
    /// Messages by field name.
    pub errors: BTreeMap<String, String>,
    /// Whether the round takes answers.
    pub open: bool,
    /// Whether the response was handed in while this page was open, so that nothing typed on it is saved yet.
    pub submitted_meanwhile: bool,
    /// When the page was made, in microseconds since 1970; tells how long it was open.
    pub now: i64,
}

impl Respond {
    fn walk(&self) -> Walk {
        self.answers.walk(self.instrument)
    }

    fn value(&self, field: &str) -> String {
        self.answers.get(field).to_owned()
    }

    /// The name, or what was typed for it and not taken.
    fn typed_name(&self) -> String {
        let typed = self.answers.get("name");
        if typed.is_empty() { self.name.clone() } else { typed.to_owned() }
    }

    fn error(&self, field: &str) -> Option<String> {
        self.errors.get(field).cloned()
    }

    /// What stands in a scored question.
    fn given(&self, field: &str) -> Given {
        Given { value: self.value(field), error: self.error(field) }
    }
}

/// The page of a section.
pub fn page(respond: &Respond) -> Page {
    let place = Some(respond.place.clone());
    let mut title = respond.section.title(respond.instrument).to_owned();
    if !respond.errors.is_empty() {
        title = format!("Please check: {title}");
    }
    match respond.section {
        Section::Submitted => Page { place, ..Page::new(title, submitted::body(respond)) },
        Section::Review => Page { place, ..Page::new(title, review::body(respond)) },
        _ => Page { place, island: true, ..Page::new(title, section(respond)) },
    }
}

/// A section's form, inside the island that saves it as it changes.
fn section(respond: &Respond) -> impl IntoView + use<> {
    let walk = respond.walk();
    let here = routes::section(&respond.token, respond.section.id(respond.instrument));
    let questions = questions(respond);
    let heading = heading(respond, &walk);
    let buttons = buttons(respond, &walk);
    let autosave = routes::autosave(&respond.token);
    let now = respond.now;
    let was = was(respond);
    view! {
        {heading}
        <Autosave>
            <form method="post" action=here data-autosave=autosave>
                {questions}
                <input type="hidden" name="page_made" value=now />
                {was}
                {buttons}
            </form>
        </Autosave>
    }
}

/// What the fields of this section hold, so that a stale page can be told from a change.
fn was(respond: &Respond) -> impl IntoView + use<> {
    let here = |name: &str| {
        Field::parse(respond.instrument, name)
            .is_some_and(|field| Section::of(respond.instrument, field) == respond.section)
    };
    respond
        .answers
        .all_stored()
        .filter(|(name, _)| here(name))
        .map(|(name, value)| {
            view! { <input type="hidden" name=format!("{WAS}{name}") value=value.to_owned() /> }
        })
        .collect_view()
}

fn heading(respond: &Respond, walk: &Walk) -> impl IntoView + use<> {
    let group = respond.section.group(respond.instrument).to_owned();
    let title = respond.section.title(respond.instrument).to_owned();
    let place = walk.place(respond.section).map_or(0, |place| place + 1);
    let left = match walk.minutes_left() {
        0 => "nothing left".to_owned(),
        1 => "about a minute left".to_owned(),
        minutes => format!("about {minutes} minutes left"),
    };
    let over = format!("{group} · section {place} of {} · {left}", walk.steps().len());
    let bars = walk
        .steps()
        .iter()
        .map(|step| {
            let class = match () {
                () if step.section == respond.section => "here",
                () if step.asked > 0 && step.left() == 0 => "done",
                () if step.answered > 0 => "part",
                () => "open",
            };
            view! { <li class=class></li> }
        })
        .collect_view();
    let errors = (!respond.errors.is_empty()).then(|| {
        view! {
            <div class="notice warn" role="alert">
                <p><strong>"Please check what is marked below."</strong>" Everything else on this page is saved."</p>
            </div>
        }
    });
    let meanwhile = respond.submitted_meanwhile.then(|| {
        view! {
            <div class="notice warn" role="alert">
                <p><strong>"Not saved yet: this response was submitted meanwhile, perhaps in another tab."</strong></p>
                <p>"What you typed is still below. Reopen the response to save it."</p>
            </div>
        }
    });
    let (about, frame) = intro(respond);
    view! {
        <p class="over">{over}</p>
        <h1>{title}</h1>
        <ol class="progress" aria-hidden="true">{bars}</ol>
        {errors}
        {meanwhile}
        <div class="intro">
            <p>{about}</p>
            {(!frame.is_empty()).then(|| view! { <p class="soft">{frame}</p> })}
        </div>
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

fn questions(respond: &Respond) -> AnyView {
    match respond.section {
        Section::Profile => background::profile(respond),
        Section::Tools => background::tools(respond),
        Section::Strategies => background::strategies(respond),
        Section::Open => background::open(respond),
        section => scored(respond, section),
    }
}

fn scored(respond: &Respond, section: Section) -> AnyView {
    let instrument = respond.instrument;
    let roles = respond.answers.roles();
    section
        .columns(instrument)
        .into_iter()
        .filter(|column| {
            is_asked(instrument, *column, roles) || !respond.answers.get(instrument.column_id(*column)).is_empty()
        })
        .map(|column| match column {
            Column::Item(index) => item::question(respond, index).into_any(),
            Column::Metric(index) => metric::question(respond, index).into_any(),
        })
        .collect_view()
        .into_any()
}

fn buttons(respond: &Respond, walk: &Walk) -> AnyView {
    let next = walk.next(respond.section).title(respond.instrument).to_owned();
    let back = walk.previous(respond.section).is_some();
    if respond.submitted_meanwhile {
        let reopen = view! {
            <div class="steps"><button class="button main forward" name="action" value="reopen">"Reopen and save"</button></div>
        };
        return reopen.into_any();
    }
    // "Next" stands first, so that Enter in a field goes on; the style sheet puts it on the right.
    view! {
        <div class="steps">
            <button class="button main forward" name="action" value="next">{format!("Next: {next}")}</button>
            {back.then(|| view! { <button class="button back" name="action" value="back">"Back"</button> })}
            <button class="button plain review" name="action" value="review">"Save and see what is left"</button>
        </div>
    }
    .into_any()
}
