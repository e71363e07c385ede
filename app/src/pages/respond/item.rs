//! A scored item: five stages or the agreement scale, don't know, not applicable, comment and evidence.

use domain::instrument::{ItemIndex, Scale};
use leptos::prelude::*;

use super::Respond;
use crate::components::field::{TextField, message_at};
use crate::components::text::text_area;

/// The question.
pub fn question(respond: &Respond, index: ItemIndex) -> impl IntoView + use<> {
    let item = &respond.instrument[index];
    let options = &respond.instrument.scale(item.scale).options;
    let current = respond.value(&item.id);
    let stages = options
        .iter()
        .enumerate()
        .map(|(place, option)| {
            let anchor = item.anchors.as_ref().map(|anchors| anchors[place].clone());
            stage(&item.id, (place + 1).to_string(), &current, option.label.clone(), anchor)
        })
        .collect_view();
    let class = if item.scale == Scale::M5 { "stages" } else { "scale" };
    let (described, message) = message_at(&item.id, respond.error(&item.id));
    view! {
        <fieldset class="question" id=format!("q-{}", item.id) aria-describedby=described>
            <legend>{item.question.clone()}</legend>
            {help(&item.help)}
            <div class=class>{stages}</div>
            {message}
            <div class="aside-row">{equals(&item.id, &current)} {aside(respond, &item.id)}</div>
        </fieldset>
    }
}

/// One radio button with its name and, for stages, its anchor.
pub(super) fn stage(
    field: &str,
    value: String,
    current: &str,
    name: String,
    anchor: Option<String>,
) -> impl IntoView + use<> {
    let checked = current == value;
    view! {
        <label class="stage">
            <input type="radio" name=field.to_owned() value=value checked=checked />
            <span class="name">{name}</span>
            {anchor.map(|text| view! { <span class="anchor">{text}</span> })}
        </label>
    }
}

/// Don't know and not applicable, which every question offers.
pub(super) fn equals(field: &str, current: &str) -> impl IntoView + use<> {
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
}

/// What the terms mean, behind one step.
pub(super) fn help(text: &str) -> impl IntoView + use<> {
    let text = text.to_owned();
    (!text.is_empty()).then(|| {
        view! {
            <details class="help">
                <summary>"What this means"</summary>
                <p>{text}</p>
            </details>
        }
    })
}

/// Comment and evidence, behind one step; open when there is something in it.
pub(super) fn aside(respond: &Respond, id: &str) -> impl IntoView + use<> {
    let comment = format!("comment.{id}");
    let evidence = format!("evidence.{id}");
    let (text, link) = (respond.value(&comment), respond.value(&evidence));
    let (described, message) = message_at(&comment, respond.error(&comment));
    let link_error = respond.error(&evidence);
    let open = !text.is_empty() || !link.is_empty() || described.is_some() || link_error.is_some();
    let invalid = described.is_some();
    view! {
        <details open=open>
            <summary>"Add a comment or evidence"</summary>
            <div class="field">
                <label for=comment.clone()>"Comment"</label>
                {text_area(&comment, &text, described, invalid)}
                {message}
            </div>
            <TextField name=evidence label="Link to evidence" hint="An address that begins with https://" value=link error=link_error />
        </details>
    }
}
