//! A scored question as it is put to people: its stages, scale, bands or percentage, and don't know and not applicable
//! beside them. It knows nothing of the page: who shows it hands over what was answered and what was wrong with it.

mod item;
mod keys;
mod metric;

use leptos::prelude::*;

use crate::rendered::{IntoRendered, Rendered};

pub use item::item;
pub use keys::keys;
pub use metric::metric;

/// What stands in a question's controls.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The answer, or what was typed and not taken.
    pub value: String,
    /// Why it was not taken.
    pub error: Option<String>,
}

/// One radio button with its name and, for stages, its anchor.
fn stage(field: &str, value: String, current: &str, name: String, anchor: Option<String>) -> Rendered {
    let checked = current == value;
    view! {
        <label class="stage">
            <input type="radio" name=field.to_owned() value=value checked=checked />
            <span class="name">{name}</span>
            {anchor.map(|text| view! { <span class="anchor">{text}</span> })}
        </label>
    }
    .rendered()
}

/// Don't know and not applicable, which every question offers.
fn equals(field: &str, current: &str) -> Rendered {
    [("DK", "Don’t know"), ("NA", "Not applicable")]
        .map(|(value, text)| {
            // Both stand in `current` if a form gave more than one answer and comes back with a message.
            let checked = current.split(';').any(|given| given == value);
            view! {
                <label class="choice quiet">
                    <input type="radio" name=field.to_owned() value=value checked=checked />
                    {text}
                </label>
            }
        })
        .into_iter()
        .collect_view()
        .rendered()
}

/// What the terms mean, behind one step.
pub fn help(text: &str) -> Rendered {
    let text = text.to_owned();
    (!text.is_empty())
        .then(|| {
            view! {
                <details class="help">
                    <summary>"What this means"</summary>
                    <p>{text}</p>
                </details>
            }
        })
        .rendered()
}
