//! `/teams/{id}/plan`

use domain::ids::TeamId;
use leptos::prelude::*;
use store::PlannedAction;
use usecases::plan::{Effect, Standing, TeamPlan};

use super::action::{May, item};
use crate::components::button::{Kind, LinkButton};
use crate::components::empty::Empty;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// What the plan would bring.
fn projection(standing: Option<&Standing>) -> Rendered {
    let Some(standing) = standing else {
        let text = "There is no published result yet: close a round, and this page says what the plan would bring.";
        return view! { <p class="soft">{text}</p> }.rendered();
    };
    let reached = match (standing.projection.planned, standing.projection.reached) {
        (planned, reached) if reached > 0 && planned > reached => {
            format!(" {reached} of {planned} planned practices are at their target already.")
        }
        _ => String::new(),
    };
    view! {
        <section class="card stack-tight" aria-labelledby="brings">
            <h2 id="brings">"What it would bring"</h2>
            <p class="lead">{standing.projection.words()}{reached}</p>
            <p class="soft small">
                "The maturity index as of " <a href=routes::round_results(standing.round)>{standing.round_name.clone()}</a>
                ", with each planned practice at its target and all else as it is. That is reckoned and not promised."
            </p>
        </section>
    }
    .rendered()
}

/// What came of an action.
fn effect(standing: Option<&Standing>, planned: &PlannedAction) -> Option<Rendered> {
    let standing = standing?;
    let shown = match standing.effect(planned) {
        Effect::Awaited => {
            view! { <p class="soft small">"Whether anything moves is told after the next round."</p> }.rendered()
        }
        Effect::Unknown => return None,
        Effect::Moved(since) => {
            let practice = planned.action.linked.practice();
            let score = since.practice(practice).words;
            let title = format!("Since {}", planned.round.as_ref().map_or("", |(_, name)| name.as_str()));
            view! {
                <div class="moved small">
                    <p><strong>{title}": "</strong>{since.verdict(practice)}</p>
                    <dl class="plan-facts">
                        <div><dt>"Score"</dt><dd>{score}</dd></div>
                        <div><dt>"Delivery"</dt><dd>{since.delivery.words.clone()}</dd></div>
                    </dl>
                </div>
            }
            .rendered()
        }
    };
    Some(shown)
}

fn may(plan: &TeamPlan, planned: &PlannedAction) -> May {
    if plan.manages {
        May::Change
    } else if planned.action.owner.account() == Some(plan.caller) {
        May::Step
    } else {
        May::Read
    }
}

/// The page.
pub fn page(id: TeamId, name: &str, plan: &TeamPlan) -> Page {
    let title = format!("Plan of {name}");
    let add =
        plan.manages.then(|| view! { <LinkButton kind=Kind::Main href=routes::new_action(id) text="Add an action" /> });
    let standing = plan.standing.as_ref();
    let list = if plan.actions.is_empty() {
        let text = if plan.manages {
            "Begin with what the result says to do next, or add an action of your own."
        } else {
            "Who leads the team makes actions from what its result says to do next."
        };
        let result = standing.map(|standing| {
            let text = format!("Result of {}", standing.round_name);
            view! { <p><LinkButton href=routes::round_results(standing.round) text=text /></p> }
        });
        view! { <Empty title="Nothing is planned yet." text=text /> {result} }.rendered()
    } else {
        let items = plan
            .actions
            .iter()
            .map(|planned| item(planned, plan.today, may(plan, planned), None, effect(standing, planned)));
        view! { <ul class="list actions">{items.collect_view()}</ul> }.rendered()
    };
    let shown = i64::try_from(plan.actions.len()).unwrap_or(i64::MAX);
    let more = (plan.total > shown)
        .then(|| view! { <p class="soft">{format!("{shown} of {} actions are shown.", plan.total)}</p> });
    let body = view! {
        <div class="stack-wide">
            <div class="between">
                <div>
                    <p class="over"><a href=routes::team(id)>{name.to_owned()}</a></p>
                    <h1>"Plan"</h1>
                </div>
                <div class="row no-print"><LinkButton href=routes::PLAN text="All plans" /> {add}</div>
            </div>
            {projection(standing)}
            <section class="stack" aria-labelledby="actions"><h2 id="actions">"Actions"</h2>{list}{more}</section>
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new(title, body) }
}
