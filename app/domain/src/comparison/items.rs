//! Single items of two sides: five answers have an order and no more.

use super::Wording;
use super::difference::{Compared, Evidence};
use crate::scoring::ItemScore;
use crate::statistics::{Magnitude, detectable_difference, mann_whitney};

/// How the answers to an item differ in order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ItemDifference {
    /// How many values the two sides gave.
    pub people: [u32; 2],
    /// Cliff's delta: -1, the second side is always higher, to 1, the first is.
    pub delta: f64,
    /// The same in a word.
    pub word: Magnitude,
    /// Whether it is more than chance: p of Mann and Whitney's test of this item alone.
    pub evidence: Evidence<f64>,
}

/// Compares the items of two teams that are shown, each with its id. In the order of the first team, of those that both
/// have.
#[must_use]
pub fn compare_items<'s>(
    wording: &Wording<'_>,
    one: &'s [ItemScore],
    other: &[ItemScore],
) -> Vec<(&'s str, Compared<ItemDifference>)> {
    let both = one.iter().filter_map(|first| Some((first, other.iter().find(|second| second.id == first.id)?)));
    both.map(|(first, second)| {
        let kept = wording.keeps_item(&first.id);
        (first.id.as_str(), if kept { compared(first, second) } else { Compared::Reworded })
    })
    .collect()
}

fn compared(one: &ItemScore, other: &ItemScore) -> Compared<ItemDifference> {
    // By the published counts: what is hidden of an item has none.
    let [first, second] = [one, other].map(values);
    let Some(test) = mann_whitney(&first, &second) else { return Compared::Unknown };
    let people = [one, other].map(|item| item.counts.iter().sum());
    Compared::Found(ItemDifference {
        people,
        delta: test.dominance.delta(),
        word: test.dominance.magnitude(),
        evidence: Evidence::of(people, Some(test.p), detectable_difference),
    })
}

fn values(item: &ItemScore) -> Vec<u8> {
    (1..=5).zip(item.counts).flat_map(|(value, count)| std::iter::repeat_n(value, count as usize)).collect()
}
