//! `/rounds/new`, `/rounds/{id}/edit`, `/rounds/{id}`, its personal links, reminders and links to its result, and what is asked before a step.

mod invitations;
mod one;
mod remind;
mod report_links;

pub use invitations::{InvitationsView, InvitedPerson, MadeLink, page as invitations};
pub use one::{Own, People, Person, RoundView, Standing, page as one};
pub use remind::{RemindView, page as remind};
pub use report_links::{ReportLinksView, ended as report_link_ended, page as report_links};

use domain::ids::RoundId;
use leptos::prelude::*;

use crate::components::button::{Button, Kind, LinkButton};
use crate::components::choices::{Choice, Choices};
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::pages::confirm::{Confirm, page as confirm_page};
use crate::rendered::IntoRendered;
use crate::routes;
use crate::shell::Page;

/// What the form shows.
#[derive(Clone, Debug, Default)]
pub struct RoundForm {
    /// The round that is changed; `None` for a new one.
    pub id: Option<RoundId>,
    /// The teams to choose from: id, name, unit, chosen.
    pub teams: Vec<(String, String, String, bool)>,
    /// The name.
    pub name: String,
    /// The model or service that is meant.
    pub subject: String,
    /// `named`, `one_answer` or `confidential`.
    pub mode: String,
    /// Of a confidential round the smallest number of people behind a figure.
    pub k: String,
    /// The first day.
    pub opens: String,
    /// The last day.
    pub closes: String,
    /// Days until answers are deleted.
    pub retention: String,
    /// Whether answers of the last round are a start.
    pub carry: bool,
    /// Whether the round is open already.
    pub open: bool,
    /// The instrument and its version, in words.
    pub instrument: String,
    /// What was wrong.
    pub faults: Faults,
}

/// `/rounds/new` and `/rounds/{id}/edit`
pub fn form(form: RoundForm) -> Page {
    let RoundForm { id, teams, name, subject, mode, k, opens, closes, retention, carry, open, instrument, faults } =
        form;
    let new = id.is_none();
    let title = if new { "New round" } else { "Change the round" };
    let (action, back) = id.map_or_else(
        || (routes::NEW_ROUND.to_owned(), routes::DASHBOARD.to_owned()),
        |id| (routes::under(&routes::round(id), "edit"), routes::round(id)),
    );
    let none = new && teams.is_empty();
    let whose = new.then(|| {
        let options = teams.into_iter().map(|(value, label, about, chosen)| Choice { value, label, about, chosen }).collect();
        view! { <Choices name="team" label="Who is asked" hint="Each team gets a round of its own." options=options several=true error=faults.at("team") /> }
    });
    let how = new.then(|| {
        let choice = |value: &str, label: &str, about: &str| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
            about: about.to_owned(),
            chosen: mode == value || (mode.is_empty() && value == "named"),
        };
        let options = vec![
            choice(
                "named",
                "Everybody answers, by name",
                "Leads and owners see who has answered, and may see who answered what. The team sees the result.",
            ),
            choice(
                "confidential",
                "Everybody answers, confidentially",
                "Nobody sees single answers. Results come when the round is closed, and only where enough people are behind a figure.",
            ),
            choice("one_answer", "One answer for the team", "Filled in together; every member opens the same answers."),
        ];
        view! {
            <Choices name="mode" label="How the team answers" hint="Confidential suits teams of five and more; a smaller one would see no figures. It cannot be changed later." options=options error=faults.at("mode") />
            <TextField name="k" label="People behind a figure, at least" hint="For a confidential round: 3 to 10. Below 10 figures are rounded. People are told this number before they answer." kind="number" value=k error=faults.at("k") />
        }
    });
    let start = new.then(|| {
        let options = vec![Choice {
            value: "yes".to_owned(),
            label: "Begin with the answers of the team’s last round".to_owned(),
            about: "Everybody finds their own earlier answers filled in, and changes what has changed.".to_owned(),
            chosen: carry,
        }];
        view! { <Choices name="carry" label="To begin with" options=options several=true /> }
    });
    let opening = (!open).then(|| {
        view! { <TextField name="opens" label="Opens on" hint="A draft opens by itself on this day (UTC). Leave it empty to open it by hand." kind="date" value=opens error=faults.at("opens") /> }
    });
    let send = if new {
        view! {
            <div class="row">
                <Button kind=Kind::Main value="next" text="Open it now" />
                <Button value="save" text="Keep it as a draft" />
                <LinkButton kind=Kind::Plain href=back text="Back" />
            </div>
        }
        .rendered()
    } else {
        view! {
            <div class="row">
                <Button kind=Kind::Main value="next" text="Keep it" />
                <LinkButton kind=Kind::Plain href=back text="Leave it as it is" />
            </div>
        }
        .rendered()
    };
    let missing = none.then(|| {
        view! { <Notice tone=Tone::Warning><h2>"There is no team to ask"</h2><p>"A round needs a team that you lead or own. "<a href=routes::TEAMS>"See the teams"</a></p></Notice> }
    });
    let body = view! {
        <div class="stack-wide">
            {faults.summary()}
            <h1>{title}</h1>
            {missing}
            <form method="post" action=action class="stack">
                {whose}
                <TextField name="round" label="Name" hint="Such as the month. It stands on results and reports." value=name error=faults.at("round") />
                <TextField name="subject" label="Model or service" hint="What the delivery figures speak of. Leave it empty for the team as a whole." value=subject error=faults.at("subject") />
                {how}
                {start}
                {opening}
                <TextField name="closes" label="Last day" hint="It closes by itself after this day (UTC). Leave it empty to close it by hand." kind="date" value=closes error=faults.at("closes") />
                <TextField name="retention" label="Delete answers after" hint="Days after closing. Leave it empty to keep them. Deleted answers and comments cannot be brought back. Published figures stay, of a named round those that five people or more are behind." value=retention error=faults.at("retention") />
                <p class="soft small">{format!("Questionnaire: {instrument}.")}</p>
                {send}
            </form>
        </div>
    };
    Page::new(faults.title(title), body)
}

/// Asks before a step that is not easily taken back: its part of the address, what it is, and what comes of it.
pub fn confirm(id: RoundId, part: &'static str, title: String, text: String, button: &'static str) -> Page {
    let back = routes::round(id);
    let (action, button) = (routes::under(&back, part), ("next", button));
    confirm_page(Confirm { title, text, action, field: None, button, back, faults: Faults::default() })
}
