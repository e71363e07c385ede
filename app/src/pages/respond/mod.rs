//! `/respond/{token}`: one's own response, a section a page.

mod background;
mod buttons;
mod choice;
mod heading;
mod item;
mod metric;
mod review;
mod submitted;

use std::collections::BTreeMap;

use domain::answer::Field;
use domain::instrument::{Column, Instrument};
use domain::pace::Pace;
use domain::questionnaire::{Section, Walk, is_asked};
use domain::round::Mode;
use islands::Autosave;
use leptos::prelude::*;
use usecases::respond::{Answers, SEEN, WAS_NAME};

use crate::components::question::{Given, keys};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::Page;

/// Hidden field: when the page was made, in microseconds since 1970.
pub const PAGE_MADE: &str = "page_made";
/// Hidden field: how many scored questions had an answer on the page then.
pub const PAGE_ANSWERED: &str = "page_answered";

/// Which of a section's questions are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    All,
    /// Those without an answer; the walk goes from one section with something left to the next.
    Left,
}

/// What is said above the questions, beside the messages at the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The response was handed in while this page was open, so nothing typed on it is saved yet.
    SubmittedMeanwhile,
    /// The round was closed while this page was open: what was typed on it is not saved, and still there to copy.
    ClosedMeanwhile,
    /// The round is closed: what was saved can be looked at.
    Closed,
}

/// What the pages show.
#[derive(Clone)]
pub struct Respond {
    /// Token of the respondent's link.
    pub token: String,
    /// Team and round.
    pub place: String,
    /// The name that the team sees.
    pub name: String,
    /// Who may see whose answers.
    pub mode: Mode,
    /// The model or service that the delivery metrics speak of; may be empty.
    pub subject: String,
    /// The questions.
    pub instrument: &'static Instrument,
    /// The section shown.
    pub section: Section,
    /// Which of its questions.
    pub scope: Scope,
    /// What is stored, with what was typed and refused laid over it.
    pub answers: Answers,
    /// How quickly questions have been answered so far.
    pub pace: Pace,
    /// Messages by field name.
    pub errors: BTreeMap<String, String>,
    /// What else there is to say.
    pub notice: Option<Notice>,
    /// Whether the round takes answers.
    pub open: bool,
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

    /// The address of this page.
    fn here(&self) -> String {
        routes::section_in(&self.token, self.section.id(self.instrument), self.scope)
    }

    /// The scored questions on this page.
    fn columns(&self) -> Vec<Column> {
        let roles = self.answers.roles();
        let id = |column: &Column| self.instrument.column_id(*column);
        let wanted = |column: &Column| match self.scope {
            Scope::All => is_asked(self.instrument, *column, roles) || !self.answers.get(id(column)).is_empty(),
            Scope::Left => {
                is_asked(self.instrument, *column, roles)
                    && (self.answers.stored(id(column)).is_empty() || self.errors.contains_key(id(column)))
            }
        };
        self.section.columns(self.instrument).into_iter().filter(wanted).collect()
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
        Section::Review => Page { place, island: true, ..Page::new(title, review::body(respond)) },
        _ => Page { place, island: true, ..Page::new(title, section(respond)) },
    }
}

/// A section's form, inside the island that saves it as it changes.
fn section(respond: &Respond) -> Rendered {
    let walk = respond.walk();
    let columns = respond.columns();
    let given = |column: &&Column| !respond.answers.stored(respond.instrument.column_id(**column)).is_empty();
    let answered = columns.iter().filter(given).count();
    let here = respond.here();
    let autosave = routes::autosave(&respond.token);
    let now = respond.now;
    // Made before the island: what stands in it is moved into it.
    let heading = heading::heading(respond, &walk);
    let questions = questions(respond, &columns);
    let seen = seen(respond);
    let buttons = buttons::buttons(respond, &walk);
    view! {
        {heading}
        <Autosave>
            <form method="post" action=here data-autosave=autosave>
                {questions}
                <input type="hidden" name=PAGE_MADE value=now />
                <input type="hidden" name=PAGE_ANSWERED value=answered />
                {seen}
                {buttons}
            </form>
            {keys()}
        </Autosave>
    }
    .rendered()
}

/// The versions of this section's fields as the page shows them, so that what was changed elsewhere since is never
/// overwritten unseen.
fn seen(respond: &Respond) -> Rendered {
    let here = |name: &str| {
        Field::parse(respond.instrument, name)
            .is_some_and(|field| Section::of(respond.instrument, field) == respond.section)
    };
    let versions = respond.answers.versions().filter(|(name, _)| here(name));
    let versions = versions
        .map(|(name, version)| view! { <input type="hidden" name=format!("{SEEN}{name}") value=version /> })
        .collect_view();
    let name = (respond.section == Section::Profile).then(|| {
        view! { <input type="hidden" name=WAS_NAME value=respond.name.clone() /> }
    });
    view! { {versions} {name} }.rendered()
}

fn questions(respond: &Respond, columns: &[Column]) -> Rendered {
    match respond.section {
        Section::Profile => background::profile(respond),
        Section::Tools => background::tools(respond),
        Section::Strategies => background::strategies(respond),
        Section::Open => background::open(respond),
        _ => columns
            .iter()
            .map(|column| match column {
                Column::Item(index) => item::question(respond, *index).rendered(),
                Column::Metric(index) => metric::question(respond, *index).rendered(),
            })
            .collect_view()
            .rendered(),
    }
}
