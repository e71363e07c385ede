//! `/rounds/{id}/worksheet`: what an investment is worth.

mod form;
mod outcome;

use domain::ids::RoundId;
use domain::roi::{Inputs, Line, Roi};
use leptos::prelude::*;

use crate::components::form::Faults;
use crate::rendered::IntoRendered;
use crate::routes;
use crate::shell::{Measure, NavLink, Page};

/// A line of the form: its three texts.
#[derive(Clone, Debug)]
pub struct Typed {
    /// Which one.
    pub line: Line,
    /// Low, base and high as they stand in the fields.
    pub texts: [String; 3],
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct WorksheetView {
    /// The round.
    pub id: RoundId,
    /// Its team and name.
    pub place: String,
    /// Whether the caller may change it.
    pub manages: bool,
    /// What is reckoned with.
    pub inputs: Inputs,
    /// Whether the round fills something in.
    pub fills: bool,
    /// The lines in their order.
    pub lines: Vec<Typed>,
    /// The version that is shown.
    pub version: i64,
    /// Why fields were refused.
    pub faults: Faults,
}

/// What the round fills in, or why it fills nothing in.
const fn filled(view: &WorksheetView) -> &'static str {
    if view.fills {
        "How often you release, how often that fails and how long it takes to recover are filled in from the round’s delivery metrics, as far as they are published, and marked so. Type over them where you know better; empty a line, and it follows the round again."
    } else {
        "The round fills nothing in: too few have answered its delivery metrics to tell, or nothing of it is published yet."
    }
}

/// The page.
pub fn page(view: &WorksheetView) -> Page {
    let title = "Return on investment";
    let results = routes::round_results(view.id);
    let links = vec![
        NavLink { href: routes::round(view.id), text: "Round".to_owned(), current: false },
        NavLink { href: results.clone(), text: "Results".to_owned(), current: false },
    ];
    let body = view! {
        <div class="stack-wide">
            {view.faults.summary()}
            <div class="stack-tight">
                <p class="over"><a href=results>{view.place.clone()}</a></p>
                <h1>{title}</h1>
                <p class="lead">"What an investment in how you build and run models is worth in its first year, and what it costs: from your own numbers, with how sure you are of each."</p>
            </div>
            {outcome::outcome(&view.inputs, &Roi::of(&view.inputs))}
            <section class="stack" aria-labelledby="numbers">
                <h2 id="numbers">"Your numbers"</h2>
                <p class="soft measure">{filled(view)}</p>
                {form::form(view)}
            </section>
        </div>
    };
    Page { links, measure: Measure::Wide, ..Page::new(view.faults.title(title), body.rendered()) }
}
