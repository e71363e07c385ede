//! What a quick check says. The page and the PDF print this value and compute nothing themselves.

use serde::Serialize;

/// A whole quick check in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckData {
    /// Title: "What your quick check says".
    pub heading: String,
    /// Day on which it was filled in: "25 November 2026".
    pub date: String,
    /// "15 of 15 questions answered".
    pub answered: String,
    /// The first sentence, written from the answers.
    pub summary: String,
    /// The mean of the practices, rough.
    pub rough: Rough,
    /// The practices to look at first, the weakest first.
    pub first: Vec<LookFirst>,
    /// Said where `first` would stand if it is empty; empty if it is not.
    pub no_first: String,
    /// What nobody knew; empty if everything was known.
    pub unknown: String,
    /// The practices, in the instrument's order.
    pub practices: Vec<CheckRow>,
    /// The challenges; a high bar is bad.
    pub challenges: Vec<CheckRow>,
    /// How to read the challenges, and how many weigh.
    pub challenges_text: String,
    /// The benefits; a high bar is good.
    pub benefits: Vec<CheckRow>,
    /// The delivery metrics.
    pub delivery: Vec<CheckRow>,
    /// What this is not, one sentence each.
    pub limits: Vec<String>,
    /// What the full assessment adds.
    pub more: String,
}

/// A mean without a range. It is no index and secures no level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rough {
    /// The mean stage, 1 to 5, unrounded; `None` if too few are answered.
    pub value: Option<f64>,
    /// As it is shown: "2.8", or "Too few to tell".
    pub text: String,
    /// "between Emerging and Defined"; empty without a mean.
    pub stage: String,
    /// Which answers entered, and why it is rough.
    pub why: String,
    /// What the five stages are called.
    pub stages: Vec<String>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckRow {
    /// "TE4-1".
    pub id: String,
    /// "Watching live models".
    pub topic: String,
    /// The answer in words: "Emerging", "Agree", "15 %", "Don’t know".
    pub text: String,
    /// What it means: the stage's anchor, or the statement that was agreed with.
    pub detail: String,
    /// How many steps of `steps` the bar fills; `None` if there is nothing to draw.
    pub filled: Option<f64>,
    /// Steps of the whole bar: five stages, six bands, one for a percentage.
    pub steps: u8,
    /// Whether it is one to look at.
    pub attention: bool,
}

/// A practice to look at first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LookFirst {
    /// "TE4-1".
    pub id: String,
    /// "Watching live models".
    pub topic: String,
    /// The stage it is at: "Emerging".
    pub now: String,
    /// That stage's anchor.
    pub now_text: String,
    /// The stage after it: "Defined".
    pub next: String,
    /// What that stage looks like.
    pub next_text: String,
}
