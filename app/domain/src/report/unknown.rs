//! What people do not know: the questions to which "don't know" was said most.

use super::words::{people, whole};
use super::{Source, Unknown};
use crate::instrument::ItemIndex;
use crate::scoring::ItemScore;

/// Questions that are named at most.
const MOST: usize = 5;

impl Source<'_> {
    /// The questions with the most "don't know", the most of all asked first; ties keep the instrument's order. Only those
    /// of which it is told.
    pub(super) fn unknown(&self) -> Vec<Unknown> {
        let items = self.instrument.item_indices().map(|place| (place, &self.scores.items[place.get()]));
        let mut rows: Vec<(ItemIndex, &ItemScore)> =
            items.filter(|(_, score)| score.detail.is_full() && score.dont_know > 0).collect();
        rows.sort_by_key(|(_, score)| std::cmp::Reverse(score.dont_know));
        rows.into_iter().take(MOST).map(|(place, score)| self.unknown_row(place, score)).collect()
    }

    fn unknown_row(&self, place: ItemIndex, score: &ItemScore) -> Unknown {
        let (item, asked) = (&self.instrument[place], score.n + score.dont_know + score.not_applicable);
        let share = 100.0 * f64::from(score.dont_know) / f64::from(asked);
        Unknown {
            id: item.id.clone(),
            topic: item.topic.clone(),
            question: item.question.clone(),
            text: format!("{} of {} who answered: {} %.", score.dont_know, people(asked as usize), whole(share)),
        }
    }
}
