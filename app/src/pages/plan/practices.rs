//! Choosing the practice that an action works on, and which of its questions.

use domain::instrument::{ConstructIndex, Feeds, Instrument};
use leptos::prelude::*;
use usecases::plan::ActionTyped;

use crate::components::field::message_at;
use crate::components::form::Faults;
use crate::rendered::{IntoRendered, Rendered};

/// The questions of a practice. The style sheet shows those of the chosen one, so that needs no scripting.
fn questions(instrument: &Instrument, place: ConstructIndex, typed: &ActionTyped) -> Rendered {
    let practice = &instrument[place];
    let label = format!("Questions of {} that this works on", practice.short);
    let items = practice.items.iter().map(|item| {
        let item = &instrument[*item];
        view! {
            <label class="choice quiet">
                <input type="checkbox" name="items" value=item.id.clone() checked=typed.items.contains(&item.id) />
                <span>{item.topic.clone()}</span>
            </label>
        }
    });
    view! {
        <div class="questions" role="group" aria-label=label>
            <p class="hint">"Only some of it? None ticked means the practice as a whole."</p>
            {items.collect_view()}
        </div>
    }
    .rendered()
}

/// Every practice, each with its questions.
pub(super) fn practices(typed: &ActionTyped, faults: &Faults) -> Rendered {
    let instrument = Instrument::builtin();
    let practices = instrument.constructs_feeding(Feeds::Maturity).map(|place| {
        let practice = &instrument[place];
        let chosen = practice.id == typed.practice;
        view! {
            <div>
                <label class="choice">
                    <input type="radio" name="practice" value=practice.id.clone() checked=chosen />
                    <span>{practice.short.clone()}</span>
                </label>
                {questions(instrument, place, typed)}
            </div>
        }
    });
    let error = faults.at("practice");
    let invalid = error.as_ref().map(|_| "");
    let (described, message) = message_at("practice", error);
    // A link of an error summary leads to the group.
    view! {
        <fieldset class="field" id="practice" aria-describedby=described data-invalid=invalid>
            <legend class="label">"Practice that this works on"</legend>
            <div class="practices">{practices.collect_view()}</div>
            {message}
        </fieldset>
    }
    .rendered()
}
