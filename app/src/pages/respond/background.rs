//! The sections that are not scored: profile, tools, strategies, open questions.

use domain::fragmentation::{Fragmentation, ToolsInUse};
use domain::instrument::{NONE, OTHER};
use leptos::prelude::*;

use super::Respond;
use super::choice::{group, one, options, question};
use crate::components::field::{TextField, message_at};
use crate::components::notice::Notice;
use crate::components::text::{lower_first, text_area};
use crate::rendered::{IntoRendered, Rendered};

/// Name, job roles and facts.
pub fn profile(respond: &Respond) -> Rendered {
    let roles = respond
        .instrument
        .roles
        .iter()
        .map(|role| {
            let checked = respond.answers.has("job_role", role.id.id());
            one("job_role", "checkbox", role.id.id(), &role.name, &role.about, checked)
        })
        .collect_view();
    let roles =
        group(respond, "job_role", "What do you do?".to_owned(), "Choose all that apply.".to_owned(), "", roles);
    let questions = respond
        .instrument
        .profile
        .iter()
        .map(|asked| question(respond, &format!("profile.{}", asked.id), asked))
        .collect_view();
    view! {
        {way_back(respond)}
        {roles}
        {name(respond)}
        {questions}
    }
    .rendered()
}

fn name(respond: &Respond) -> Option<Rendered> {
    // A confidential response bears no name.
    (respond.mode.k().is_none()).then(|| {
        view! {
            <div class="question small-question">
                <TextField
                    name="name"
                    label="Your name"
                    hint="As your team sees it."
                    value=respond.typed_name()
                    error=respond.error("name")
                    autocomplete="name"
                />
            </div>
        }
        .rendered()
    })
}

/// Of a confidential round: that this page's address is the one way back.
fn way_back(respond: &Respond) -> Option<Rendered> {
    respond.mode.k().map(|k| {
        let text = format!("Nobody sees your answers; figures are shown from {k} people on, once the round is closed. The way back to your answers on another device is the address of this page, or the personal link if you came by one. Keep it: nobody can look it up for you.");
        view! { <Notice><p>{text}</p></Notice> }.rendered()
    })
}

/// How scattered the tools are that were ticked so far; nothing before the first.
pub fn fragmentation(respond: &Respond) -> Option<impl IntoView + use<>> {
    let held = |kind: &str, id: &str| respond.answers.stored(&format!("{kind}.{id}")).to_owned();
    let categories = respond.instrument.tools.iter().map(|tool| {
        let mut tools = ToolsInUse::none(tool);
        tools.add(&held("tools", &tool.id), &held("tools_other", &tool.id));
        tools
    });
    let sentence = Fragmentation::of_tools(&categories.collect::<Vec<_>>()).sentence()?;
    Some(view! {
        <section class="notice" aria-labelledby="fragmentation">
            <h2 id="fragmentation" class="quiet-title">"How scattered your tools are"</h2>
            <p>{sentence}</p>
        </section>
    })
}

/// The tool inventory, with what it says so far above it.
pub fn tools(respond: &Respond) -> Rendered {
    let categories = respond
        .instrument
        .tools
        .iter()
        .map(|tool| {
            let field = format!("tools.{}", tool.id);
            let other_field = format!("tools_other.{}", tool.id);
            let choices = view! {
                {options(respond, &field, &tool.options, true)}
                {one(&field, "checkbox", OTHER, "Other", "", respond.answers.has(&field, OTHER))}
                {one(&field, "checkbox", NONE, "None", "", respond.answers.has(&field, NONE))}
            };
            let hint = if tool.help.is_empty() { "Choose all that apply.".to_owned() } else { tool.help.clone() };
            view! {
                {group(respond, &field, tool.name.clone(), hint, "", choices)}
                <div class="question small-question under">
                    <TextField
                        name=other_field.clone()
                        label=format!("Others for {}", lower_first(&tool.name))
                        value=respond.value(&other_field)
                        error=respond.error(&other_field)
                    />
                </div>
            }
        })
        .collect_view();
    view! { {fragmentation(respond)} {categories} }.rendered()
}

/// Strategies, and the top threes.
pub fn strategies(respond: &Respond) -> Rendered {
    respond
        .instrument
        .strategies
        .iter()
        .map(|asked| question(respond, &format!("strategy.{}", asked.id), asked))
        .collect_view()
        .rendered()
}

/// Questions answered in one's own words.
pub fn open(respond: &Respond) -> Rendered {
    respond
        .instrument
        .open
        .iter()
        .map(|asked| {
            let field = format!("open.{}", asked.id);
            let hint = format!("{field}-hint");
            let (error, message) = message_at(&field, respond.error(&field));
            let invalid = error.is_some();
            let described = [Some(hint.clone()), error].into_iter().flatten().collect::<Vec<_>>().join(" ");
            view! {
                <div class="field question small-question">
                    <label for=field.clone() class="as-question">{asked.question.clone()}</label>
                    <p class="hint" id=hint>{asked.help.clone()}</p>
                    {text_area(&field, respond.answers.get(&field), Some(described), invalid)}
                    {message}
                </div>
            }
        })
        .collect_view()
        .rendered()
}
