//! What comes out, in words and in three columns.

use domain::roi::{Costed, Inputs, Outlook, Roi, figure};
use leptos::prelude::*;

use crate::components::disclosure::Disclosure;
use crate::components::empty::Empty;
use crate::components::table::{Column, Table};
use crate::rendered::{IntoRendered, Rendered};

/// What is assumed besides the numbers themselves.
const ASSUMED: [&str; 6] = [
    "All of it is of the first year: what is saved counts from the first day, and nothing is discounted.",
    "The cautious case takes what speaks for the investment at its low end and what speaks against it at its high end; the hopeful case the other way round.",
    "Return: (worth − costs) ÷ costs. Paid back: what is paid once ÷ (worth − what is paid every year), in years.",
    "A delivery metric is answered in bands. A band’s limits stand for low and high, and what lies between by factors, their geometric mean, for base; recovery is counted in hours of the clock.",
    "What is not said to change stays as it is, so no improvement is counted by itself. Of what models in use sooner are worth, half comes true until you say otherwise.",
    "There is no revenue unless you put it there: it has many causes, and the answers say nothing of it.",
];

/// Money in whole units.
fn money(value: f64) -> String {
    figure(value.round())
}

/// "53 %"
fn percent(value: f64) -> String {
    format!("{} %", figure((100.0 * value).round()))
}

/// "8 months", "2.5 years"
fn time(years: f64) -> String {
    let months = (12.0 * years).ceil();
    match months {
        months if months <= 1.0 => "a month".to_owned(),
        months if months < 24.0 => format!("{months:.0} months"),
        _ => format!("{years:.1} years"),
    }
}

/// The first sentences.
fn words(roi: &Roi) -> String {
    let worth = format!("Worth {} in the first year, and costs {}.", money(roi.value.base), money(roi.costs.base));
    let returned = match roi.roi.base {
        Some(base) => format!(" The return is {}{}.", percent(base), between(&roi.roi, percent)),
        None => " Without costs there is no return to tell.".to_owned(),
    };
    let back = match roi.payback.of_one_off.base {
        _ if roi.costs.base <= 0.0 => String::new(),
        Some(years) => format!(" It is paid back after {}.", time(years)),
        None => " It is not paid back: what is paid every year eats up the worth.".to_owned(),
    };
    format!("{worth}{returned}{back}")
}

/// ", between 10 % and 90 %" where the cases differ.
fn between(outlook: &Outlook<Option<f64>>, shown: fn(f64) -> String) -> String {
    match (outlook.cautious, outlook.hopeful) {
        (Some(low), Some(high)) if shown(low) != shown(high) => format!(", between {} and {}", shown(low), shown(high)),
        _ => String::new(),
    }
}

/// A row with how its base came about under its name.
fn part(name: &str, how: String, values: [String; 3]) -> Rendered {
    let cells = numbers(values);
    view! { <tr><th scope="row">{name.to_owned()}<span class="formula">{how}</span></th>{cells}</tr> }.rendered()
}

/// A row of what the rows above come to.
fn total(name: &'static str, values: [String; 3]) -> Rendered {
    view! { <tr class="total"><th scope="row">{name}</th>{numbers(values)}</tr> }.rendered()
}

fn numbers(values: [String; 3]) -> Rendered {
    let cells = ["Cautious", "Base", "Hopeful"].into_iter().zip(values);
    cells.map(|(head, value)| view! { <td class="number" data-head=head>{value}</td> }).collect_view().rendered()
}

fn amounts(outlook: &Outlook<f64>) -> [String; 3] {
    [outlook.cautious, outlook.base, outlook.hopeful].map(money)
}

fn told(outlook: &Outlook<Option<f64>>, shown: fn(f64) -> String, none: &str) -> [String; 3] {
    [outlook.cautious, outlook.base, outlook.hopeful].map(|value| value.map_or_else(|| none.to_owned(), shown))
}

fn is_nothing(outlook: &Outlook<f64>) -> bool {
    [outlook.cautious, outlook.base, outlook.hopeful].iter().all(|value| *value == 0.0)
}

/// What is paid for it in the first year.
fn first_year(cost: &Costed) -> Outlook<f64> {
    let Costed { one_off, running, .. } = cost;
    Outlook {
        cautious: one_off.cautious + running.cautious,
        base: one_off.base + running.base,
        hopeful: one_off.hopeful + running.hopeful,
    }
}

/// Everything that counts for something, and what it adds up to.
fn table(inputs: &Inputs, roi: &Roi) -> Rendered {
    let worth = roi.value_parts.iter().filter(|one| !is_nothing(&one.amount));
    let worth = worth.map(|one| part(one.part.name(), one.part.in_numbers(inputs), amounts(&one.amount)));
    let costs = roi.cost_parts.iter().map(|cost| (cost.part, first_year(cost))).filter(|(_, sum)| !is_nothing(sum));
    let costs = costs.map(|(cost, sum)| part(cost.name(), cost.in_numbers(inputs), amounts(&sum)));
    let mut rows: Vec<Rendered> = worth.collect();
    rows.push(total("Worth in the first year", amounts(&roi.value)));
    rows.extend(costs);
    rows.push(total("Costs of the first year", amounts(&roi.costs)));
    rows.push(total("Return", told(&roi.roi, percent, "no costs")));
    rows.push(total("Paid back after", told(&roi.payback.of_one_off, time, "never")));
    let caption = "Cautious: little comes of it, and it costs much. Hopeful: much comes of it, and it costs little.";
    let columns =
        [Column::words("What"), Column::numbers("Cautious"), Column::numbers("Base"), Column::numbers("Hopeful")];
    view! { <Table id="outcome-table" caption=caption columns=columns>{rows}</Table> }.rendered()
}

/// The results; before anything is given, what would change that.
pub(super) fn outcome(inputs: &Inputs, roi: &Roi) -> Rendered {
    let body = if is_nothing(&roi.value) && is_nothing(&roi.costs) {
        let text = "Give what you know below: the worth and the costs of the first year are reckoned from it.";
        view! { <Empty title="Nothing to reckon with yet." text=text /> }.rendered()
    } else {
        view! {
            <p class="lead">{words(roi)}</p>
            <p>{roi.freed_time_in_words()}</p>
            {table(inputs, roi)}
        }
        .rendered()
    };
    let assumed = ASSUMED.map(|text| view! { <li>{text}</li> }).collect_view();
    view! {
        <section class="card stack outcome" aria-labelledby="outcome">
            <h2 id="outcome">"What comes out"</h2>
            {body}
            <Disclosure aside=true summary="What is assumed"><ul class="plain">{assumed}</ul></Disclosure>
        </section>
    }
    .rendered()
}
