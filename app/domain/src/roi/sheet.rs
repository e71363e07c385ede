//! A worksheet: what a team has typed, line by line, and the inputs that it makes together with what the round knows.

use std::collections::BTreeMap;

use super::input::{Input, Inputs};
use super::line::{LINES, Line, Slot};
use super::number::{Amount, Number, NumberFault, Range, Share};
use super::round::Known;
use crate::answer::FieldError;

/// The three columns, as they end the names of fields: `labour.releases.low`.
pub const COLUMNS: [&str; 3] = ["low", "base", "high"];

/// What a team has given, by the names of lines: low, base and high as they are shown. A line that is not there was left
/// to what the round knows, or to nothing. Every number in it was read before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet(BTreeMap<String, [String; 3]>);

impl Sheet {
    /// Reads what was typed: `typed` gives the text of a line's column. What stands as the round knows it is not given,
    /// so that it follows the round.
    ///
    /// # Errors
    ///
    /// What cannot be taken, each at the field of its line and column.
    pub fn read(known: &Known, typed: impl Fn(Line, &'static str) -> String) -> Result<Self, Vec<FieldError>> {
        let filled = Self::default().inputs(known);
        let (mut given, mut faults) = (BTreeMap::new(), Vec::new());
        for line in LINES {
            let texts = COLUMNS.map(|column| typed(*line, column).trim().to_owned());
            let there = line.read(&filled).map(|(values, _)| values.map(shown));
            if texts.iter().all(String::is_empty) || there.as_ref() == Some(&texts) {
                continue;
            }
            match three(*line, &texts) {
                Ok(_) => drop(given.insert(line.id.to_owned(), texts)),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(Self(given)) } else { Err(faults) }
    }

    /// The lines that were given, with their three texts, as they are kept.
    pub fn given(&self) -> impl Iterator<Item = (&str, &[String; 3])> {
        self.0.iter().map(|(id, texts)| (id.as_str(), texts))
    }

    /// From what was kept; a line that there is no more, or cannot be read any more, is left out.
    #[must_use]
    pub fn kept(lines: impl IntoIterator<Item = (String, [String; 3])>) -> Self {
        let readable =
            |(id, texts): &(String, [String; 3])| Line::of(id).is_some_and(|line| three(line, texts).is_ok());
        Self(lines.into_iter().filter(readable).collect())
    }

    /// The inputs: what was given, then what the round knows, then nothing.
    #[must_use]
    pub fn inputs(&self, known: &Known) -> Inputs {
        let mut inputs = Inputs::default();
        for (id, texts) in &self.0 {
            if let Some(line) = Line::of(id)
                && let Ok(values) = three(line, texts)
            {
                set(line, &mut inputs, values);
            }
        }
        inputs.filled_in(known)
    }

    /// The three texts of a line as the form shows them: what was typed, then what `inputs` hold; empty where nothing was
    /// said.
    #[must_use]
    pub fn texts(&self, line: Line, inputs: &Inputs) -> [String; 3] {
        if let Some(texts) = self.0.get(line.id) {
            return texts.clone();
        }
        match line.read(inputs) {
            Some((values, _)) if values[2] > 0.0 => values.map(shown),
            _ => <[String; 3]>::default(),
        }
    }
}

/// A number that nobody typed: up to two decimals, without those that say nothing.
pub(super) fn shown(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Reads a number as people write it: blanks, apostrophes, and commas before each three digits, with one to three before
/// the first, part thousands. Any other comma stands for the point: `1,5` is one and a half.
fn number(text: &str) -> Result<f64, NumberFault> {
    let mut plain: String =
        text.chars().filter(|letter| !matches!(letter, ' ' | '’' | '\'' | '\u{a0}' | '\u{202f}')).collect();
    let whole = plain.split('.').next().unwrap_or_default();
    if let Some((first, rest)) = whole.split_once(',') {
        if first.is_empty() {
            return Err(NumberFault::NotFinite);
        }
        let thousands = first.len() <= 3 && rest.split(',').all(|group| group.len() == 3);
        plain = if thousands { plain.replace(',', "") } else { plain.replacen(',', ".", 1) };
    }
    plain.parse().map_err(|_| NumberFault::NotFinite)
}

/// Low, base and high of a line. An empty low or high is the base.
fn three(line: Line, texts: &[String; 3]) -> Result<[f64; 3], FieldError> {
    let at = |column: usize, message: String| FieldError { field: format!("{}.{}", line.id, COLUMNS[column]), message };
    let [low, base, high] = texts;
    if base.is_empty() {
        return Err(at(1, format!("{}: give the base, or leave all three empty.", line.label)));
    }
    let mut values = [0.0; 3];
    for (place, text) in [low, base, high].into_iter().enumerate() {
        // What stands for an empty field is told where it was typed.
        let (text, told) = if text.is_empty() { (base, 1) } else { (text, place) };
        let read = number(text).and_then(|value| check(line, value).map(|()| value));
        values[place] = read.map_err(|fault| at(told, message(line, fault)))?;
    }
    if values[0] > values[1] || values[1] > values[2] {
        let column = if values[0] > values[1] { 0 } else { 2 };
        return Err(at(column, format!("{}: {}", line.label, super::OutOfOrder)));
    }
    Ok(values)
}

const fn is_share(line: Line) -> bool {
    matches!(line.unit, super::Unit::Percent)
}

fn check(line: Line, value: f64) -> Result<(), NumberFault> {
    if is_share(line) { Share::new(value / 100.0).map(drop) } else { Amount::new(value).map(drop) }
}

fn message(line: Line, fault: NumberFault) -> String {
    match fault {
        NumberFault::NotFinite => {
            format!("{}: give a number such as 1,250.50.", line.label)
        }
        NumberFault::AboveOne => format!("{}: give a percentage from 0 to 100.", line.label),
        fault => format!("{}: {fault}", line.label),
    }
}

/// Puts values where they belong that were read before.
fn set(line: Line, inputs: &mut Inputs, [low, base, high]: [f64; 3]) {
    fn given<T: Number>(values: [Result<T, NumberFault>; 3]) -> Option<Input<T>> {
        let [low, base, high] = values;
        Some(Input::given(Range::new(low.ok()?, base.ok()?, high.ok()?).ok()?))
    }
    let amount = || given([low, base, high].map(Amount::new));
    let share = || given([low, base, high].map(|value| Share::new(value / 100.0)));
    match line.slot(inputs) {
        Slot::Amount(slot) => *slot = amount().unwrap_or(*slot),
        Slot::Share(slot) => *slot = share().unwrap_or(*slot),
        Slot::NewAmount(slot) => *slot = amount(),
        Slot::NewShare(slot) => *slot = share(),
    }
}
