//! After the votes are shown: whether people agree, and what the team records.

use domain::meeting::Tally;
use leptos::prelude::*;
use usecases::respond::SEEN;

use super::answer_in_words;
use super::scale;
use super::screen::{ScreenView, Trouble};
use crate::components::area::TextArea;
use crate::components::button::{Button, Kind};
use crate::components::choices::{Choice, Choices};
use crate::rendered::{IntoRendered, Rendered};

/// The part beside the question.
pub(super) fn beside(view: &ScreenView, tally: &Tally) -> Rendered {
    let (item, answers) = (view.item(), &view.screen.answers);
    let note = format!("comment.{item}");
    let stored = answers.stored(item);
    let typed = answers.get(item);
    let proposal = tally.proposal().unwrap_or_default();
    let chosen = match (view.recorded, typed != stored) {
        // What was chosen and not taken, or what was just recorded.
        (_, true) => typed,
        (true, false) => stored,
        (false, false) if proposal.is_empty() => stored,
        (false, false) => &proposal,
    };
    let options = ["1", "2", "3", "4", "5", "DK", "NA"].map(|value| Choice {
        value: value.to_owned(),
        label: answer_in_words(view.instrument, view.screen.item, value),
        about: String::new(),
        chosen: value == chosen,
    });
    let hint = if proposal.is_empty() || view.recorded {
        ""
    } else {
        "Chosen to begin with: the middle vote, of two the lower."
    };
    let versions = |name: &str| answers.versions().find(|(field, _)| *field == name).map_or(0, |(_, version)| version);
    let error = (view.trouble == Some(Trouble::NoAnswer)).then(|| "Choose one.".to_owned());
    let done = view.recorded.then(|| {
        let words = format!("Recorded: {}", answer_in_words(view.instrument, view.screen.item, stored));
        view! { <p class="recorded" role="status">{words}</p> }
    });
    let record = if view.recorded { Kind::Other } else { Kind::Main };
    view! {
        <section class="meeting-beside stack" aria-labelledby="agreement">
            {scale::agreement(tally)}
            <div class="card stack">
                <Choices name=item label="The team’s answer" hint=hint options=options.to_vec() error=error />
                <TextArea name=note.clone() label="Note" hint="Why, or who sees it otherwise." value=answers.get(&note).to_owned() error=None />
                <input type="hidden" name=format!("{SEEN}{item}") value=versions(item) />
                <input type="hidden" name=format!("{SEEN}{note}") value=versions(&note) />
                {done}
                <Button kind=record value="record" text="Record" />
            </div>
        </section>
    }
    .rendered()
}
