//! A round in which nobody has answered: every figure is missing.

use domain::report::{Ladder, ReportData};

use super::parts::{dial, no_figure, rung};

/// The whole result.
pub fn empty() -> ReportData {
    let none = || no_figure("No answer has come in yet.");
    ReportData {
        heading: "Where Payments Risk stands".into(),
        team: "Payments Risk".into(),
        round: "November 2026".into(),
        subject: String::new(),
        answered: "Nobody has answered".into(),
        date: "23 November 2026".into(),
        summary: "Nobody has answered yet, so there is nothing to tell.".into(),
        published: true,
        notices: vec!["At least one practice construct in each of the four dimensions is needed for an index.".into()],
        maturity: none(),
        level: Ladder {
            secured: None,
            text: "Too few to tell".into(),
            rungs: ["Optimising", "Automated", "Defined", "Emerging", "Ad hoc"]
                .into_iter()
                .zip((1..=5).rev())
                .map(|(name, level)| rung(level, name, None, "", false))
                .collect(),
            why: "A level needs 20 answered practices and every gate; so far 0 have one.".into(),
            next: None,
            blocking: Vec::new(),
            other_rules: String::new(),
        },
        dials: ["Challenge severity", "Benefits realised", "Delivery performance"]
            .map(|name| dial(name, none(), "", ""))
            .into(),
        practices: Vec::new(),
        challenges: Vec::new(),
        benefits: Vec::new(),
        delivery: Vec::new(),
        disagreements: Vec::new(),
        unknown: Vec::new(),
        crossing: None,
        priorities: Vec::new(),
        no_priorities: "Too few answers to tell yet.".to_owned(),
        models: Vec::new(),
        coverage: Vec::new(),
        models_note: String::new(),
        comments: Vec::new(),
        quality: Vec::new(),
        flagged: 0,
        method: Vec::new(),
        references: Vec::new(),
    }
}
