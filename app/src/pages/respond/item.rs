//! A scored item, with comment and evidence beside it.

use domain::instrument::ItemIndex;
use domain::round::Mode;
use leptos::prelude::*;

use super::Respond;
use crate::components::field::{TextField, message_at};
use crate::components::question;
use crate::components::text::text_area;
use crate::rendered::{IntoRendered, Rendered};

/// The question.
pub fn question(respond: &Respond, index: ItemIndex) -> Rendered {
    let id = &respond.instrument[index].id;
    question::item(respond.instrument, index, respond.given(id), aside(respond, id)).rendered()
}

/// Comment and evidence, behind one step; open when there is something in it.
pub(super) fn aside(respond: &Respond, id: &str) -> Rendered {
    let comment = format!("comment.{id}");
    let evidence = format!("evidence.{id}");
    let (text, link) = (respond.value(&comment), respond.value(&evidence));
    let (described, message) = message_at(&comment, respond.error(&comment));
    let link_error = respond.error(&evidence);
    let hint = match respond.mode {
        Mode::Named | Mode::OneAnswer => "A web address. It stands with the result.",
        Mode::Confidential { .. } => "A web address. As it may say whose it is, the result does not show it.",
    };
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
            <TextField name=evidence label="Link to evidence" hint=hint value=link error=link_error />
        </details>
    }
    .rendered()
}
