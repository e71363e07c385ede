//! What published models would say of the same answers: our mapping, not endorsed by their authors, and no finding of
//! compliance.

use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::construct::ConstructScore;
use super::item::ItemScore;
use crate::instrument::{Condition, Coverage, Instrument, ItemIndex, Ladder, LadderLevel};

/// Levels and coverages. Written as one list, the ladders first.
#[derive(Clone, Debug)]
pub struct FrameworkScores {
    /// Models with levels.
    pub ladders: Vec<LadderScore>,
    /// Frameworks of which the covered share is shown.
    pub coverages: Vec<CoverageScore>,
}

impl Serialize for FrameworkScores {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.ladders.len() + self.coverages.len()))?;
        self.ladders.iter().try_for_each(|ladder| list.serialize_element(ladder))?;
        self.coverages.iter().try_for_each(|coverage| list.serialize_element(coverage))?;
        list.end()
    }
}

impl<'de> Deserialize<'de> for FrameworkScores {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Ladder(LadderScore),
            Coverage(CoverageScore),
        }
        let mut read = Self { ladders: Vec::new(), coverages: Vec::new() };
        for one in Vec::<Either>::deserialize(deserializer)? {
            match one {
                Either::Ladder(ladder) => read.ladders.push(ladder),
                Either::Coverage(coverage) => read.coverages.push(coverage),
            }
        }
        Ok(read)
    }
}

/// Whether a level or share is all that can be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// It is known.
    Known,
    /// It may be higher: what it would need is not answered, and nothing answered speaks against it.
    CannotTell,
}

/// The level on a published model.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LadderScore {
    /// The model.
    pub id: String,
    /// The highest level that is shown to be met.
    pub level: u8,
    /// Whether the next level is known not to be met.
    pub status: Certainty,
    /// Items whose answers show the level to be met, in the instrument's order.
    pub decided_by: Vec<String>,
    /// Items that keep from the next level, or are not answered, in the instrument's order.
    pub would_raise: Vec<String>,
    /// The conditions of the next level that are not shown to be met.
    #[serde(skip)]
    pub open: Vec<Condition>,
}

/// How much of a framework's tagged practice items is met.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CoverageScore {
    /// The framework.
    pub id: String,
    /// Whether any tagged item has a value.
    pub status: Certainty,
    /// Percent of the tagged practice items with a value that are met at 4.
    pub coverage: Option<f64>,
    /// How many tagged practice items have a value.
    pub n_items: u32,
    /// How many of these are met at 4.
    pub n_met: u32,
    /// How many practice items are tagged.
    pub n_tagged: usize,
}

/// The stage at which an item counts as covered.
pub const COVERED: u8 = 4;

impl FrameworkScores {
    pub(super) fn of(instrument: &Instrument, items: &[ItemScore], constructs: &[ConstructScore]) -> Self {
        let answers = Answers { instrument, items, constructs };
        Self {
            ladders: instrument.crosswalk.ladders.iter().map(|ladder| answers.ladder(ladder)).collect(),
            coverages: instrument.crosswalk.coverages.iter().map(|coverage| answers.coverage(coverage)).collect(),
        }
    }
}

struct Answers<'s> {
    instrument: &'s Instrument,
    items: &'s [ItemScore],
    constructs: &'s [ConstructScore],
}

impl Answers<'_> {
    /// Whether a condition is met; `None` if nothing is known of it.
    fn holds(&self, condition: Condition) -> Option<bool> {
        match condition {
            Condition::Met { item, at } => {
                let score = &self.items[item.get()];
                (score.n > 0).then(|| score.tally.met_at(at))
            }
            Condition::Index { construct, at_least } => {
                let score = &self.constructs[construct.get()];
                (score.n > 0).then(|| score.reaches(at_least))
            }
        }
    }

    fn ladder(&self, ladder: &Ladder) -> LadderScore {
        let reached = |level: &&LadderLevel| level.conditions.iter().all(|one| self.holds(*one) == Some(true));
        let met: Vec<&LadderLevel> = ladder.levels.iter().take_while(reached).collect();
        let next = ladder.levels.get(met.len()).map_or(&[][..], |level| &level.conditions);
        let open: Vec<Condition> = next.iter().copied().filter(|one| self.holds(*one) != Some(true)).collect();
        let fails = open.iter().any(|one| self.holds(*one) == Some(false));
        LadderScore {
            id: ladder.id.clone(),
            level: met.last().map_or(0, |level| level.level),
            status: if fails || open.is_empty() { Certainty::Known } else { Certainty::CannotTell },
            decided_by: self.ids(met.iter().flat_map(|level| &level.conditions)),
            would_raise: self.ids(open.iter()),
            open,
        }
    }

    /// The items that conditions speak of, each once, in the instrument's order.
    fn ids<'c>(&self, conditions: impl Iterator<Item = &'c Condition>) -> Vec<String> {
        let mut items: Vec<ItemIndex> = conditions
            .flat_map(|condition| match condition {
                Condition::Met { item, .. } => vec![*item],
                Condition::Index { construct, .. } => self.instrument[*construct].items.to_vec(),
            })
            .collect();
        items.sort_unstable();
        items.dedup();
        items.into_iter().map(|item| self.instrument[item].id.clone()).collect()
    }

    fn coverage(&self, coverage: &Coverage) -> CoverageScore {
        let tallies = coverage.items.iter().map(|item| &self.items[item.get()].tally);
        let known: Vec<bool> =
            tallies.filter(|tally| tally.values.n() > 0).map(|tally| tally.met_at(COVERED)).collect();
        let n_items = u32::try_from(known.len()).unwrap_or(u32::MAX);
        let n_met = known.iter().map(|met| u32::from(*met)).sum();
        CoverageScore {
            id: coverage.id.clone(),
            status: if n_items > 0 { Certainty::Known } else { Certainty::CannotTell },
            coverage: (n_items > 0).then(|| 100.0 * f64::from(n_met) / f64::from(n_items)),
            n_items,
            n_met,
            n_tagged: coverage.items.len(),
        }
    }
}
