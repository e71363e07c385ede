//! The quick check: some of the questions, answered by one person, in words.
//!
//! It shows answers as they are and one rough mean. There is no range, no level and no score of a construct in it: one
//! view of so few questions carries none of them.

mod data;
mod first;
mod rough;
mod rows;

use std::collections::BTreeMap;

pub use data::*;

use crate::answer::{Field, FieldError};
use crate::instrument::{Column, Feeds, Instrument};
use crate::report::words::{inside, list};

/// Canonical answers by the id of their question; what is not there was not answered.
pub type Answers = BTreeMap<String, String>;

/// The field of a message that is about the whole check.
pub const WHOLE: &str = "check";

/// Reads what was typed; `typed` gives the values of the form controls of a name.
///
/// # Errors
///
/// Everything that cannot be taken; or, under [`WHOLE`], that nothing is answered.
pub fn read<'t>(instrument: &Instrument, typed: impl Fn(&str) -> Vec<&'t str>) -> Result<Answers, Vec<FieldError>> {
    let (mut answers, mut refused) = (Answers::new(), Vec::new());
    for column in &instrument.quick_check {
        let id = instrument.column_id(*column);
        match Field::from(*column).canonical(instrument, &typed(id)) {
            Ok(value) if value.is_empty() => {}
            Ok(value) => {
                answers.insert(id.to_owned(), value);
            }
            Err(error) => refused.push(error),
        }
    }
    if answers.is_empty() && refused.is_empty() {
        let message = "Nothing is answered yet. One answer is needed; don’t know is an answer too.".to_owned();
        refused.push(FieldError { field: WHOLE.to_owned(), message });
    }
    if refused.is_empty() { Ok(answers) } else { Err(refused) }
}

/// What a question of the check counts towards.
#[must_use]
pub fn feeds(instrument: &Instrument, column: Column) -> Feeds {
    match column {
        Column::Item(item) => instrument[instrument[item].construct].feeds,
        Column::Metric(_) => Feeds::Delivery,
    }
}

/// What the parts read.
struct Source<'s> {
    instrument: &'s Instrument,
    answers: &'s Answers,
}

impl CheckData {
    /// Puts a check into words. `date` is the day on which it was filled in.
    #[must_use]
    pub fn new(instrument: &Instrument, answers: &Answers, date: String) -> Self {
        let source = Source { instrument, answers };
        let first = source.first();
        let weakest: Vec<&str> = first.iter().map(|row| row.id.as_str()).collect();
        let asked = instrument.quick_check.len();
        let challenges = source.rows(Feeds::Severity, &[]);
        Self {
            heading: "What your quick check says".to_owned(),
            date,
            answered: format!("{} of {asked} questions answered", answers.len()),
            summary: source.summary(&first),
            rough: source.rough(),
            practices: source.rows(Feeds::Maturity, &weakest),
            no_first: if first.is_empty() { source.no_first() } else { String::new() },
            first,
            unknown: source.unknown(),
            challenges_text: challenges_text(&challenges),
            challenges,
            benefits: source.rows(Feeds::Realisation, &[]),
            delivery: source.rows(Feeds::Delivery, &[]),
            limits: vec![
                "It is one person’s view. Others in the team may see it differently, and only their answers can show how far.".to_owned(),
                format!(
                    "It is {asked} questions of {}. So few carry no range, no level and no score of a practice.",
                    instrument.columns().count()
                ),
            ],
            more: format!(
                "The full assessment asks {} questions of everybody in the team. It gives a maturity index with its range, a secured level with what blocks the next, where you see things differently, and what to do first.",
                instrument.columns().count()
            ),
        }
    }
}

/// "Here a high one is bad: it gets in your way. 2 of 3 weigh on you: x and y."
fn challenges_text(rows: &[CheckRow]) -> String {
    let heavy: Vec<String> = rows.iter().filter(|row| row.attention).map(|row| inside(&row.topic)).collect();
    let weigh = match heavy.len() {
        0 => String::new(),
        1 => format!(" One of {} weighs on you: {}.", rows.len(), list(&heavy)),
        n => format!(" {n} of {} weigh on you: {}.", rows.len(), list(&heavy)),
    };
    format!("Here a high one is bad: it gets in your way.{weigh}")
}
