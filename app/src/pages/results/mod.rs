//! `/manage/{token}/results`, `/rounds/{id}/results`, `/report/{token}` and `/sample`: where do we stand, how sure is it, what is missing, what next.

mod construct;
mod contents;
mod headline;
mod lists;
mod method;
mod overall;

use charts::RoundCharts;
use domain::ids::{RoundId, TeamId};
use domain::instrument::Instrument;
use domain::privacy::Published;
use domain::report::{Note, ReportData};
use leptos::prelude::*;

use self::contents::Section;
use crate::components::button::{Kind, LinkButton};
use crate::components::disclosure::Disclosure;
use crate::components::drawing::drawing;
use crate::components::notice::Notice;
use crate::components::when::moment;
use crate::pages::manage::links;
use crate::rendered::{IntoRendered, Rendered};
use crate::routes;
use crate::shell::{Measure, NavLink, Page};

/// What stands in the address of a result without the people whose answers were flagged.
pub const FLAGGED: &str = "flagged";

/// What a team has planned, beside what its result says to do.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'t> {
    /// The team.
    pub team: TeamId,
    /// The practices that open actions work on, by their ids.
    pub planned: &'t [String],
    /// Whether the caller may add to the plan.
    pub adds: bool,
}

/// Where what is to be done about a practice leads.
enum Step {
    /// To the plan in which it is.
    Planned(String),
    /// To a new action.
    Add(String),
}

/// Where a result leads.
#[derive(Clone, Copy, Debug)]
pub enum Leads<'t> {
    /// To its round, by the token of the manage link.
    Link(&'t str),
    /// To its round, for whoever is signed in, and to a comparison.
    Round {
        /// The round.
        id: RoundId,
        /// The team's round before it, if there is one.
        before: Option<RoundId>,
        /// What its team has planned.
        plan: Plan<'t>,
        /// Whether it can be sent on, and the caller may do so.
        shares: bool,
    },
    /// To the same on paper: it was sent on by a link.
    Sent {
        /// The link's token.
        token: &'t str,
        /// Until when the link works, in microseconds since 1970.
        until: i64,
    },
    /// To a round of one's own: it is the sample.
    Sample,
}

impl Leads<'_> {
    fn pdf(self) -> String {
        match self {
            Self::Link(token) => routes::report_pdf(token),
            Self::Round { id, .. } => routes::round_pdf(id),
            Self::Sent { token, .. } => routes::under(&routes::shared_report_token(token), "report.pdf"),
            Self::Sample => routes::SAMPLE_PDF.to_owned(),
        }
    }

    /// The addresses of the same as a workbook, as CSV and as JSON.
    fn tables(self) -> Option<(String, String, String)> {
        let round = match self {
            Self::Link(token) => routes::manage_token(token),
            Self::Round { id, .. } => routes::round(id),
            Self::Sent { .. } | Self::Sample => return None,
        };
        let file = |kind: &str| routes::under(&round, &format!("report.{kind}"));
        Some((file("xlsx"), file("csv"), file("json")))
    }

    fn nav(self) -> Vec<NavLink> {
        match self {
            Self::Link(token) => links(token, "Results"),
            Self::Round { id, .. } => vec![
                NavLink { href: routes::round(id), text: "Round".to_owned(), current: false },
                NavLink { href: routes::round_results(id), text: "Results".to_owned(), current: true },
            ],
            Self::Sent { .. } | Self::Sample => Vec::new(),
        }
    }

    /// The same without the people whose answers were flagged.
    fn unflagged(self) -> Option<String> {
        let round = match self {
            Self::Link(token) => routes::results(token),
            Self::Round { id, .. } => routes::round_results(id),
            Self::Sent { .. } | Self::Sample => return None,
        };
        Some(format!("{round}?without={FLAGGED}"))
    }

    /// Where what is to be done next about a practice is planned, or becomes an action of the team's plan.
    fn step(self, practice: &str) -> Option<Step> {
        match self {
            Self::Round { plan, .. } if plan.planned.iter().any(|planned| planned == practice) => {
                Some(Step::Planned(routes::team_plan(plan.team)))
            }
            Self::Round { id, plan, .. } => {
                plan.adds.then(|| Step::Add(routes::new_action_from(plan.team, id, practice)))
            }
            Self::Link(_) | Self::Sent { .. } | Self::Sample => None,
        }
    }

    /// Where what an investment is worth is reckoned from the delivery metrics.
    fn worksheet(self) -> Option<String> {
        match self {
            Self::Round { id, .. } => Some(routes::worksheet(id)),
            Self::Link(_) | Self::Sent { .. } | Self::Sample => None,
        }
    }

    fn start(self) -> Option<&'static str> {
        match self {
            Self::Link(_) | Self::Round { .. } | Self::Sent { .. } => None,
            Self::Sample => Some(routes::HOME),
        }
    }

    /// The comparison that is asked for first, and what its link says.
    fn compare(self) -> Option<(String, &'static str)> {
        match self {
            Self::Round { id, before: Some(before), .. } => {
                Some((routes::compare(&[before, id]), "Compare with the round before"))
            }
            Self::Round { id, before: None, .. } => Some((routes::compare(&[id]), "Compare with another round")),
            Self::Link(_) | Self::Sent { .. } | Self::Sample => None,
        }
    }

    /// Where links for people without an account are made.
    fn share(self) -> Option<String> {
        match self {
            Self::Round { id, shares: true, .. } => Some(routes::report_links(id)),
            Self::Round { shares: false, .. } | Self::Link(_) | Self::Sent { .. } | Self::Sample => None,
        }
    }

    /// What whoever reads it is to know.
    fn notice(self) -> Option<String> {
        match self {
            Self::Sent { until, .. } => Some(format!(
                "This result was sent to you. Its link works until {}; whoever holds it can read this page.",
                moment(until)
            )),
            Self::Link(_) | Self::Round { .. } | Self::Sample => None,
        }
    }
}

/// A result to show.
#[derive(Clone, Copy, Debug)]
pub struct Result<'r> {
    /// In words.
    pub report: &'r ReportData,
    /// The instrument that was answered.
    pub instrument: &'r Instrument,
    /// Its figures, of which charts are drawn.
    pub published: &'r Published,
}

/// The page.
pub fn page(leads: Leads<'_>, result: Result<'_>) -> Page {
    let report = result.report;
    let start = leads.start();
    // Of what is not published, or what nobody has answered, there is nothing to look at or to take away.
    let shown = report.published && result.published.scores.respondents > 0;
    let ways_out = shown.then(|| ways_out(leads));
    let title = report.heading.clone();
    let place = Some(format!("{} · {}", report.team, report.round));
    // The sample has no day.
    let over = [report.round.as_str(), report.answered.as_str(), report.date.as_str()].into_iter();
    let over = over.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let notices = leads.notice().into_iter().chain(report.notices.clone());
    let notices = notices.map(|text| view! { <Notice><p>{text}</p></Notice> }).collect_view();
    let body = view! {
        <div class="results">
            <div class="between">
                <div>
                    <p class="over">{over}</p>
                    <h1>{report.heading.clone()}</h1>
                </div>
                <div class="row no-print">
                    {ways_out}
                    {start.map(|href| view! { <LinkButton kind=Kind::Main href=href text="Start your own" /> })}
                </div>
            </div>
            {(!shown).then(|| view! { <p class="lead">{report.summary.clone()}</p> })}
            {notices}
            {shown.then(|| figures(leads, result))}
        </div>
    };
    Page { place, links: leads.nav(), measure: Measure::Wide, ..Page::new(title, body) }
}

/// What a result can be set beside, and taken away as.
fn ways_out(leads: Leads<'_>) -> Rendered {
    let kind = if leads.start().is_some() { Kind::Other } else { Kind::Main };
    view! {
        {leads.compare().map(|(href, text)| view! { <LinkButton href=href text=text /> })}
        {leads.share().map(|href| view! { <LinkButton href=href text="Share" /> })}
        <LinkButton kind=kind href=leads.pdf() text="Download PDF" />
        {leads.tables().map(|(xlsx, csv, json)| view! {
            <LinkButton kind=Kind::Plain href=xlsx text="XLSX" />
            <LinkButton kind=Kind::Plain href=csv text="CSV" />
            <LinkButton kind=Kind::Plain href=json text="JSON" />
        })}
    }
    .rendered()
}

/// Everything that is worked out.
fn figures(leads: Leads<'_>, Result { report, instrument, published }: Result<'_>) -> Rendered {
    let charts = RoundCharts::new(instrument, published, report);
    let sections = [
        Some(Section::new("practices", "Practices", practices(leads, report, &charts))),
        Section::optional("roles", "Job roles", overall::roles(&charts)),
        Section::optional("blocking", "Next level", lists::blocking(&report.level)),
        Some(Section::new("challenges", "Challenges and benefits", both(report))),
        Section::optional("importance", "What matters most", overall::importance(&charts)),
        Section::optional("crossing", "What acts on what", overall::crossing(report.crossing.as_ref())),
        Some(Section::new(
            "delivery",
            "Delivery",
            lists::delivery(&report.delivery, &report.subject, leads.worksheet()),
        )),
        Section::optional("unknown", "Not known", overall::unknown(&report.unknown)),
        Section::optional("comments", "Comments", lists::comments(report)),
        Some(Section::new("models", "Other models", lists::models(report))),
        Some(Section::new(
            "quality",
            "Answers and method",
            method::section(report, leads.unflagged().filter(|_| report.flagged < published.scores.respondents)),
        )),
    ];
    let before = view! {
        {headline::card(report)}
        {headline::dials(&report.dials)}
    };
    contents::with_contents(before.rendered(), sections.into_iter().flatten().collect())
}

/// The practices, and beside them what to talk about and what to do.
fn practices(leads: Leads<'_>, report: &ReportData, charts: &RoundCharts<'_>) -> Rendered {
    let web = drawing("web", |width| charts.overview(width));
    view! {
        <div class="columns">
            <section aria-labelledby="practices">
                <h2 id="practices">"Practices"</h2>
                <p class="soft small">"Dot: the team’s index. Band: the range if the same kind of people were asked again. Open one to see the answers behind it."</p>
                {construct::rows(&report.practices)}
                {web.map(|web| view! { <Disclosure aside=true summary="Draw them as a web">{web}</Disclosure> })}
            </section>
            <div class="stack-wide">
                {lists::disagreements(&report.disagreements)}
                {lists::priorities(&report.priorities, &report.no_priorities, |practice| leads.step(practice))}
            </div>
        </div>
    }
    .rendered()
}

/// The challenges beside the benefits.
fn both(report: &ReportData) -> Rendered {
    view! {
        <div class="columns even">
            <section aria-labelledby="challenges">
                <h2 id="challenges">"Challenges"</h2>
                <p class="soft small">"How much each weighs. High is bad."</p>
                {construct::rows(&report.challenges)}
            </section>
            <section aria-labelledby="benefits">
                <h2 id="benefits">"Benefits"</h2>
                <p class="soft small">"How far each has come about. High is good."</p>
                {construct::rows(&report.benefits)}
            </section>
        </div>
    }
    .rendered()
}

/// A titled list of notes.
fn notes(notes: &[Note]) -> Rendered {
    notes
        .iter()
        .map(|note| view! { <div><dt>{note.title.clone()}</dt><dd>{note.text.clone()}</dd></div> })
        .collect_view()
        .rendered()
}
