//! `/teams/{id}/plan/new` and `/teams/{id}/plan/{action}`: one form for both.

use domain::ids::{ActionId, TeamId};
use domain::plan::Status;
use leptos::prelude::*;
use store::PlannedAction;
use usecases::plan::{ActionTyped, Choices as Offered};

use super::practices::practices;
use crate::components::area::TextArea;
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::select::Select;
use crate::pages::confirm::{Confirm, page as confirm_page};
use crate::routes;
use crate::shell::Page;

/// What the form shows.
#[derive(Clone, Debug)]
pub struct FormView {
    /// The team.
    pub team: TeamId,
    /// Its name.
    pub team_name: String,
    /// The action that is changed; `None` for a new one.
    pub action: Option<ActionId>,
    /// What is in the fields.
    pub typed: ActionTyped,
    /// What there is to choose from.
    pub offered: Offered,
    /// What was wrong.
    pub faults: Faults,
}

fn owners(form: &FormView) -> Vec<(String, String)> {
    let member = |person: &store::Person| {
        let name = if person.name.is_empty() { &person.email } else { &person.name };
        (person.id.to_string(), name.clone())
    };
    let nobody = (String::new(), "Nobody yet, or somebody else".to_owned());
    std::iter::once(nobody).chain(form.offered.members.iter().map(member)).collect()
}

/// The page.
pub fn page(form: &FormView) -> Page {
    let FormView { team, team_name, action, typed, offered, faults } = form;
    let title = if action.is_some() { "Change an action" } else { "Add an action" };
    let address = action.map_or_else(|| routes::new_action(*team), |id| routes::action(*team, id));
    let states: Vec<_> = Status::ALL.map(|status| (status.word().to_owned(), status.words().to_owned())).to_vec();
    let round = offered.round.as_ref().map(|(id, name)| {
        view! {
            <input type="hidden" name="round" value=id.to_string() />
            <p class="soft">"From the result of " <a href=routes::round_results(*id)>{name.clone()}</a>
            ". Later rounds are held against it."</p>
        }
    });
    let typed = typed.clone();
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <div>
                <p class="over"><a href=routes::team_plan(*team)>{format!("Plan of {team_name}")}</a></p>
                <h1>{title}</h1>
            </div>
            <form method="post" action=address class="stack">
                <input type="hidden" name="token" value=typed.token.clone() />
                {round}
                <TextField name="title" label="What is to be done" value=typed.title.clone() error=faults.at("title") />
                {practices(&typed, faults)}
                <TextField name="target" label="Index that the practice is to reach" hint="0 to 100. Stage 4 of 5 is 75." value=typed.target.clone() error=faults.at("target") />
                <Select name="owner" label="Owner" hint="A member can say how far it is." options=owners(form) value=typed.owner.clone() error=faults.at("owner") />
                <TextField name="owner_name" label="Or the name of somebody else" hint="May be left empty." value=typed.owner_name.clone() error=faults.at("owner_name") />
                <TextField name="due" label="Last day" hint="May be left empty." kind="date" value=typed.due.clone() error=faults.at("due") />
                <Select name="status" label="How far it is" options=states value=typed.status.clone() error=faults.at("status") />
                <TextArea name="note" label="Note" hint="May be left empty. Whoever sees the team’s results can read it." value=typed.note.clone() error=faults.at("note") />
                <div class="row">
                    <Button kind=Kind::Main value="next" text="Keep it" />
                    <LinkButton kind=Kind::Plain href=routes::team_plan(*team) text="Back to the plan" />
                </div>
            </form>
        </div>
    };
    Page::new(faults.title(title), body)
}

/// `/teams/{id}/plan/{action}/delete`
pub fn delete(planned: &PlannedAction) -> Page {
    let title = format!("Delete “{}”?", planned.action.title.as_str());
    let text = "It is gone for good. To keep it and say that it was given up, drop it instead.".to_owned();
    let action = routes::under(&routes::action(planned.team_id, planned.id), "delete");
    let back = routes::team_plan(planned.team_id);
    let button = ("delete", "Delete it");
    confirm_page(Confirm { title, text, action, field: None, button, back, faults: Faults::default() })
}
