//! Response quality: flagged, never silently dropped.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::answer::{AnswerSheet, Cell, RespondentAnswers};
use crate::instrument::Instrument;

/// Longest run of one value that is nothing odd.
const LONGEST_RUN: usize = 15;

/// What is odd about a respondent's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Answered faster than anybody could read.
    Fast,
    /// One value more than 15 times in a row.
    StraightLine,
    /// A reversed item and both its mates given as 1, or all as 5.
    Contradiction,
    /// More than half of what was asked is "don't know".
    MostlyDontKnow,
}

/// A respondent with odd answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flagged {
    /// The respondent.
    pub respondent: String,
    /// What is odd.
    pub flags: Vec<Flag>,
}

impl Flagged {
    /// The flagged respondents by id, numbers in it by their value, so that the order in which they came cannot show.
    pub(super) fn all(instrument: &Instrument, sheet: &AnswerSheet) -> Vec<Self> {
        let mut flagged: Vec<Self> = sheet
            .respondents()
            .iter()
            .map(|respondent| Self { respondent: respondent.id.clone(), flags: flags(instrument, sheet, respondent) })
            .filter(|one| !one.flags.is_empty())
            .collect();
        flagged.sort_by(|a, b| natural(&a.respondent, &b.respondent));
        flagged
    }
}

/// What is odd about one respondent's answers.
#[must_use]
pub fn flags(instrument: &Instrument, sheet: &AnswerSheet, respondent: &RespondentAnswers) -> Vec<Flag> {
    let mut flags = Vec::new();
    if respondent.fast {
        flags.push(Flag::Fast);
    }
    if longest_run(instrument, respondent) > LONGEST_RUN {
        flags.push(Flag::StraightLine);
    }
    if contradicts(instrument, respondent) {
        flags.push(Flag::Contradiction);
    }
    let asked = instrument.item_indices().filter(|item| sheet.asked(instrument, respondent, *item)).count();
    let unknown = instrument.item_indices().filter(|item| respondent.item(*item) == Cell::DontKnow).count();
    if 2 * unknown > asked {
        flags.push(Flag::MostlyDontKnow);
    }
    flags
}

fn longest_run(instrument: &Instrument, respondent: &RespondentAnswers) -> usize {
    let (mut longest, mut run, mut last) = (0, 0, 0);
    for item in instrument.item_indices() {
        if let Cell::Value(value) = respondent.item(item) {
            run = if value == last { run + 1 } else { 1 };
            last = value;
            longest = longest.max(run);
        }
    }
    longest
}

fn contradicts(instrument: &Instrument, respondent: &RespondentAnswers) -> bool {
    instrument.constructs.iter().any(|construct| {
        let all = |value| construct.items.iter().all(|item| respondent.item(*item) == Cell::Value(value));
        construct.items.iter().any(|item| instrument[*item].reversed) && (all(1) || all(5))
    })
}

/// Compares texts with the numbers in them by value: r2 before r10. Equal only if the texts are.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    loop {
        let (x, y) = (piece(left), piece(right));
        if x.is_empty() || y.is_empty() {
            return x.len().cmp(&y.len()).then_with(|| a.cmp(b));
        }
        let numbers = x.starts_with(|c: char| c.is_ascii_digit()) && y.starts_with(|c: char| c.is_ascii_digit());
        let (bare_x, bare_y) = (x.trim_start_matches('0'), y.trim_start_matches('0'));
        let order = if numbers { bare_x.len().cmp(&bare_y.len()).then(bare_x.cmp(bare_y)) } else { x.cmp(y) };
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (&left[x.len()..], &right[y.len()..]);
    }
}

/// The digits at the beginning, or else what stands before the first digit.
fn piece(text: &str) -> &str {
    let number = text.starts_with(|c: char| c.is_ascii_digit());
    let end = text.find(|c: char| c.is_ascii_digit() != number).unwrap_or(text.len());
    &text[..end]
}
