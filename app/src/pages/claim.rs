//! `/manage/{token}/claim`: taking a round that was made without an account into an organisation.

use leptos::prelude::*;

use crate::components::button::{Button, Kind, LinkButton};
use crate::components::empty::Empty;
use crate::components::errors::ErrorSummary;
use crate::components::field::TextField;
use crate::components::notice::{Notice, Tone};
use crate::components::select::Select;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::Page;

/// The value of the choice of a new team.
pub const NEW: &str = "new";

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Token of the manage link.
    pub token: String,
    /// The organisation that would get the round.
    pub organisation: String,
    /// Team and round as they are called now.
    pub place: String,
    /// Teams to choose from: their ids and names.
    pub teams: Vec<(String, String)>,
    /// Whether a new team may be made.
    pub may_make_team: bool,
    /// What was chosen.
    pub team: String,
    /// What the new team is to be called.
    pub name: String,
    /// What could not be taken: fields and messages.
    pub errors: Vec<(String, String)>,
}

/// The page.
pub fn page(claim: Claim) -> Page {
    let back = routes::manage_token(&claim.token);
    let title = if claim.errors.is_empty() { "Take this round in" } else { "Please check: take this round in" };
    let place = Some(claim.place.clone());
    let lead = format!("The round moves to {}, with everything that was answered.", claim.organisation);
    let form = if claim.teams.is_empty() && !claim.may_make_team {
        view! {
            <Empty
                title="There is no team that you could take it into."
                text="Ask an owner of your organisation to make you part of a team, then come back here."
            />
            <p><LinkButton href=back text="Back to the round" /></p>
        }
        .rendered()
    } else {
        form(claim, back).rendered()
    };
    let body = view! {
        <div class="stack-wide">
            <div class="stack">
                <h1>"Take this round in"</h1>
                <p class="lead">{lead}</p>
            </div>
            <Notice tone=Tone::Warning>
                <h2>"What changes"</h2>
                <ul class="plain">
                    <li>"This manage link ends for everybody who has it. You find the round under its team instead."</li>
                    <li>"The link to share and the links of those who have answered go on working."</li>
                    <li>"Whoever may see the team’s results sees this one too. It cannot be given back."</li>
                </ul>
            </Notice>
            {form}
        </div>
    };
    Page { place, ..Page::new(title, body) }
}

fn form(claim: Claim, back: String) -> Rendered {
    let Claim { token, mut teams, may_make_team, team, name, errors, .. } = claim;
    let message = |field: &str| errors.iter().find(|(at, _)| at == field).map(|(_, message)| message.clone());
    let (team_error, name_error) = (message("team"), message("name"));
    if may_make_team {
        teams.push((NEW.to_owned(), "A new team".to_owned()));
    }
    let new = may_make_team.then(|| {
        view! {
            <TextField
                name="name"
                label="Name of the new team"
                hint="Only if you chose a new team above."
                value=name
                error=name_error
            />
        }
    });
    view! {
        <ErrorSummary errors=errors />
        <form method="post" action=routes::claim(&token) class="stack">
            <Select name="team" label="Team" options=teams value=team error=team_error />
            {new}
            <div class="row">
                <Button kind=Kind::Main value="next" text="Take the round in" />
                <LinkButton href=back text="Leave it as it is" />
            </div>
        </form>
    }
    .rendered()
}
