//! A delivery metric: six bands, or a percentage.

use domain::instrument::{Instrument, Metric, MetricIndex, MetricKind};
use leptos::prelude::*;

use super::{Given, equals, help, stage};
use crate::components::field::message_at;
use crate::rendered::{IntoRendered, Rendered};

/// The question. `aside` stands behind don't know and not applicable.
pub fn metric<V: IntoView>(instrument: &Instrument, index: MetricIndex, given: Given, aside: V) -> Rendered {
    let metric = &instrument[index];
    let current = given.value;
    let (described, message) = message_at(&metric.id, given.error);
    let answer = match &metric.kind {
        MetricKind::Bands(bands) => {
            let bands = bands
                .iter()
                .enumerate()
                .map(|(place, band)| stage(&metric.id, (place + 1).to_string(), &current, band.clone(), None))
                .collect_view();
            view! { <div class="stages bands">{bands}</div> }.rendered()
        }
        MetricKind::Percent => percentage(metric, &current, described.clone()).rendered(),
    };
    view! {
        <fieldset class="question" id=format!("q-{}", metric.id) aria-describedby=described>
            <legend>{metric.question.clone()}</legend>
            {help(&metric.help)}
            {answer}
            {message}
            <div class="aside-row">{equals(&metric.id, &current)} {aside}</div>
        </fieldset>
    }
    .rendered()
}

/// A number, as a third choice beside don't know and not applicable: all three share the field's name.
fn percentage(metric: &Metric, current: &str, described: Option<String>) -> Rendered {
    // Several values stand here only if a form gave more than one and comes back with a message.
    let is_word = |part: &&str| matches!(*part, "DK" | "NA");
    let number = !current.split(';').any(|part| is_word(&part));
    let value = current.split(';').find(|part| !is_word(part)).unwrap_or_default().to_owned();
    let id = format!("{}-number", metric.id);
    // The blank as a placeholder is never read: by it the style tells a field that is empty (`:placeholder-shown`).
    view! {
        <div class="percent">
            <label class="choice quiet">
                <input type="radio" name=metric.id.clone() value="" checked=number />
                "A number"
            </label>
            <input
                type="text"
                inputmode="decimal"
                class="short-input"
                id=id.clone()
                name=metric.id.clone()
                value=value
                placeholder=" "
                aria-label="Percentage from 0 to 100"
                aria-invalid=described.is_some().then_some("true")
                aria-describedby=described
                autocomplete="off"
            />
            <span aria-hidden="true">"%"</span>
        </div>
    }
    .rendered()
}
