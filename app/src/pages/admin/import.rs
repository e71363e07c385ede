//! `/admin/import`

use leptos::prelude::*;
use usecases::import::{Staying, Told};

use crate::components::area::TextArea;
use crate::components::button::{Button, Kind, LinkButton};
use crate::components::file::FileField;
use crate::components::form::Faults;
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Table};
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::Page;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct ImportView {
    /// What was pasted, or read from a file.
    pub csv: String,
    /// What is wrong with the file as a whole.
    pub file: Faults,
    /// Faults: line, column, message.
    pub faults: Vec<(u64, String, String)>,
    /// What would be made and changed; `None` before it was tried.
    pub plan: Option<Told>,
    /// What was made and changed.
    pub done: Option<Told>,
}

fn sentences(lines: Vec<String>) -> Rendered {
    lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view().rendered()
}

/// The teams that the table would have elsewhere.
fn stay(teams: Vec<Staying>) -> Option<Rendered> {
    if teams.is_empty() {
        return None;
    }
    let place = |unit: String| if unit.is_empty() { "no unit".to_owned() } else { unit };
    let rows = teams
        .into_iter()
        .map(|Staying { id, name, unit, wanted }| {
            view! {
                <tr>
                    <th scope="row"><a href=routes::team(id)>{name}</a></th>
                    <td>{place(unit)}</td>
                    <td>{wanted}</td>
                </tr>
            }
        })
        .collect_view();
    let columns = [Column::words("Team"), Column::words("Stays in"), Column::words("The table says")];
    let shown = view! {
        <Table id="staying" caption="An import moves no team: these stay where they are, until they are moved on their own pages" columns=columns>
            {rows}
        </Table>
    };
    Some(shown.rendered())
}

/// The page.
pub fn page(import: ImportView) -> Page {
    let ImportView { csv, file, faults, plan, done } = import;
    let title = if faults.is_empty() { file.title("Import") } else { "Please check: Import".to_owned() };
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
    let plan = plan.filter(|_| !wrong).map(|told| {
        let Told { sentences: lines, staying } = told;
        view! {
            <Notice><h2>"This would happen"</h2><ul class="plain">{sentences(lines)}</ul><p>"Nothing was changed yet."</p></Notice>
            {stay(staying)}
        }
    });
    let done = done.map(|told| {
        let Told { sentences: lines, staying } = told;
        view! {
            <Notice tone=Tone::Done><h2>"Imported"</h2><ul class="plain">{sentences(lines)}</ul></Notice>
            {stay(staying)}
        }
    });
    let go = tried.then(|| view! { <Button kind=Kind::Main value="import" text="Import it" /> });
    let body = view! {
        <div class="stack-wide">
            <div>
                <p class="over"><a href=routes::ADMIN>"Administration"</a></p>
                <h1>"Import people and teams"</h1>
                <p class="lead">"A table with a line a person. What is there already is brought up to date; nobody is deleted."</p>
            </div>
            {file.summary()}
            {done}
            {told}
            {plan}
            <form method="post" action=routes::IMPORT enctype="multipart/form-data" class="stack">
                <TextArea
                    name="csv"
                    label="The table, as CSV"
                    hint="First line: email,name,right,team,unit. Right is owner, lead, member or viewer; several teams stand with a semicolon between; the unit is that of the teams, with a slash between levels. Up to 20,000 lines."
                    value=csv
                    error=Faults::default().at("csv")
                />
                <FileField
                    name="file"
                    label="Or a file"
                    hint="CSV in UTF-8, up to 15 MiB. It takes the place of the table above, where it can be read and mended once it was tried."
                    accept=".csv,text/csv"
                    error=file.at("file")
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
