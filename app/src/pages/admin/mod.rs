//! `/admin` and what lies under it: the organisation, for its owners.

mod import;
mod letterhead;
mod people;
mod person;
mod settings;
mod units;

pub use import::{ImportView, page as import};
pub use letterhead::{LetterheadView, page as letterhead};
pub use people::{NewPerson, list as people, made_link, new as new_person};
pub use person::{PersonView, confirm, page as person};
pub use settings::{SettingsView, page as settings};
pub use units::{UnitView, delete as delete_unit, list as units, one as unit};

use leptos::prelude::*;

use crate::routes;
use crate::shell::Page;

/// Where everything is.
pub fn hub(organisation: String) -> Page {
    let entries = [
        (
            routes::PEOPLE,
            "People",
            "Invite, change rights and teams, switch off, delete, make links for new passwords.",
        ),
        (routes::TEAMS, "Teams", "Make, rename, move and put away."),
        (routes::UNITS, "Units", "The tree that groups teams, three levels at most."),
        (routes::IMPORT, "Import", "People and teams from a CSV file, tried before anything is changed."),
        (routes::SETTINGS, "Settings", "Name, how long answers are kept, rounds without an account."),
        (routes::LETTERHEAD, "Letterhead", "The logo and the colour that your reports bear."),
        (routes::AUDIT, "Audit log", "Who did what, in a chain that shows whether it was touched."),
    ];
    let entries = entries
        .into_iter()
        .map(|(href, title, about)| view! { <li><a href=href><strong>{title}</strong></a><p class="soft">{about}</p></li> })
        .collect_view();
    let body = view! {
        <div class="stack-wide">
            <div>
                <p class="over">{organisation}</p>
                <h1>"Administration"</h1>
            </div>
            <ul class="list">{entries}</ul>
        </div>
    };
    Page::new("Administration", body)
}
