//! `/plan`

use domain::plan::{Status, Which};
use leptos::prelude::*;
use store::PlannedAction;
use url::form_urlencoded::Serializer;
use usecases::plan::Plans;

use super::action::{May, item};
use crate::components::button::LinkButton;
use crate::components::empty::Empty;
use crate::components::select::Select;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// The address of a page of the same actions.
fn address(plans: &Plans, page: i64) -> String {
    let mut query = Serializer::new(String::new());
    if let Some(team) = plans.team {
        query.append_pair("team", &team.to_string());
    }
    if plans.which != Which::All {
        query.append_pair("status", plans.which.word());
    }
    query.append_pair("page", &page.to_string());
    format!("{}?{}", routes::PLAN, query.finish())
}

fn filter(plans: &Plans) -> Rendered {
    let teams = plans.teams.iter().map(|(id, name)| (id.to_string(), name.clone()));
    let teams: Vec<_> = std::iter::once((String::new(), "All teams".to_owned())).chain(teams).collect();
    let words = [(Which::All, "All"), (Which::Open, "Not finished")];
    let only = Status::ALL.map(|status| (Which::Only(status), status.words()));
    let states = words.into_iter().chain(only).map(|(which, text)| (which.word().to_owned(), text.to_owned()));
    let states: Vec<(String, String)> = states.collect();
    let team = plans.team.map(|team| team.to_string()).unwrap_or_default();
    view! {
        <form method="get" action=routes::PLAN class="filter no-print">
            <Select name="team" label="Team" options=teams value=team />
            <Select name="status" label="How far" options=states value=plans.which.word() />
            <button type="submit" class="button">"Show"</button>
        </form>
    }
    .rendered()
}

/// Leads to the page before and after; nothing if there is one only.
fn pages(plans: &Plans) -> Option<Rendered> {
    let (page, pages) = (plans.actions.wanted.page, plans.actions.pages());
    if pages <= 1 {
        return None;
    }
    let before = (page > 1).then(|| view! { <LinkButton href=address(plans, page - 1) text="Before" /> });
    let after = (page < pages).then(|| view! { <LinkButton href=address(plans, page + 1) text="After" /> });
    let shown = view! {
        <nav class="row no-print" aria-label="Pages of the list">
            {before}
            <span class="soft">{format!("Page {page} of {pages}")}</span>
            {after}
        </nav>
    };
    Some(shown.rendered())
}

fn nothing(plans: &Plans) -> Rendered {
    if plans.team.is_some() || plans.which != Which::All || plans.actions.wanted.page > 1 {
        let text = "Choose another team or state, or go back to the first page.";
        return view! { <Empty title="No action is here." text=text /> }.rendered();
    }
    let text = if plans.adds {
        "Begin at a result: under “What to do next” each priority can become an action. Or open a team and add one to its plan."
    } else {
        "Who leads a team makes actions from what its result says to do next. They are shown here."
    };
    view! { <Empty title="Nothing is planned yet." text=text /> <p><LinkButton href=routes::TEAMS text="Teams" /></p> }
        .rendered()
}

/// The team, above an action's title.
fn team(planned: &PlannedAction) -> Rendered {
    view! { <p class="over"><a href=routes::team_plan(planned.team_id)>{planned.team_name.clone()}</a></p> }.rendered()
}

/// The page.
pub fn page(plans: &Plans) -> Page {
    let total = match plans.actions.total {
        1 => "One action".to_owned(),
        n => format!("{n} actions"),
    };
    let list = if plans.actions.entries.is_empty() {
        nothing(plans)
    } else {
        let items = plans
            .actions
            .entries
            .iter()
            .map(|planned| item(planned, plans.today, May::Read, Some(team(planned)), None));
        view! {
            <section class="stack" aria-labelledby="actions">
                <div class="stack-tight">
                    <h2 id="actions">{total}</h2>
                    <p class="soft">"What is left to do first, by day. Changes are made in the team’s plan."</p>
                </div>
                <ul class="list actions">{items.collect_view()}</ul>
            </section>
        }
        .rendered()
    };
    let filter = (!plans.teams.is_empty()).then(|| filter(plans));
    let body = view! {
        <div class="stack-wide">
            <h1>"Plan"</h1>
            {filter}
            {list}
            {pages(plans)}
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new("Plan", body) }
}
