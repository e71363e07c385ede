//! `/rounds/{id}/remind`: to whom a reminder goes, and what it says.

use domain::ids::RoundId;
use leptos::prelude::*;

use crate::components::button::{Button, Kind, LinkButton};
use crate::components::empty::Empty;
use crate::components::notice::{Notice, Tone};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct RemindView {
    /// The round.
    pub id: RoundId,
    /// Team and round.
    pub place: String,
    /// Whether the round is open.
    pub open: bool,
    /// Members who have not begun.
    pub members: Vec<String>,
    /// Those whose personal links were not used.
    pub invited: Vec<String>,
    /// Whether this server sends mail.
    pub mails: bool,
    /// What the reminder says.
    pub text: String,
    /// How many reminders were sent on their way just now.
    pub sent: Option<usize>,
}

/// The page.
pub fn page(view: &RemindView) -> Page {
    let round = routes::round(view.id);
    let place = view.place.clone();
    let body = view! {
        <div class="stack-wide">
            <div>
                <p class="over"><a href=round.clone()>{place.clone()}</a></p>
                <h1>"Remind those who have not begun"</h1>
            </div>
            {view.sent.map(sent)}
            {whom(view)}
            <LinkButton kind=Kind::Plain href=round text="Back to the round" />
        </div>
    };
    Page { measure: Measure::Narrow, ..Page::new(format!("Remind, {place}"), body) }
}

fn sent(count: usize) -> Rendered {
    let (tone, text) = match count {
        0 => (
            Tone::Info,
            "No reminder was sent: whoever has not begun was reminded today, or nobody is left.".to_owned(),
        ),
        1 => (Tone::Done, "1 reminder is on its way.".to_owned()),
        n => (Tone::Done, format!("{n} reminders are on their way.")),
    };
    view! { <Notice tone=tone><p>{text}</p></Notice> }.rendered()
}

fn whom(view: &RemindView) -> Rendered {
    if !view.open {
        return view! { <Notice><p>"The round takes no answers now, so nobody is reminded."</p></Notice> }.rendered();
    }
    if view.members.is_empty() && view.invited.is_empty() {
        return view! { <Empty title="Everybody who was asked has begun." /> }.rendered();
    }
    let names = |names: &[String]| {
        let rows = names.iter().cloned().map(|name| view! { <li>{name}</li> }).collect_view();
        view! { <ul class="list">{rows}</ul> }.rendered()
    };
    let (here, mails) = (routes::remind(view.id), view.mails && !view.members.is_empty());
    let members = (!view.members.is_empty()).then(|| {
        let how = if mails {
            "They are reminded by mail, each once a day at most."
        } else {
            "This server sends no mail: send them the text above."
        };
        view! {
            <section class="stack" aria-labelledby="members">
                <h2 id="members">{format!("Members of the team: {}", view.members.len())}</h2>
                <p>{how}</p>
                {names(&view.members)}
            </section>
        }
    });
    let invited = (!view.invited.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="invited">
                <h2 id="invited">{format!("By personal links: {}", view.invited.len())}</h2>
                <p>"Their links are kept nowhere, so they get no mail from here. Send them the text, or a new link: "<a href=routes::invitations(view.id)>"personal links"</a>"."</p>
                {names(&view.invited)}
            </section>
        }
    });
    let send = mails.then(|| {
        view! { <form method="post" action=here><Button kind=Kind::Main value="next" text="Send the reminders" /></form> }
    });
    let text = view.text.clone();
    let says = view! {
        <section class="stack" aria-labelledby="text">
            <h2 id="text">"What it says"</h2>
            <pre class="copy">{text}</pre>
        </section>
    };
    // Where somebody sends it by hand, the text is what they came for.
    let (first, last) = if mails { (None, Some(says)) } else { (Some(says), None) };
    view! {
        {first}
        {members}
        {invited}
        {last}
        {send}
    }
    .rendered()
}
