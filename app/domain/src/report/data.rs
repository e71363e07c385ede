//! What a result says. The screen, the PDF and later every export print this value and compute nothing themselves.

use serde::Serialize;

/// A whole result, ready to print: every number has its words beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportData {
    /// Title: "Where Payments Risk stands".
    pub heading: String,
    /// Team, as it was named.
    pub team: String,
    /// Round: "November 2026".
    pub round: String,
    /// Model or service that the delivery metrics speak of; empty if none was named.
    pub subject: String,
    /// Who answered: "8 people answered".
    pub answered: String,
    /// Day of this report: "23 November 2026".
    pub date: String,
    /// The first sentence, written from the data.
    pub summary: String,
    /// Whether anything is published: what follows says nothing otherwise.
    pub published: bool,
    /// What to know before reading on, such as that too few answered. Empty if nothing.
    pub notices: Vec<String>,
    /// The maturity index, 0 to 100.
    pub maturity: Figure,
    /// The secured level on its ladder.
    pub level: Ladder,
    /// Challenge severity, benefits realised, delivery performance, in this order.
    pub dials: Vec<Dial>,
    /// The practice constructs, in the instrument's order.
    pub practices: Vec<ConstructRow>,
    /// The challenge constructs; a high figure is bad.
    pub challenges: Vec<ConstructRow>,
    /// The benefit constructs; a high figure is good.
    pub benefits: Vec<ConstructRow>,
    /// The delivery metrics.
    pub delivery: Vec<MetricRow>,
    /// Items on which the answers lie far apart, worst first.
    pub disagreements: Vec<Disagreement>,
    /// Items that people know least about, the least known first. Empty if nobody said "don't know", or it is not told.
    pub unknown: Vec<Unknown>,
    /// Which practices ease a challenge and bring a benefit.
    pub crossing: Option<Crossing>,
    /// What to do next, best first.
    pub priorities: Vec<Priority>,
    /// Said where `priorities` would stand if there are none; empty if there are some.
    pub no_priorities: String,
    /// Indicative levels of other models.
    pub models: Vec<ModelLevel>,
    /// Coverage of frameworks that have no levels.
    pub coverage: Vec<ModelCoverage>,
    /// The label that must stand with `models` and `coverage`.
    pub models_note: String,
    /// What people wrote, as far as it is published, without whose it is.
    pub comments: Vec<Remarks>,
    /// What was noticed about the answers, one sentence each; counts only.
    pub quality: Vec<String>,
    /// How many people's answers were flagged; 0 in a confidential round.
    pub flagged: usize,
    /// How each number is made.
    pub method: Vec<Note>,
    /// Published figures to hold beside one's own; never norms.
    pub references: Vec<Reference>,
}

/// What people wrote about one question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Remarks {
    /// The item, metric or open question.
    pub id: String,
    /// What it is about: a topic, or the open question itself.
    pub about: String,
    /// The texts, as they were written.
    pub texts: Vec<String>,
    /// Links to evidence: web addresses, as they were given. None of a confidential round.
    pub links: Vec<String>,
}

/// A number with its range and the sentence that explains it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// The number on 0 to 100, unrounded; `None` if there is none.
    pub value: Option<f64>,
    /// As it is shown: "50", or "Too few to tell".
    pub text: String,
    /// The 95 % range, unrounded.
    pub range: Option<(f64, f64)>,
    /// As it is shown: "likely 41 to 58"; empty if there is no range.
    pub range_text: String,
    /// Which answers entered, what was left out, and how it was worked out.
    pub why: String,
}

/// The levels from the top, with the secured one marked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ladder {
    /// The secured level, 1 to 5; `None` if it cannot be told.
    pub secured: Option<u8>,
    /// "Level 2, Emerging", or "Too few to tell".
    pub text: String,
    /// Five rungs, level 5 first.
    pub rungs: Vec<Rung>,
    /// Why this level, and what the next one needs.
    pub why: String,
    /// The level that `blocking` stands in the way of.
    pub next: Option<u8>,
    /// Practices not met at the next level, in the instrument's order.
    pub blocking: Vec<Blocking>,
    /// What the two other rules give, and that they stay on the method page.
    pub other_rules: String,
}

/// One level of the ladder.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rung {
    /// 1 to 5.
    pub level: u8,
    /// "Defined".
    pub name: String,
    /// Percent of applicable practices met, unrounded; `None` for level 1 and where it cannot be told.
    pub share: Option<f64>,
    /// "63 % · 7 questions to go"; empty at level 1.
    pub text: String,
    /// Whether this is the secured level.
    pub secured: bool,
}

/// A practice that stands in the way of the next level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Blocking {
    /// Item, such as "TE4-1".
    pub id: String,
    /// "Watching live models".
    pub topic: String,
    /// The stage to reach: its anchor's text.
    pub stage: String,
    /// Whether the item is a gate.
    pub gate: bool,
    /// "5 of 8 answers are below", or that nobody could tell.
    pub reason: String,
}

/// One of the three figures beside the maturity index.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dial {
    /// "Challenge severity".
    pub name: String,
    /// The figure.
    pub figure: Figure,
    /// "high"; empty if there is none.
    pub band: String,
    /// "Skill gaps weigh most".
    pub remark: String,
}

/// One construct with the items behind it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConstructRow {
    /// "TE4".
    pub id: String,
    /// "Monitoring and incidents".
    pub name: String,
    /// "Monitoring": for chart rows.
    pub short: String,
    /// The figure, 0 to 100.
    pub figure: Figure,
    /// Respondents whose answers make the figure; 0 where a confidential round does not tell.
    pub n: usize,
    /// "high" and so on for severity and realisation; empty for practices.
    pub band: String,
    /// Whether it is one of those that hold the score back (practices) or weigh most (challenges).
    pub attention: bool,
    /// Share of respondents who agree, with its range; empty for practices.
    pub share_text: String,
    /// The three items.
    pub items: Vec<ItemRow>,
}

/// One item behind a construct.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemRow {
    /// "TE4-1".
    pub id: String,
    /// "Watching live models".
    pub topic: String,
    /// The question as it was asked.
    pub question: String,
    /// "median 3, Defined", "mean 3.4", or "no answers".
    pub text: String,
    /// "agree", "differ", "disagree: talk first"; empty below two answers.
    pub agreement: String,
    /// How many gave 1 to 5 (a reversed item already turned round); all 0 where a confidential round does not tell.
    pub counts: [u32; 5],
    /// Values given; 0 where a confidential round does not tell.
    pub n: usize,
    /// What was left out: "1 don't know, 2 not applicable"; empty if nothing.
    pub left_out: String,
    /// Whether the item is worded as the opposite and was turned round.
    pub reversed: bool,
}

/// A delivery metric.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MetricRow {
    /// "PM1".
    pub id: String,
    /// "Deployment frequency".
    pub topic: String,
    /// The median answer in words: "weekly to monthly" or "15 %".
    pub answer: String,
    /// The score, 0 to 100.
    pub figure: Figure,
    /// Values given; 0 where a confidential round does not tell.
    pub n: usize,
}

/// An item on which people see things differently.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Disagreement {
    /// "TE4-1".
    pub id: String,
    /// "Watching live models".
    pub topic: String,
    /// The question as it was asked.
    pub question: String,
    /// "6 answers, from 2 to 4."
    pub text: String,
    /// How many gave 1 to 5.
    pub counts: [u32; 5],
}

/// An item to which people said "don't know".
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unknown {
    /// "TE4-1".
    pub id: String,
    /// "Watching live models".
    pub topic: String,
    /// The question as it was asked.
    pub question: String,
    /// "3 of 8 people who answered: 38 %."
    pub text: String,
}

/// Challenges by benefits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Crossing {
    /// The benefits, a column each.
    pub benefits: Vec<Crossed>,
    /// The challenges.
    pub rows: Vec<CrossingRow>,
}

/// A challenge, and what acts on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CrossingRow {
    /// The challenge.
    pub challenge: Crossed,
    /// By benefit, the practices that act on both, the weakest first.
    pub cells: Vec<Vec<Crossed>>,
}

/// A construct with its index.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Crossed {
    /// "TE4".
    pub id: String,
    /// "Monitoring".
    pub name: String,
    /// "38"; a dash where there is none.
    pub text: String,
}

/// A practice worth working on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Priority {
    /// "TE4".
    pub id: String,
    /// "Alert on drift and quality".
    pub action: String,
    /// "Monitoring".
    pub practice: String,
    /// "Monitoring 38 → 75 · medium effort · blocks level 3".
    pub text: String,
    /// How the priority was worked out, with its factors.
    pub why: String,
}

/// The level that another model would indicate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ModelLevel {
    /// "Google MLOps levels".
    pub name: String,
    /// "Level 1: repeatable", or "Level 0; cannot tell if more".
    pub text: String,
    /// Which answers decided it.
    pub why: String,
    /// What would raise it.
    pub raise: String,
    /// Name and year of the published model.
    pub source: String,
}

/// How much of a framework's tagged practices is met.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ModelCoverage {
    /// "EU AI Act".
    pub name: String,
    /// "42 % of 12 practices".
    pub text: String,
    /// What is counted.
    pub why: String,
    /// Name and year, and dates of application where there are any.
    pub source: String,
}

/// A titled paragraph.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    /// Title.
    pub title: String,
    /// Text.
    pub text: String,
}

/// A published figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reference {
    /// What it says.
    pub statement: String,
    /// Its value with the interval where there is one.
    pub value: String,
    /// n, year and source.
    pub source: String,
}
