//! A question with options: one or several of them.

use domain::instrument::{Choice, Choosable, Question};
use leptos::prelude::*;

use super::Respond;
use crate::components::field::message_at;
use crate::components::question::help;
use crate::rendered::{IntoRendered, Rendered};

/// A question of the profile or on strategies; `field` is its form field's name.
pub fn question(respond: &Respond, field: &str, question: &Question) -> Rendered {
    let several = question.choice != Choice::One;
    let hint = match question.choice {
        Choice::One => String::new(),
        Choice::Many => "Choose all that apply.".to_owned(),
        Choice::AtMost(most) => format!("Choose up to {most}."),
    };
    let options = options(respond, field, &question.options, several);
    group(respond, field, question.question.clone(), hint, &question.help, options).rendered()
}

/// A legend, the help, the options and the error.
pub fn group<V: IntoView>(
    respond: &Respond,
    field: &str,
    legend: String,
    hint: String,
    more: &str,
    options: V,
) -> Rendered {
    let (described, message) = message_at(field, respond.error(field));
    let several = !hint.is_empty();
    let hint_id = format!("{field}-hint");
    let described: Vec<String> = [several.then(|| hint_id.clone()), described].into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    view! {
        <fieldset class="question small-question" aria-describedby=described>
            <legend>{legend}</legend>
            {several.then(|| view! { <p class="frame" id=hint_id>{hint}</p> })}
            {help(more)}
            // Present even if nothing is chosen, so that unticking everything is saved too.
            {several.then(|| view! { <input type="hidden" name=field.to_owned() value="" /> })}
            <div class="choices">{options}</div>
            {message}
        </fieldset>
    }
    .rendered()
}

/// The options as check boxes or radio buttons.
pub fn options(respond: &Respond, field: &str, options: &[Choosable], several: bool) -> Rendered {
    let kind = if several { "checkbox" } else { "radio" };
    options
        .iter()
        .map(|option| one(field, kind, &option.id, &option.label, &option.help, respond.answers.has(field, &option.id)))
        .collect_view()
        .rendered()
}

/// One option.
pub fn one(field: &str, kind: &'static str, value: &str, label: &str, about: &str, checked: bool) -> Rendered {
    let about = (!about.is_empty()).then(|| about.to_owned());
    view! {
        <label class="choice">
            <input type=kind name=field.to_owned() value=value.to_owned() checked=checked />
            <span>{label.to_owned()} {about.map(|text| view! { <small>{text}</small> })}</span>
        </label>
    }
    .rendered()
}
