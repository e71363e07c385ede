//! How the numbers are made, what was noticed about the answers, and published figures to hold beside them.

use domain::report::ReportData;
use leptos::prelude::*;

use super::notes;
use crate::components::disclosure::Disclosure;
use crate::components::table::{Column, Table};
use crate::rendered::{IntoRendered, Rendered};

/// The section at the end.
pub fn section(report: &ReportData, unflagged: Option<String>) -> Rendered {
    let unflagged = unflagged.filter(|_| report.flagged > 0);
    let unflagged = unflagged.map(|href| view! { <p><a href=href>"See the result without these people"</a></p> });
    let quality = report.quality.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
    let references = report
        .references
        .iter()
        .map(|point| {
            view! {
                <tr>
                    <th scope="row">{point.statement.clone()}</th>
                    <td>{point.value.clone()}</td>
                    <td class="soft small">{point.source.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    let columns = [Column::words("What"), Column::words("Figure"), Column::words("Who, when")];
    view! {
        <section aria-labelledby="quality" class="stack">
            <h2 id="quality">"About the answers"</h2>
            <ul class="plain">{quality}</ul>
            {unflagged}
        </section>
        <section aria-labelledby="method" class="stack">
            <h2 id="method">"How the numbers are made"</h2>
            <dl class="method">{notes(&report.method)} <div><dt>"Other rules for the level"</dt><dd>{report.level.other_rules.clone()}</dd></div></dl>
        </section>
        <section aria-labelledby="references" class="stack-tight">
            <h2 id="references">"Published figures to hold beside yours"</h2>
            <p class="soft">"Other people, other questions: reference points, never norms."</p>
            <Disclosure summary=format!("Show all {}", report.references.len())>
                <Table id="references-table" caption="Reference points" columns=columns>{references}</Table>
            </Disclosure>
        </section>
    }.rendered()
}
