//! Going on, going back, and seeing what is left.

use domain::questionnaire::Walk;
use leptos::prelude::*;

use super::{Notice, Respond, Scope};

use crate::rendered::{IntoRendered, Rendered};

pub(super) fn buttons(respond: &Respond, walk: &Walk) -> Rendered {
    if matches!(respond.notice, Some(Notice::Closed | Notice::ClosedMeanwhile)) {
        return ().rendered();
    }
    if respond.notice == Some(Notice::SubmittedMeanwhile) {
        let reopen = view! {
            <div class="steps"><button class="button main forward" name="action" value="reopen">"Reopen and save"</button></div>
        };
        return reopen.rendered();
    }
    let next = match respond.scope {
        Scope::All => walk.next(respond.section),
        Scope::Left => walk.next_open(respond.section),
    };
    let next = next.title(respond.instrument).to_owned();
    let back = respond.scope == Scope::All && walk.previous(respond.section).is_some();
    // "Next" stands first, so that Enter in a field goes on; the style sheet puts it on the right.
    view! {
        <div class="steps">
            <button class="button main forward" name="action" value="next">{format!("Next: {next}")}</button>
            {back.then(|| view! { <button class="button back" name="action" value="back">"Back"</button> })}
            <button class="button plain review" name="action" value="review">"Save and see what is left"</button>
        </div>
    }
    .rendered()
}
