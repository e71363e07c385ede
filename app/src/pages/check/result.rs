//! What a quick check says: where you seem to stand, what to look at first, and how to go on.

use domain::quick_check::{CheckData, Rough};
use leptos::prelude::*;

use super::{lists, next};
use crate::components::address::AddressBox;
use crate::components::chart;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, Page};

/// What the page shows.
pub struct CheckPage {
    /// Token of the check's link.
    pub token: String,
    /// This page's whole address, to keep.
    pub url: String,
    /// What it says.
    pub data: CheckData,
    /// Where it was gone on with; `None` if it was not.
    pub links: Option<Links>,
    /// What was typed as the team's name.
    pub team: String,
    /// What was wrong with it.
    pub error: Option<String>,
}

/// The round that the check was gone on with.
pub struct Links {
    /// Address of the response, while it is there.
    pub respond: Option<String>,
    /// Address of the round.
    pub manage: String,
}

/// The page.
pub fn page(page: &CheckPage) -> Page {
    let data = &page.data;
    let pdf = routes::check_pdf(&page.token);
    let title = if page.error.is_some() { format!("Please check: {}", data.heading) } else { data.heading.clone() };
    let body = view! {
        <div class="results">
            <div class="between">
                <div>
                    <p class="over">{["Quick check", data.answered.as_str(), data.date.as_str()].join(" · ")}</p>
                    <h1>{data.heading.clone()}</h1>
                </div>
                <div class="row no-print"><a class="button" href=pdf>"Download PDF"</a></div>
            </div>
            <section class="card headline check-headline" aria-label="Where you seem to stand">
                {rough(&data.rough, &data.summary)}
                {limits(data)}
            </section>
            <div class="columns">
                <section aria-labelledby="practices">
                    <h2 id="practices">"Practices"</h2>
                    <p class="soft small">"Each bar shows the stage you chose, of five."</p>
                    {lists::rows(&data.practices)}
                </section>
                {lists::first(data)}
            </div>
            <div class="columns even">
                <section aria-labelledby="challenges">
                    <h2 id="challenges">"Challenges"</h2>
                    <p class="soft small">{data.challenges_text.clone()}</p>
                    {lists::rows(&data.challenges)}
                </section>
                <div class="stack-wide">
                    <section aria-labelledby="benefits">
                        <h2 id="benefits">"Benefits"</h2>
                        <p class="soft small">"Compared with 12 months ago; a high one is good."</p>
                        {lists::rows(&data.benefits)}
                    </section>
                    <section aria-labelledby="delivery">
                        <h2 id="delivery">"Delivery"</h2>
                        {lists::rows(&data.delivery)}
                    </section>
                </div>
            </div>
            {next::section(page)}
            <section class="notice" aria-labelledby="keep">
                <h2 id="keep">"Keep this page’s address"</h2>
                <p>"It is the only way back here, and whoever has it sees these answers and can go on from them."</p>
                <AddressBox id="check-link" label="Link of this quick check" value=page.url.clone() />
            </section>
        </div>
    };
    Page { measure: Measure::Wide, ..Page::new(title, body) }
}

fn rough(rough: &Rough, summary: &str) -> Rendered {
    let stages = rough.stages.iter().map(|stage| view! { <li>{stage.clone()}</li> }).collect_view();
    let number = if rough.value.is_some() {
        view! {
            <p class="big">
                <span id="rough-mean" class="big-number">{rough.text.clone()}</span>
                " "
                <span class="of">{format!("of 5 · rough · {}", rough.stage)}</span>
            </p>
            {chart::steps(rough.value, 5, false)}
            <ol class="stage-scale" aria-hidden="true">{stages}</ol>
        }
        .rendered()
    } else {
        view! { <p class="big words">{rough.text.clone()}</p> }.rendered()
    };
    view! {
        <div class="stack-tight">
            <h2 class="quiet-title">"Rough maturity"</h2>
            {number}
            <p class="summary">{summary.to_owned()}</p>
            <details class="why">
                <summary>"How this was worked out"</summary>
                <p>{rough.why.clone()}</p>
            </details>
        </div>
    }
    .rendered()
}

fn limits(data: &CheckData) -> Rendered {
    let limits = data.limits.iter().map(|text| view! { <p>{text.clone()}</p> }).collect_view();
    view! {
        <div class="stack-tight">
            <h2 class="quiet-title">"What this is not"</h2>
            {limits}
            <p><a href="#go-on">"Go on to the full assessment"</a></p>
        </div>
    }
    .rendered()
}
