//! The maturity level: which stage is secured, and what blocks the next one.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use super::item::ItemScore;
use super::status::{Detail, Status};
use crate::instrument::{Instrument, ItemIndex, Scale};

/// Practice items that need a value before a level is told.
pub const ITEMS_NEEDED: u32 = 20;

/// The secured level and the two other readings of the same data.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LevelScore {
    /// Whether a level is told: enough practice items have a value, and every gate that applies has one.
    pub level_status: Status,
    /// The highest level up to which at every level more than 85 % of the items are met, and all gates.
    pub secured_level: Option<u8>,
    /// The highest level at which all items are met.
    pub strict_level: Option<u8>,
    /// The highest level at which more than 50 % are met, and more than 85 % at all lower ones.
    pub iso33020_level: Option<u8>,
    /// Percent of the applicable practice items that are met at 2 to 5.
    #[serde(deserialize_with = "stages")]
    pub attained: Option<BTreeMap<u8, f64>>,
    /// Items that keep the team from the next level, in the instrument's order.
    pub blocking: Vec<String>,
    /// How many items more have to be met for the next level; none at level 5.
    pub items_needed: Option<u32>,
    /// What these were made of.
    #[serde(skip)]
    pub basis: LevelBasis,
}

/// What a level is made of: there even where no level is told.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LevelBasis {
    /// Practice items that apply to the team.
    pub applicable: u32,
    /// Practice items with a value.
    pub with_value: u32,
    /// How many practice items are met at 2, 3, 4 and 5.
    pub met: [u32; 4],
    /// Practice items that apply and have no value.
    pub unknown: Vec<ItemIndex>,
    /// The gates that apply.
    pub gates: Vec<Gate>,
}

/// A gate that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// The item.
    pub item: ItemIndex,
    /// The highest stage at which it is met, 1 to 5; `None` without a value.
    pub met_at: Option<u8>,
}

/// Reads the stages of [`LevelScore::attained`], which are texts where they are keys.
fn stages<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<BTreeMap<u8, f64>>, D::Error> {
    let read = Option::<BTreeMap<String, f64>>::deserialize(deserializer)?;
    let stage = |(stage, percent): (String, f64)| Ok((stage.parse()?, percent));
    read.map(|stages| stages.into_iter().map(stage).collect::<Result<_, std::num::ParseIntError>>())
        .transpose()
        .map_err(serde::de::Error::custom)
}

impl LevelBasis {
    fn of(instrument: &Instrument, items: &[ItemScore]) -> Self {
        let mut basis = Self::default();
        for (index, score) in practice_items(instrument, items) {
            if !score.tally.applies() {
                continue;
            }
            basis.applicable += 1;
            if score.n == 0 {
                basis.unknown.push(index);
            }
            basis.with_value += u32::from(score.n > 0);
            for (stage, met) in (2..).zip(&mut basis.met) {
                *met += u32::from(score.tally.met_at(stage));
            }
        }
        // Of a gate that is not published it is not said either whether it applies.
        let counts = |score: &ItemScore| score.tally.applies() || score.detail == Detail::Suppressed;
        let gates = instrument.gates.iter().filter(|item| counts(&items[item.get()]));
        basis.gates = gates
            .map(|item| {
                let score = &items[item.get()];
                let met_at = (score.n > 0).then(|| highest(|stage| score.tally.met_at(stage)));
                Gate { item: *item, met_at }
            })
            .collect();
        basis
    }

    /// How many practice items are met at a stage, 2 to 5.
    #[must_use]
    pub fn met_at(&self, stage: u8) -> u32 {
        stage.checked_sub(2).and_then(|place| self.met.get(usize::from(place))).copied().unwrap_or(0)
    }

    /// Whether more than `percent` of the applicable items are met.
    const fn above(&self, met: u32, percent: u64) -> bool {
        100 * met as u64 > percent * self.applicable as u64
    }

    /// Whether a level has what it takes: more than 85 % of the items.
    #[must_use]
    pub fn largely(&self, level: u8) -> bool {
        self.above(self.met_at(level), 85)
    }

    /// The gates that are not met at a level.
    pub fn gates_below(&self, level: u8) -> impl Iterator<Item = ItemIndex> + '_ {
        self.gates.iter().filter(move |gate| gate.met_at.is_none_or(|stage| stage < level)).map(|gate| gate.item)
    }

    fn iso33020(&self) -> u8 {
        let mut level = 1;
        for next in 2..=5 {
            if self.above(self.met_at(next), 50) {
                level = next;
            }
            if !self.largely(next) {
                break;
            }
        }
        level
    }

    fn items_needed(&self, next: u8) -> u32 {
        let met = self.met_at(next);
        let more = (0..=self.applicable).find(|more| self.above(met + more, 85)).unwrap_or(self.applicable);
        let gates = self.gates_below(next).map(|_| 1).sum();
        more.max(gates)
    }
}

impl LevelScore {
    pub(super) fn of(instrument: &Instrument, items: &[ItemScore]) -> Self {
        let basis = LevelBasis::of(instrument, items);
        if basis.with_value < ITEMS_NEEDED || basis.gates.iter().any(|gate| gate.met_at.is_none()) {
            return Self::withheld(basis);
        }
        let secured = highest(|level| basis.largely(level) && basis.gates_below(level).next().is_none());
        let next = (secured < 5).then_some(secured + 1);
        let percent = |met: u32| 100.0 * f64::from(met) / f64::from(basis.applicable);
        Self {
            level_status: Status::Scored,
            secured_level: Some(secured),
            strict_level: Some(highest(|level| basis.met_at(level) == basis.applicable)),
            iso33020_level: Some(basis.iso33020()),
            attained: Some((2..).zip(basis.met.map(percent)).collect()),
            blocking: next.map_or_else(Vec::new, |next| blocking(instrument, items, &basis, next)),
            items_needed: next.map(|next| basis.items_needed(next)),
            basis,
        }
    }

    const fn withheld(basis: LevelBasis) -> Self {
        Self {
            level_status: Status::Withheld,
            secured_level: None,
            strict_level: None,
            iso33020_level: None,
            attained: None,
            blocking: Vec::new(),
            items_needed: None,
            basis,
        }
    }
}

/// Gates that are not met, and where not enough items are met, every item that is not.
fn blocking(instrument: &Instrument, items: &[ItemScore], basis: &LevelBasis, next: u8) -> Vec<String> {
    let gates: Vec<ItemIndex> = basis.gates_below(next).collect();
    let too_few = !basis.largely(next);
    practice_items(instrument, items)
        .filter(|(index, score)| {
            gates.contains(index) || (too_few && score.tally.applies() && !score.tally.met_at(next))
        })
        .map(|(_, score)| score.id.clone())
        .collect()
}

fn practice_items<'s>(
    instrument: &'s Instrument,
    items: &'s [ItemScore],
) -> impl Iterator<Item = (ItemIndex, &'s ItemScore)> {
    instrument.item_indices().zip(items).filter(|(index, _)| instrument[*index].scale == Scale::M5)
}

/// The highest level up to which every one holds; 1 is the floor.
fn highest(holds: impl Fn(u8) -> bool) -> u8 {
    (2..=5).take_while(|level| holds(*level)).last().unwrap_or(1)
}
