//! The form: a line an input, in three columns.

use domain::roi::{COLUMNS, LINES, Origin, Sheet, Unit, ValuePart};
use leptos::prelude::*;

use super::{Typed, WorksheetView};
use crate::components::button::{Button, Kind};
use crate::components::field::message_at;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;

/// The columns as they are headed.
const HEADS: [&str; 3] = ["Low", "Base", "High"];

/// One field of a line; its text for whoever may not change it.
fn cell(view: &WorksheetView, typed: &Typed, column: usize) -> Rendered {
    let head = HEADS[column];
    if !view.manages {
        let text = typed.texts[column].clone();
        let text = if text.is_empty() { "\u{2013}".to_owned() } else { text };
        return view! { <td class="number" data-head=head>{text}</td> }.rendered();
    }
    let name = format!("{}.{}", typed.line.id, COLUMNS[column]);
    let label = format!("{}, {}", typed.line.label, head.to_lowercase());
    let error = view.faults.at(&name);
    let invalid = error.as_ref().map(|_| "true");
    let (described, _) = message_at(&name, error);
    view! {
        <td class="number" data-head=head>
            <input type="text" inputmode="decimal" autocomplete="off" id=name.clone() name=name aria-label=label
                aria-describedby=described aria-invalid=invalid value=typed.texts[column].clone() />
        </td>
    }
    .rendered()
}

/// Where the numbers of a line come from, unless whoever reads typed them.
fn origin(view: &WorksheetView, typed: &Typed) -> Option<Rendered> {
    let (_, origin) = typed.line.read(&view.inputs)?;
    let untouched = typed.texts == Sheet::default().texts(typed.line, &view.inputs);
    let (class, words) = match origin {
        Origin::FromRound if untouched => ("tag deep", origin.words()),
        // What nobody said and counts all the same.
        Origin::Default if untouched && !typed.texts[1].is_empty() => ("tag", "ours, until you say otherwise"),
        _ => return None,
    };
    Some(view! { <span class="origin"><span class=class>{words}</span></span> }.rendered())
}

fn row(view: &WorksheetView, typed: &Typed) -> Rendered {
    let unit = match typed.line.unit {
        Unit::Money => String::new(),
        unit => format!(", {}", unit.words()),
    };
    // A field is too narrow for its message, so that stands by the name of the line.
    let messages = COLUMNS.map(|column| {
        let name = format!("{}.{column}", typed.line.id);
        message_at(&name, view.faults.at(&name)).1
    });
    let cells = (0..COLUMNS.len()).map(|column| cell(view, typed, column)).collect_view();
    view! {
        <tr>
            <th scope="row">{typed.line.label}<span class="soft">{unit}</span>{origin(view, typed)}{messages.into_iter().collect_view()}</th>
            {cells}
        </tr>
    }
    .rendered()
}

/// How what stands under a heading is reckoned with.
fn formula(group: &str) -> &'static str {
    let part = ValuePart::ALL.into_iter().find(|part| part.name() == group);
    part.map_or("", ValuePart::formula)
}

/// The lines that stand under one heading.
fn group(view: &WorksheetView, group: &'static str) -> Rendered {
    let rows = view.lines.iter().filter(|typed| typed.line.group == group).map(|typed| row(view, typed)).collect_view();
    let formula = formula(group);
    let formula = (!formula.is_empty()).then(|| view! { <span class="formula">{formula}</span> });
    view! {
        <tbody>
            <tr class="group"><th scope="rowgroup" colspan="4">{group}{formula}</th></tr>
            {rows}
        </tbody>
    }
    .rendered()
}

/// All lines; fields for whoever may change them.
pub(super) fn form(view: &WorksheetView) -> Rendered {
    let mut groups: Vec<&'static str> = LINES.iter().map(|line| line.group).collect();
    groups.dedup();
    let groups = groups.into_iter().map(|name| group(view, name)).collect_view();
    let heads = HEADS.map(|head| view! { <th scope="col" class="number">{head}</th> }).collect_view();
    let table = view! {
        <table class="table worksheet">
            <caption>"The least, the likeliest and the most that you think"</caption>
            <thead><tr><th scope="col">"What"</th>{heads}</tr></thead>
            {groups}
        </table>
    };
    if !view.manages {
        return view! { <div class="stack">{table}<p class="soft">"Who leads the team fills this in."</p></div> }
            .rendered();
    }
    let hint = "Money is in one currency of your choice. Give the base alone where you are sure: low and high are then the same. What is left empty counts as nothing.";
    view! {
        <form method="post" action=routes::worksheet(view.id) class="stack">
            <input type="hidden" name="version" value=view.version.to_string() />
            <p class="soft measure">{hint}</p>
            {table}
            <div class="row no-print"><Button kind=Kind::Main value="next" text="Keep and reckon" /></div>
        </form>
    }
    .rendered()
}
