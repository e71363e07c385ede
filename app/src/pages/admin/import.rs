//! `/admin/import`

use leptos::prelude::*;

use crate::components::area::TextArea;
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Table};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct ImportView {
    /// What was pasted.
    pub csv: String,
    /// Faults: line, column, message.
    pub faults: Vec<(u64, String, String)>,
    /// What would be made and changed, in sentences; `None` before it was tried.
    pub plan: Option<Vec<String>>,
    /// What was made and changed.
    pub done: Option<Vec<String>>,
}

fn sentences(lines: Vec<String>) -> Rendered {
    lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view().rendered()
}

/// The page.
pub fn page(import: ImportView) -> Page {
    let ImportView { csv, faults, plan, done } = import;
    let title = if faults.is_empty() { "Import" } else { "Please check: Import" };
    let wrong = !faults.is_empty();
    let told = wrong.then(|| {
        let rows = faults
            .into_iter()
            .map(|(line, column, message)| {
                view! { <tr><th scope="row" class="number">{line}</th><td>{column}</td><td>{message}</td></tr> }
            })
            .collect_view();
        let columns = [Column::numbers("Line"), Column::words("Column"), Column::words("What is wrong")];
        view! {
            <div class="notice warn" role="alert"><h2>"Nothing was changed"</h2><p>"Mend these lines and try again; what you pasted is still below."</p></div>
            <Table id="faults" caption="What cannot be taken" columns=columns>{rows}</Table>
        }
    });
    let tried = plan.is_some() && !wrong;
    let plan = plan.filter(|_| !wrong).map(|lines| {
        view! { <Notice><h2>"This would happen"</h2><ul class="plain">{sentences(lines)}</ul><p>"Nothing was changed yet."</p></Notice> }
    });
    let done = done.map(|lines| {
        view! { <Notice tone=Tone::Done><h2>"Imported"</h2><ul class="plain">{sentences(lines)}</ul></Notice> }
    });
    let go = tried.then(|| view! { <Button kind=Kind::Main value="import" text="Import it" /> });
    let body = view! {
        <div class="stack-wide">
            <div>
                <p class="over"><a href=routes::ADMIN>"Administration"</a></p>
                <h1>"Import people and teams"</h1>
                <p class="lead">"A table with a line a person. What is there already is brought up to date; nobody is deleted."</p>
            </div>
            {done}
            {told}
            {plan}
            <form method="post" action=routes::IMPORT class="stack">
                <TextArea
                    name="csv"
                    label="The table, as CSV"
                    hint="First line: email,name,right,team,unit. Right is owner, lead, member or viewer; several teams stand with a semicolon between; the unit is that of the teams, with a slash between levels. Up to 20,000 lines."
                    value=csv
                    error=Faults::default().at("csv")
                />
                <div class="row">
                    {go}
                    <Button value="next" text=if tried { "Try it again" } else { "Try it" } />
                    <LinkButton kind=Kind::Plain href=routes::PEOPLE text="Back to the people" />
                </div>
            </form>
        </div>
    };
    Page::new(title, body)
}
