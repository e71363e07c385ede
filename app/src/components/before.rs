//! What people are told before the first question.

use leptos::prelude::*;

use super::card::Card;
use crate::rendered::{IntoRendered, Rendered};

/// The notice. `seen` says who sees the answers, `way_back` how one gets at them again, `operator` runs the server.
pub fn before(seen: &str, way_back: &'static str, operator: &str) -> Rendered {
    let seen = seen.to_owned();
    let kept = format!(
        "On this server and nowhere else, until {operator} deletes it. Earlier versions of what you change are kept too, for you alone."
    );
    view! {
        <Card id="privacy" title="Before the first question">
            <ul class="plain">
                <li><strong>"What for. "</strong>"To show your team where it stands and what to do next. For nothing else."</li>
                <li><strong>"Who sees it. "</strong>{seen}</li>
                <li><strong>"Where and how long. "</strong>{kept}</li>
                <li><strong>"In this browser. "</strong>"Answers that could not be sent wait in this browser until they are saved: on a shared computer, stay until it says Saved."</li>
                <li><strong>"Your link. "</strong>{way_back}</li>
                <li><strong>"No right answers. "</strong>"Say how it is for most models, not the best one. Don’t know and Not applicable are answers too."</li>
            </ul>
        </Card>
    }
    .rendered()
}
