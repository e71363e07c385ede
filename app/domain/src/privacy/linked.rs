//! The same people in two rounds.

use std::collections::BTreeMap;

use super::SealedAnswers;
use crate::comparison::LinkedScores;
use crate::instrument::Instrument;
use crate::round::Mode;
use crate::scoring::standing;

/// The construct scores of those who have one in both of two rounds, in the order of the later instrument: the
/// constructs that both have. `same` says which later response is by whom of the earlier ones, by their keys; a key
/// that is not there is passed over.
///
/// `None` unless both rounds are named: a confidential response is nobody's, and one answer for a team is of no person.
#[must_use]
pub fn linked_scores<'i>(
    (later_instrument, later): (&'i Instrument, &SealedAnswers),
    (earlier_instrument, earlier): (&Instrument, &SealedAnswers),
    same: &BTreeMap<&str, &str>,
) -> Option<Vec<LinkedScores<'i>>> {
    if later.mode != Mode::Named || earlier.mode != Mode::Named {
        return None;
    }
    let place = |answers: &SealedAnswers, key: &str| answers.keys.iter().position(|other| other == key);
    let people: Vec<(usize, usize)> =
        same.iter().filter_map(|(now, then)| Some((place(later, now)?, place(earlier, then)?))).collect();
    let both = later_instrument.construct_indices().filter_map(|now| {
        let id = later_instrument[now].id.as_str();
        Some((id, now, earlier_instrument.construct_index(id)?))
    });
    let linked = both.map(|(id, now, then)| {
        let pair = |(of_later, of_earlier): &(usize, usize)| {
            let after = later.sheet.respondents().get(*of_later)?;
            let before = earlier.sheet.respondents().get(*of_earlier)?;
            let after = standing(later_instrument, &later.sheet, after, now).score()?;
            Some((standing(earlier_instrument, &earlier.sheet, before, then).score()?, after))
        };
        LinkedScores { id, pairs: people.iter().filter_map(pair).collect() }
    });
    Some(linked.collect())
}
