//! `/join/{token}`: the notice before the first question. Opening it changes nothing; its POST makes a response.

use domain::round::Mode;
use leptos::prelude::*;

use crate::components::before::before;
use crate::components::button::{Button, Kind};
use crate::components::errors::ErrorSummary;
use crate::components::field::TextField;
use crate::components::seen::seen;
use crate::rendered::{IntoRendered, Rendered};
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Join {
    /// Address of this page, which the form posts to.
    pub here: String,
    /// Team and round.
    pub place: String,
    /// The team.
    pub team: String,
    /// Whether the round takes answers.
    pub open: bool,
    /// Who may see whose answers.
    pub mode: Mode,
    /// Who runs this server.
    pub operator: String,
    /// How many questions there are.
    pub questions: usize,
    /// Of the link that the response will have, so that pressing twice makes one response.
    pub token: String,
    /// What was typed as a name.
    pub name: String,
    /// By a personal link: whom it is for.
    pub personal: Option<String>,
    /// What was wrong with the name.
    pub error: Option<String>,
}

/// The page.
pub fn page(join: Join) -> Page {
    let place = join.place.clone();
    let check = if join.error.is_some() { "Please check: " } else { "" };
    let title = format!("{check}{}: assessment", join.team);
    let body = if join.open { notice(join).rendered() } else { closed().rendered() };
    Page { place: Some(place), ..Page::new(title, body) }
}

const BY_SHARED_LINK: &str =
    "The next page has an address of your own. Keep it: it is the only way back to your answers, on any device.";
const BY_PERSONAL_LINK: &str = "The link that brought you here is yours alone. It leads back to your answers, on any device, and you can change them until the round is closed: keep it, and do not pass it on. Once you have begun, nobody can replace it.";

fn notice(join: Join) -> Rendered {
    let confidential = join.mode.k().is_some();
    let notice = before(
        &seen(join.mode, "whoever holds its manage link, or leads the team, sees"),
        if join.personal.is_some() { BY_PERSONAL_LINK } else { BY_SHARED_LINK },
        &join.operator,
    );
    let named = join.personal.clone().filter(|_| join.mode == Mode::Named);
    let named = named.map(|name| view! { <p>{format!("Your team will see your answers as {name}; you can change that on the next page.")}</p> });
    let asks_name = !confidential && join.personal.is_none();
    let errors = join.error.iter().map(|message| ("name".to_owned(), message.clone())).collect();
    view! {
        <div class="stack-wide">
            <ErrorSummary errors=errors />
            <div class="stack">
                <p class="over">"You are asked to answer for"</p>
                <h1>{join.team.clone()}</h1>
                <p class="lead">{format!("How does your team build, release and look after models? {} questions in short sections, 15 to 20 minutes. You are asked only what fits your job roles.", join.questions)}</p>
            </div>
            {notice}
            <form method="post" action=join.here class="stack">
                {named}
                {asks_name.then(|| view! {
                    <TextField
                        name="name"
                        label="Your name"
                        hint="Optional, as your team should see it."
                        value=join.name
                        error=join.error
                        autocomplete="name"
                    />
                })}
                <input type="hidden" name="token" value=join.token />
                <Button kind=Kind::Main value="next" text="Begin" />
            </form>
        </div>
    }.rendered()
}

fn closed() -> Rendered {
    view! {
        <div class="stack">
            <h1>"This round is closed"</h1>
            <p class="lead">"It takes no new answers. Ask whoever sent you the link whether another round is planned."</p>
        </div>
    }.rendered()
}
