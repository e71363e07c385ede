//! How scattered a team's tools are: shown back to whoever fills in the inventory. The measures are ours.

use crate::instrument::{NONE, OTHER};

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

/// How many tools the answers of one category name: those ticked, and those typed in, with commas between them. "Other"
/// ticked without a name counts as one.
#[must_use]
pub fn tools_in_use(ticked: &str, others: &str) -> usize {
    let ticked: Vec<&str> = ticked.split(';').filter(|id| !id.is_empty()).collect();
    let listed = ticked.iter().filter(|id| ![OTHER, NONE].contains(id)).count();
    let named = others.split([',', ';']).filter(|name| !name.trim().is_empty()).count();
    listed + named.max(usize::from(ticked.contains(&OTHER)))
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn tools_are_counted_by_tick_and_by_name() {
        assert_eq!(tools_in_use("", ""), 0);
        assert_eq!(tools_in_use("none", ""), 0);
        assert_eq!(tools_in_use("mlflow;wandb", ""), 2);
        assert_eq!(tools_in_use("mlflow;other", ""), 2);
        assert_eq!(tools_in_use("mlflow;other", "Polyaxon, Guild"), 3);
        assert_eq!(tools_in_use("", "Polyaxon"), 1);
    }
}
