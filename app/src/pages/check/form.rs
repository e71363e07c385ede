//! The questions, all on one page.

use std::collections::BTreeMap;

use domain::instrument::{Column, Feeds, Instrument};
use domain::quick_check::{WHOLE, feeds};
use islands::Autosave;
use leptos::prelude::*;

use crate::components::question::{Given, item, keys, metric};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::Page;

/// What the page shows.
pub struct CheckForm {
    /// The questions.
    pub instrument: &'static Instrument,
    /// Who runs this server.
    pub operator: String,
    /// What was typed, by field name.
    pub values: BTreeMap<String, String>,
    /// Messages by field name.
    pub errors: BTreeMap<String, String>,
}

impl CheckForm {
    fn given(&self, id: &str) -> Given {
        Given { value: self.values.get(id).cloned().unwrap_or_default(), error: self.errors.get(id).cloned() }
    }
}

/// The page.
pub fn page(form: &CheckForm) -> Page {
    let count = form.instrument.quick_check.len();
    let groups = form
        .instrument
        .quick_check
        .chunk_by(|a, b| feeds(form.instrument, *a) == feeds(form.instrument, *b))
        .map(|columns| group(form, columns))
        .collect_view();
    let body = view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Quick check"</h1>
                <p class="lead">{format!("{count} questions, about four minutes. You see at once where you seem to stand and what to look at first.")}</p>
                {alert(form)}
            </div>
            <section class="card stack" aria-labelledby="privacy">
                <h2 id="privacy">"Before the first question"</h2>
                <ul class="plain">
                    <li><strong>"What is kept. "</strong>"Your answers, under a random link that only you get. No name, no address, no account, no cookie."</li>
                    <li><strong>"Where and how long. "</strong>{format!("On this server and nowhere else, until {} deletes it.", form.operator)}</li>
                    <li><strong>"In this browser. "</strong>"What you enter waits in this tab until you send it, and goes with the tab."</li>
                    <li><strong>"No right answers. "</strong>"Say how you see it. Don’t know and Not applicable are answers too, and you may leave questions out."</li>
                </ul>
            </section>
            <Autosave>
                <form method="post" action=routes::CHECK class="check-form" data-draft="check">
                    {groups}
                    <div class="steps">
                        <button class="button main forward" name="action" value="submit">"See what it says"</button>
                    </div>
                </form>
                {keys()}
            </Autosave>
        </div>
    };
    let title = if form.errors.is_empty() { "Quick check" } else { "Please check: Quick check" };
    Page { island: true, ..Page::new(title, body) }
}

/// What was wrong, at the top, where a reload puts the reader.
fn alert(form: &CheckForm) -> Rendered {
    let words = match form.errors.get(WHOLE) {
        Some(message) => Some(message.clone()),
        None => (!form.errors.is_empty()).then(|| {
            "Please check what is marked below. Nothing is kept yet; all you entered is still on this page.".to_owned()
        }),
    };
    words.map(|words| view! { <div class="notice warn" role="alert"><p><strong>{words}</strong></p></div> }).rendered()
}

/// Questions that count towards the same thing, under its heading.
fn group(form: &CheckForm, columns: &[Column]) -> Rendered {
    let instrument = form.instrument;
    let kind = columns.first().map(|column| feeds(instrument, *column));
    let title = match kind {
        Some(Feeds::Severity) => "What gets in the way",
        Some(Feeds::Realisation) => "What has come of it",
        Some(Feeds::Delivery) => "Delivery",
        Some(Feeds::Maturity) | None => "How you work",
    };
    let questions = columns
        .iter()
        .map(|column| {
            let given = form.given(instrument.column_id(*column));
            match column {
                Column::Item(index) => item(instrument, *index, given, ()).rendered(),
                Column::Metric(index) => metric(instrument, *index, given, ()).rendered(),
            }
        })
        .collect_view();
    view! {
        <section class="check-group">
            <h2>{title}</h2>
            <p class="soft">{frame(instrument, columns)}</p>
            {questions}
        </section>
    }
    .rendered()
}

/// The time and the things to think of.
fn frame(instrument: &Instrument, columns: &[Column]) -> String {
    match columns.first() {
        Some(Column::Item(index)) => {
            let item = &instrument[*index];
            // Practices differ a little in what to think of; together they stand under the frame of their scale.
            let practice = instrument[item.construct].feeds == Feeds::Maturity;
            if practice {
                instrument.scale(item.scale).frame.clone()
            } else {
                instrument.frame(item.construct).to_owned()
            }
        }
        Some(Column::Metric(_)) => {
            "Of the model or service that matters most to you, over the last six months.".to_owned()
        }
        None => String::new(),
    }
}
