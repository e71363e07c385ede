//! Short ways to say what is answered.

use std::fmt::Write as _;

use domain::answer::AnswerSheet;
use domain::answers_file::{Format, read};
use domain::instrument::{Instrument, Scale};
use domain::scoring::{ConstructScore, ItemScore, Scores, score};

pub fn sheet(csv: &str) -> AnswerSheet {
    read(Instrument::builtin(), csv.as_bytes(), Format::Csv).unwrap()
}

/// Scores rows such as `DS,3,2,DK` of the columns of a header such as `TE1-1,TE1-2,TE1-3`.
pub fn scored(columns: &str, rows: &[&str]) -> Scores {
    let mut csv = format!("respondent,role,{columns}\n");
    for (i, row) in rows.iter().enumerate() {
        writeln!(csv, "r{},{row}", i + 1).unwrap();
    }
    score(Instrument::builtin(), &sheet(&csv))
}

/// The ids of the practice items, which are answered in stages.
pub fn practice_items() -> Vec<&'static str> {
    let items = Instrument::builtin().items.iter();
    items.filter(|item| item.scale == Scale::M5).map(|item| item.id.as_str()).collect()
}

/// Scores one respondent without a role who gives `value` for all practice items but those listed.
pub fn practices(value: &str, others: &[(&str, &str)]) -> Scores {
    let columns = practice_items();
    let values: Vec<&str> = columns
        .iter()
        .map(|column| others.iter().find(|(id, _)| id == column).map_or(value, |(_, other)| *other))
        .collect();
    scored(&columns.join(","), &[&format!(",{}", values.join(","))])
}

pub fn item<'s>(scores: &'s Scores, id: &str) -> &'s ItemScore {
    scores.items.iter().find(|item| item.id == id).unwrap()
}

pub fn construct<'s>(scores: &'s Scores, id: &str) -> &'s ConstructScore {
    scores.constructs.iter().find(|construct| construct.id == id).unwrap()
}

pub fn close(found: Option<f64>, expected: f64, within: f64) {
    let found = found.unwrap();
    let close = (found - expected).abs() <= within;
    assert!(close, "expected {expected}, found {found}");
}
