//! `/rounds/{id}/invitations`: personal links, made, replaced and withdrawn.

use domain::ids::{InvitationId, RoundId};
use domain::invitees::{MOST_INVITEES, called};
use domain::round::RoundState;
use leptos::prelude::*;

use crate::components::address::AddressBox;
use crate::components::area::TextArea;
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::disclosure::Disclosure;
use crate::components::empty::Empty;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::components::tag::{Look, Tag};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// Somebody who is invited.
#[derive(Clone, Debug)]
pub struct InvitedPerson {
    /// The invitation.
    pub id: InvitationId,
    /// The name; may be empty.
    pub name: String,
    /// The address; may be empty.
    pub email: String,
    /// Whether they have begun. How far they are is not known here.
    pub begun: bool,
}

/// A link that was made just now.
#[derive(Clone, Debug)]
pub struct MadeLink {
    /// The name; may be empty.
    pub name: String,
    /// The address; may be empty.
    pub email: String,
    /// The whole address of the link; `None` where a mail brings it.
    pub link: Option<String>,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct InvitationsView {
    /// The round.
    pub id: RoundId,
    /// Team and round.
    pub place: String,
    /// Whether the round is open.
    pub state: RoundState,
    /// Whether nobody may know whose answers are whose.
    pub confidential: bool,
    /// Whether this server sends mail.
    pub mails: bool,
    /// Everybody who is invited, by name.
    pub people: Vec<InvitedPerson>,
    /// Links that were made just now, which are shown this once.
    pub made: Vec<MadeLink>,
    /// What the form holds so that sending it twice invites once.
    pub token: String,
    /// What was typed.
    pub typed: String,
    /// What was wrong with it.
    pub faults: Faults,
}

/// The page.
pub fn page(view: &InvitationsView) -> Page {
    let round = routes::round(view.id);
    let title = view.faults.title("Personal links");
    let place = view.place.clone();
    let body = view! {
        <div class="stack-wide">
            {view.faults.summary()}
            <div>
                <p class="over"><a href=round.clone()>{place.clone()}</a></p>
                <h1>"Personal links"</h1>
            </div>
            {made(&view.made)}
            <p>"For people without an account, or outside the team. A link makes one response, and is the way back to it on any device. Whoever has begun keeps the link: it cannot be replaced any more."</p>
            {form(view)}
            {list(view)}
            <LinkButton kind=Kind::Plain href=round text="Back to the round" />
        </div>
    };
    Page { measure: Measure::Narrow, ..Page::new(format!("{title}, {place}"), body) }
}

fn form(view: &InvitationsView) -> Rendered {
    if view.state != RoundState::Open {
        let text = if view.state == RoundState::Draft {
            "Links are made once the round is open."
        } else {
            "The round is closed: it makes no new links. Those that were used still lead back to their answers."
        };
        return view! { <Notice><p>{text}</p></Notice> }.rendered();
    }
    let hint = format!(
        "One line a person, up to {MOST_INVITEES} at once: a name, an address, or Name <name@example.org>.{}",
        if view.mails {
            " Whoever has an address gets the link by mail."
        } else {
            " This server sends no mail: you hand the links on."
        }
    );
    let known = if view.confidential {
        "Names and addresses are kept with the round, to show who has begun. In this confidential round nothing leads from them to answers."
    } else {
        "Names and addresses are kept with the round. Answers bear the name."
    };
    let (here, token) = (routes::invitations(view.id), view.token.clone());
    let (typed, error) = (view.typed.clone(), view.faults.at("people"));
    view! {
        <form method="post" action=here class="stack">
            <TextArea name="people" label="Whom to invite" hint=hint value=typed error=error />
            <input type="hidden" name="token" value=token />
            <p class="soft small">{known}</p>
            <Button kind=Kind::Main value="next" text="Make the links" />
        </form>
    }
    .rendered()
}

/// The links that were made just now.
fn made(links: &[MadeLink]) -> Option<Rendered> {
    let shown: Vec<(String, String)> =
        links.iter().filter_map(|made| Some((called(&made.name, &made.email), made.link.clone()?))).collect();
    let mailed: Vec<&str> = links.iter().filter(|made| made.link.is_none()).map(|made| made.email.as_str()).collect();
    let mailed = (!mailed.is_empty()).then(|| {
        let text = format!("On their way by mail: {}.", mailed.join(", "));
        view! { <p>{text}</p><p class="soft small">"Each mail holds a link of its own. Nothing arrived after ten minutes? Make a new link below."</p> }
    });
    let hand_on = (!shown.is_empty()).then(|| {
        let address = |place: usize| links.iter().filter(|made| made.link.is_some()).nth(place).map_or("", |made| &made.email);
        let all: Vec<String> = (shown.iter().enumerate())
            .map(|(place, (name, link))| match address(place) {
                email if email.is_empty() || email == name => format!("{name}: {link}"),
                email => format!("{name} <{email}>: {link}"),
            })
            .collect();
        let advice = if shown.len() == 1 {
            "Send it to whom it is for. It is kept nowhere, and shown only now."
        } else {
            "Send each to whom it is for. The links are kept nowhere, and shown only now."
        };
        let all = (all.len() > 1).then(|| {
            view! { <Disclosure summary="All of them as text to copy"><pre class="copy">{all.join("\n")}</pre></Disclosure> }
        });
        let boxes = shown
            .iter()
            .enumerate()
            .map(|(place, (name, link))| {
                let (name, link, id) = (name.clone(), link.clone(), format!("made-link-{place}"));
                view! {
                    <li class="stack-tight">
                        <b>{name.clone()}</b>
                        <AddressBox id=id label=format!("Link for {name}") value=link />
                    </li>
                }
            })
            .collect_view();
        view! {
            <p>{advice}</p>
            <ul class="plain stack">{boxes}</ul>
            {all}
        }
    });
    let title = match links.len() {
        0 => return None,
        1 => "One link was made".to_owned(),
        n => format!("{n} links were made"),
    };
    Some(view! { <Notice tone=Tone::Done><h2>{title}</h2>{mailed}{hand_on}</Notice> }.rendered())
}

fn list(view: &InvitationsView) -> Rendered {
    let open = view.state == RoundState::Open;
    let here = routes::invitations(view.id);
    let begun = view.people.iter().filter(|person| person.begun).count();
    let title = format!("{} invited, {begun} begun", view.people.len());
    let rows = view
        .people
        .iter()
        .map(|person| {
            let name = called(&person.name, &person.email);
            let address = (!person.name.is_empty() && !person.email.is_empty())
                .then(|| view! { " " <span class="soft small">{person.email.clone()}</span> });
            let (look, state) = if person.begun { (Look::Deep, "begun") } else { (Look::Quiet, "not begun") };
            let change = (open && !person.begun).then(|| {
                let id = person.id.to_string();
                let (for_whom, whom) = (format!(" for {name}"), format!(" {name}"));
                view! {
                    <form method="post" action=routes::under(&here, "replace")>
                        <input type="hidden" name="id" value=id.clone() />
                        <Button kind=Kind::Plain value="next" text="New link" about=for_whom />
                    </form>
                    <form method="post" action=routes::under(&here, "withdraw")>
                        <input type="hidden" name="id" value=id />
                        <Button kind=Kind::Plain value="next" text="Withdraw" about=whom />
                    </form>
                }
            });
            view! {
                <li class="between">
                    <span>{name.clone()}{address} " " <Tag look=look text=state.to_owned() /></span>
                    <div class="row">{change}</div>
                </li>
            }
        })
        .collect_view();
    if view.people.is_empty() {
        return view! { <Empty title="Nobody is invited by a personal link." /> }.rendered();
    }
    let lost = open.then(|| {
        view! { <p class="soft small">"A lost link is replaced by a new one, and a withdrawn one leads nowhere, as long as nobody has begun by it."</p> }
    });
    view! {
        <section class="stack" aria-labelledby="invited">
            <h2 id="invited">{title}</h2>
            {lost}
            <ul class="list">{rows}</ul>
        </section>
    }
    .rendered()
}
