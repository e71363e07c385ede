//! `/admin/units`

use domain::ids::UnitId;
use leptos::prelude::*;

use crate::components::button::{Button, Kind, LinkButton};
use crate::components::empty::Empty;
use crate::components::field::TextField;
use crate::components::form::Faults;
use crate::components::select::Select;
use crate::pages::confirm::{Confirm, page as confirm_page};
use crate::rendered::IntoRendered;
use crate::routes;
use crate::shell::Page;

/// A unit as the tree shows it.
#[derive(Clone, Debug)]
pub struct UnitView {
    /// Its id.
    pub id: UnitId,
    /// Its name with those above it.
    pub path: String,
    /// Teams that belong to it itself.
    pub teams: i64,
}

fn parents(units: &[(String, String)]) -> Vec<(String, String)> {
    std::iter::once((String::new(), "At the top".to_owned())).chain(units.iter().cloned()).collect()
}

/// The tree, and a form for a new one; `above` are the ids and paths that one can stand under.
pub fn list(units: Vec<UnitView>, name: String, parent: String, above: &[(String, String)], faults: &Faults) -> Page {
    let tree = if units.is_empty() {
        view! { <Empty title="There are no units yet." text="Teams can do without. Units help to find and compare many of them." /> }.rendered()
    } else {
        let rows = units
            .into_iter()
            .map(|unit| {
                let teams = match unit.teams {
                    0 => "no team".to_owned(),
                    1 => "1 team".to_owned(),
                    n => format!("{n} teams"),
                };
                view! { <li class="between"><a href=routes::unit(unit.id)>{unit.path}</a> <span class="soft small">{teams}</span></li> }
            })
            .collect_view();
        view! { <ul class="list">{rows}</ul> }.rendered()
    };
    let body = view! {
        <div class="stack-wide">
            {faults.summary()}
            <div>
                <p class="over"><a href=routes::ADMIN>"Administration"</a></p>
                <h1>"Units"</h1>
            </div>
            {tree}
            <form method="post" action=routes::UNITS class="stack sign-in">
                <h2>"New unit"</h2>
                <TextField name="name" label="Name" value=name error=faults.at("name") />
                <Select name="parent" label="Stands under" options=parents(above) value=parent error=faults.at("parent") />
                <Button kind=Kind::Main value="next" text="Make the unit" />
            </form>
        </div>
    };
    Page::new(faults.title("Units"), body)
}

/// `/admin/units/{id}`: what it is called, and the name and parent that the form shows.
pub fn one(
    id: UnitId,
    called: String,
    name: String,
    parent: String,
    above: &[(String, String)],
    faults: &Faults,
) -> Page {
    let here = routes::unit(id);
    let body = view! {
        <div class="stack-wide sign-in">
            {faults.summary()}
            <div>
                <p class="over"><a href=routes::UNITS>"Units"</a></p>
                <h1>{called}</h1>
            </div>
            <form method="post" action=here.clone() class="stack">
                <TextField name="name" label="Name" value=name error=faults.at("name") />
                <Select name="parent" label="Stands under" options=parents(above) value=parent error=faults.at("parent") />
                <div class="row">
                    <Button kind=Kind::Main value="next" text="Keep it" />
                    <LinkButton kind=Kind::Plain href=routes::UNITS text="Leave it as it is" />
                </div>
            </form>
            <p><LinkButton href=routes::under(&here, "delete") text="Delete the unit" /></p>
        </div>
    };
    Page::new(faults.title("Unit"), body)
}

/// `/admin/units/{id}/delete`: asks before a unit is deleted; `path` is its name with those above it.
pub fn delete(id: UnitId, path: &str, faults: Faults) -> Page {
    let back = routes::unit(id);
    confirm_page(Confirm {
        title: format!("Delete {path}?"),
        text: "Only a unit without units and teams can be deleted. Nothing else changes, and it can be made again."
            .to_owned(),
        action: routes::under(&back, "delete"),
        field: None,
        button: ("next", "Delete it"),
        back,
        faults,
    })
}
