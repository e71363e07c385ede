//! A scored item: five stages or the agreement scale.

use domain::instrument::{Instrument, ItemIndex, Scale};
use leptos::prelude::*;

use super::{Given, equals, help, stage};
use crate::components::field::message_at;
use crate::rendered::{IntoRendered, Rendered};

/// The question. `aside` stands behind don't know and not applicable.
pub fn item<V: IntoView>(instrument: &Instrument, index: ItemIndex, given: Given, aside: V) -> Rendered {
    let item = &instrument[index];
    let options = &instrument.scale(item.scale).options;
    let stages = options
        .iter()
        .enumerate()
        .map(|(place, option)| {
            let anchor = item.anchors.as_ref().map(|anchors| anchors[place].clone());
            stage(&item.id, (place + 1).to_string(), &given.value, option.label.clone(), anchor)
        })
        .collect_view();
    let class = if item.scale == Scale::M5 { "stages" } else { "scale" };
    let (described, message) = message_at(&item.id, given.error);
    view! {
        <fieldset class="question" id=format!("q-{}", item.id) aria-describedby=described>
            <legend>{item.question.clone()}</legend>
            {help(&item.help)}
            <div class=class>{stages}</div>
            {message}
            <div class="aside-row">{equals(&item.id, &given.value)} {aside}</div>
        </fieldset>
    }
    .rendered()
}
