//! What weighs most and what is wanted most: how many named each challenge, and each benefit, among their few.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ledger::Given;
use super::redact::FULL_FROM;
use crate::instrument::{Instrument, Ranked, StrategyIndex};
use crate::scoring::Detail;

/// How many of those who chose named a construct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Importance {
    /// The construct.
    pub id: String,
    /// Whether it is told: in full, or of a confidential round with fewer than ten who chose not at all.
    #[serde(default, skip_serializing_if = "Detail::is_full")]
    pub detail: Detail,
    /// How many people chose anything; 0 where it is not told.
    pub n: u32,
    /// How many of them chose this; 0 where it is not told.
    pub named: u32,
}

impl Importance {
    /// The share who named it, 0 to 1; `None` where nobody chose, and where it is not told.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.n > 0).then(|| f64::from(self.named) / f64::from(self.n))
    }
}

/// What one respondent chose: of a question that is answered, whether each option was taken.
pub(super) type Chosen = BTreeMap<StrategyIndex, Vec<bool>>;

/// Whether each option is in a stored answer; `None` where nothing is.
pub(super) fn chosen(instrument: &Instrument, question: StrategyIndex, stored: &str) -> Option<Vec<bool>> {
    let taken = |id: &str| stored.split(';').any(|one| one == id);
    let options = instrument[question].options.iter().map(|option| taken(&option.id));
    let options: Vec<bool> = options.collect();
    options.contains(&true).then_some(options)
}

/// Counts what these people chose; nothing where nobody chose anything.
pub(super) fn counted<'c>(
    instrument: &Instrument,
    people: &(impl Iterator<Item = &'c Chosen> + Clone),
) -> Vec<Importance> {
    let questions = instrument.ranked().flat_map(|question| of_question(instrument, &question, people.clone()));
    let all: Vec<Importance> = questions.collect();
    if all.iter().any(|one| one.n > 0) { all } else { Vec::new() }
}

/// Counts what these people chose in one question.
pub(super) fn of_question<'c>(
    instrument: &Instrument,
    question: &Ranked,
    people: impl Iterator<Item = &'c Chosen>,
) -> Vec<Importance> {
    let mut n = 0;
    let mut named = vec![0; question.constructs.len()];
    for options in people.filter_map(|chosen| chosen.get(&question.place)) {
        n += 1;
        for (count, taken) in named.iter_mut().zip(options) {
            *count += u32::from(*taken);
        }
    }
    let constructs = question.constructs.iter().map(|construct| instrument[*construct].id.clone());
    constructs.zip(named).map(|(id, named)| Importance { id, detail: Detail::Full, n, named }).collect()
}

/// What one respondent gave, as it is compared between publications.
pub(super) fn given(question: &Ranked, chosen: &Chosen) -> Vec<Given> {
    match chosen.get(&question.place) {
        Some(options) => options.iter().map(|taken| Given::Value(u64::from(*taken))).collect(),
        None => vec![Given::Blank; question.constructs.len()],
    }
}

/// What may be told of a count in a confidential round: all of it from ten who chose on, else nothing.
pub(super) fn told(count: Importance, may: bool) -> Importance {
    if may && count.n >= FULL_FROM {
        count
    } else {
        Importance { id: count.id, detail: Detail::Suppressed, n: 0, named: 0 }
    }
}
