//! An action in a list.

use domain::instrument::Instrument;
use domain::plan::{Action, Day, Status};
use leptos::prelude::*;
use store::PlannedAction;

use crate::components::button::{Button, Kind};
use crate::components::tag::{Look, Tag};
use crate::components::when::day;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// What may be done about an action by whoever looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum May {
    /// Read it.
    Read,
    /// Say how far it is.
    Step,
    /// Change it.
    Change,
}

/// Practice, target, day, owner, round: what stands under the title.
fn facts(planned: &PlannedAction) -> Rendered {
    let instrument = Instrument::builtin();
    let Action { linked, due, target, .. } = &planned.action;
    let items = linked.items().iter().filter_map(|item| instrument.item(item)).map(|item| item.topic.as_str());
    let items: Vec<&str> = items.collect();
    let items = if items.is_empty() { String::new() } else { format!(" ({})", items.join(", ")) };
    let practice = format!("{}{items}", linked.name(instrument));
    let owner = if planned.owner.is_empty() { "Nobody yet".to_owned() } else { planned.owner.clone() };
    let due = due.map_or_else(|| "No day".to_owned(), |due| day(due.begins()));
    let round = planned.round.clone().map(|(id, name)| {
        view! { <div><dt>"From"</dt><dd><a href=routes::round_results(id)>{name}</a></dd></div> }
    });
    view! {
        <dl class="plan-facts">
            <div><dt>"Practice"</dt><dd>{practice}</dd></div>
            <div><dt>"Target"</dt><dd>{target.get()}</dd></div>
            <div><dt>"Owner"</dt><dd>{owner}</dd></div>
            <div><dt>"Due"</dt><dd>{due}</dd></div>
            {round}
        </dl>
    }
    .rendered()
}

/// How far it is, and that its day is over, in words.
fn tags(action: &Action, today: Day) -> Rendered {
    let look = if action.status == Status::Done { Look::Deep } else { Look::Quiet };
    let overdue = action.is_overdue(today).then(|| view! { " "<Tag look=Look::Warn text="Overdue" /> });
    view! { <span class="tags"><Tag look=look text=action.status.words() />{overdue}</span> }.rendered()
}

/// One step from where it is: a button for each.
fn steps(planned: &PlannedAction) -> Rendered {
    let action = format!("{}/status", routes::action(planned.team_id, planned.id));
    // The step that usually comes next stands out.
    let button = |place: usize, status: Status| {
        let kind = if place == 0 { Kind::Other } else { Kind::Plain };
        let text = match (planned.action.status, status) {
            (Status::Done | Status::Dropped, Status::ToDo) => "Take it up again",
            (_, Status::ToDo) => "Not begun",
            (_, Status::Doing) => "Begin",
            (_, Status::Done) => "Done",
            (_, Status::Dropped) => "Drop",
        };
        view! { <Button kind=kind value=status.word() text=text /> }
    };
    let next: &[Status] = match planned.action.status {
        Status::ToDo => &[Status::Doing, Status::Done, Status::Dropped],
        Status::Doing => &[Status::Done, Status::ToDo, Status::Dropped],
        Status::Done | Status::Dropped => &[Status::ToDo],
    };
    let label = format!("How far is “{}”?", planned.action.title.as_str());
    view! {
        <form method="post" action=action class="row" aria-label=label>
            {next.iter().enumerate().map(|(place, status)| button(place, *status)).collect_view()}
        </form>
    }
    .rendered()
}

/// Changing and deleting it.
fn links(planned: &PlannedAction) -> Rendered {
    let here = routes::action(planned.team_id, planned.id);
    let title = planned.action.title.as_str();
    // Many of them stand below each other: heard alone, each says what it is about.
    let (change, delete) = (format!("Change “{title}”"), format!("Delete “{title}”"));
    view! {
        <a class=Kind::Plain.class() href=here.clone() aria-label=change>"Change"</a>
        <a class=Kind::Plain.class() href=routes::under(&here, "delete") aria-label=delete>"Delete"</a>
    }
    .rendered()
}

/// The action. `over` stands above the title, `more` below the facts.
pub(super) fn item(
    planned: &PlannedAction,
    today: Day,
    may: May,
    over: Option<Rendered>,
    more: Option<Rendered>,
) -> Rendered {
    let note = planned.action.note.as_str();
    let note = (!note.is_empty()).then(|| view! { <p class="written small">{note.to_owned()}</p> });
    let steps = (may != May::Read).then(|| steps(planned));
    let links = (may == May::Change).then(|| links(planned));
    let does = (may != May::Read).then(|| view! { <div class="row no-print">{steps}{links}</div> });
    view! {
        <li class="stack-tight action">
            {over}
            <div class="between"><h3>{planned.action.title.as_str().to_owned()}</h3>{tags(&planned.action, today)}</div>
            {facts(planned)}
            {note}
            {more}
            {does}
        </li>
    }
    .rendered()
}
