//! How scattered a team's tools are: shown back to whoever fills in the inventory. The measures are ours.

use std::collections::BTreeSet;

use crate::instrument::{OTHER, ToolCategory};

/// How the tools in use spread over the categories of the inventory.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fragmentation {
    /// Categories in the inventory.
    pub categories: usize,
    /// Categories with a tool in use.
    pub used: usize,
    /// Categories with two tools in use, or more.
    pub overlapping: usize,
    /// Tools in use, over all categories.
    pub total: usize,
}

impl Fragmentation {
    /// From the tools in use in each category.
    #[must_use]
    pub fn of_tools(tools: &[ToolsInUse<'_>]) -> Self {
        Self::of(&tools.iter().map(ToolsInUse::count).collect::<Vec<usize>>())
    }

    /// From the number of tools in use in each category.
    #[must_use]
    pub fn of(counts: &[usize]) -> Self {
        Self {
            categories: counts.len(),
            used: counts.iter().filter(|count| **count > 0).count(),
            overlapping: counts.iter().filter(|count| **count > 1).count(),
            total: counts.iter().sum(),
        }
    }

    /// Share of categories with a tool in use, 0 to 1; `None` for an inventory without categories.
    #[must_use]
    pub fn coverage(&self) -> Option<f64> {
        share(self.used, self.categories)
    }

    /// Share of the used categories with two tools or more, 0 to 1; `None` where nothing is used.
    #[must_use]
    pub fn overlap(&self) -> Option<f64> {
        share(self.overlapping, self.used)
    }

    /// Tools beyond the first of a used category, on average; `None` where nothing is used.
    #[must_use]
    pub fn excess(&self) -> Option<f64> {
        share(self.total - self.used, self.used)
    }

    /// What the inventory says so far, in a sentence or two; `None` where nothing is used.
    #[must_use]
    pub fn sentence(&self) -> Option<String> {
        let Self { categories, used, overlapping, total } = *self;
        if used == 0 {
            return None;
        }
        let tools = if total == 1 { "1 tool".to_owned() } else { format!("{total} tools") };
        let overlap = match overlapping {
            0 => "No area has more than one.".to_owned(),
            1 => "One area has more than one: worth asking whether both are needed.".to_owned(),
            n => format!("{n} areas have more than one: worth asking whether all are needed."),
        };
        Some(format!("So far {tools} in {used} of {categories} areas. {overlap}"))
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The tools in use of one category: those ticked and those typed in, with commas between them, each once, however
/// often and in whatever capitals it is named, and be it by several people.
#[derive(Clone, Debug)]
pub struct ToolsInUse<'c> {
    category: &'c ToolCategory,
    listed: BTreeSet<&'c str>,
    typed: BTreeSet<String>,
    unnamed: bool,
}

impl<'c> ToolsInUse<'c> {
    /// None so far.
    #[must_use]
    pub const fn none(category: &'c ToolCategory) -> Self {
        Self { category, listed: BTreeSet::new(), typed: BTreeSet::new(), unnamed: false }
    }

    /// Adds what one person says of the category: the answers to its two fields, as they are stored. A tool that is
    /// typed in and on the list counts as the one on the list.
    pub fn add(&mut self, ticked: &str, others: &str) {
        let category = self.category;
        let ticked: Vec<&str> = ticked.split(';').collect();
        self.listed.extend(category.options.iter().map(|tool| tool.id.as_str()).filter(|id| ticked.contains(id)));
        let mut named = false;
        for name in others.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()) {
            named = true;
            let key = key(name);
            match category.options.iter().find(|tool| self::key(&tool.id) == key || self::key(&tool.label) == key) {
                Some(tool) => drop(self.listed.insert(&tool.id)),
                None => drop(self.typed.insert(key)),
            }
        }
        self.unnamed |= ticked.contains(&OTHER) && !named;
    }

    /// How many there are. "Other" without a name counts as one, unless a name is typed in that it may stand for.
    #[must_use]
    pub fn count(&self) -> usize {
        self.listed.len() + self.typed.len().max(usize::from(self.unnamed))
    }
}

/// What makes two names the same: their letters and digits; the name itself if it has none.
fn key(name: &str) -> String {
    let plain: String = name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if plain.is_empty() { name.to_owned() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::Instrument;

    fn near(value: Option<f64>, expected: f64) -> bool {
        value.is_some_and(|value| (value - expected).abs() < 1e-12)
    }

    #[test]
    fn the_measures_follow_the_counts() {
        let found = Fragmentation::of(&[2, 0, 3, 1, 0, 2, 1, 2]);
        assert!(near(found.coverage(), 0.75));
        assert!(near(found.overlap(), 2.0 / 3.0), "4 of 6 used");
        assert!(near(found.excess(), 5.0 / 6.0), "11 tools in 6 areas");
        assert_eq!(found.total, 11);
        assert_eq!(
            found.sentence().as_deref(),
            Some("So far 11 tools in 6 of 8 areas. 4 areas have more than one: worth asking whether all are needed.")
        );
    }

    #[test]
    fn nothing_in_use_has_no_measure_but_coverage() {
        let found = Fragmentation::of(&[0, 0]);
        assert_eq!((found.coverage(), found.overlap(), found.excess()), (Some(0.0), None, None));
        assert_eq!(found.sentence(), None);
        assert_eq!(Fragmentation::of(&[]).coverage(), None);
    }

    fn count(answers: &[(&str, &str)]) -> usize {
        let tracking = Instrument::builtin().tools.iter().find(|tool| tool.id == "tracking").unwrap();
        let mut tools = ToolsInUse::none(tracking);
        for (ticked, others) in answers {
            tools.add(ticked, others);
        }
        tools.count()
    }

    #[test]
    fn tools_are_counted_by_tick_and_by_name() {
        assert_eq!(count(&[("", "")]), 0);
        assert_eq!(count(&[("none", "")]), 0);
        assert_eq!(count(&[("mlflow;wandb", "")]), 2);
        assert_eq!(count(&[("mlflow;other", "")]), 2);
        assert_eq!(count(&[("mlflow;other", "Polyaxon, Guild")]), 3);
        assert_eq!(count(&[("", "Polyaxon")]), 1);
    }

    #[test]
    fn a_tool_that_is_named_twice_is_one() {
        assert_eq!(count(&[("other", "Polyaxon, polyaxon; POLYAXON ")]), 1);
        assert_eq!(count(&[("mlflow;other", "ML-Flow")]), 1, "it is on the list");
        assert_eq!(count(&[("", "Weights & Biases, wandb")]), 1, "by its label, and by its id");
        assert_eq!(count(&[("", "&, +")]), 2);
    }

    #[test]
    fn people_name_tools_together() {
        assert_eq!(count(&[("mlflow", ""), ("mlflow;wandb", "Guild"), ("other", "guild, Polyaxon")]), 4);
        assert_eq!(count(&[("other", ""), ("other", "")]), 1);
        assert_eq!(count(&[("other", ""), ("other", "Guild")]), 1, "it may be the same");
    }
}
