//! The one mean of a quick check, and its first sentence.

use super::{LookFirst, Rough, Source};
use crate::answer::Cell;
use crate::instrument::{Column, Feeds, Item};
use crate::report::words::{TOO_FEW, inside, list};

impl Source<'_> {
    /// The practices asked, with what was answered.
    pub(super) fn practices(&self) -> impl Iterator<Item = (&Item, Cell)> {
        self.columns(Feeds::Maturity).filter_map(|column| match column {
            Column::Item(index) => Some((&self.instrument[index], self.cell(&self.instrument[index]))),
            Column::Metric(_) => None,
        })
    }

    fn stages(&self) -> Vec<u8> {
        let stage = |cell| match cell {
            Cell::Value(stage) => Some(stage),
            _ => None,
        };
        self.practices().filter_map(|(_, cell)| stage(cell)).collect()
    }

    pub(super) fn rough(&self) -> Rough {
        let stages = self.stages();
        let asked = self.practices().count();
        let mean = self.mean(&stages);
        let n = stages.len();
        let why = match mean {
            Some(_) => format!(
                "The plain mean of the stages of {n} of {asked} practices, from 1 to 5; what you did not know or does not apply is left out. It is rough because each practice was asked with one question, and one person answered."
            ),
            None => {
                format!("A rough mean needs a stage for more than half of the {asked} practices; so far it is {n}.")
            }
        };
        Rough {
            value: mean,
            text: mean.map_or_else(|| TOO_FEW.to_owned(), |mean| format!("{mean:.1}")),
            stage: mean.map_or(String::new(), |mean| self.stage_words(mean)),
            why,
            stages: self.instrument.m5.options.iter().map(|option| option.label.clone()).collect(),
        }
    }

    /// The mean stage, if more than half of the practices have one.
    fn mean(&self, stages: &[u8]) -> Option<f64> {
        let sum: u32 = stages.iter().copied().map(u32::from).sum();
        let n = u32::try_from(stages.len()).ok()?;
        (2 * stages.len() > self.practices().count()).then(|| f64::from(sum) / f64::from(n))
    }

    /// "about Defined", "between Emerging and Defined"
    fn stage_words(&self, mean: f64) -> String {
        // A quarter of a stage to either side still counts as that stage.
        const NEAR: f64 = 0.25;
        let named =
            self.instrument.m5.options.iter().zip(1_u8..).map(|(option, stage)| (&option.label, f64::from(stage)));
        let near = |reach: f64| -> Vec<&String> {
            named.clone().filter(|(_, stage)| (stage - mean).abs() <= reach).map(|(label, _)| label).collect()
        };
        match near(NEAR).as_slice() {
            [one] => format!("about {one}"),
            _ => format!("between {}", list(&near(1.0 - NEAR))),
        }
    }

    pub(super) fn summary(&self, first: &[LookFirst]) -> String {
        let rough = self.rough();
        let topics: Vec<String> = first.iter().map(|row| inside(&row.topic)).collect();
        let behind = if topics.is_empty() { String::new() } else { format!(" Look first at {}.", list(&topics)) };
        match rough.value {
            Some(_) => {
                format!("Seen by you, your practices stand {}: roughly {} of 5.{behind}", rough.stage, rough.text)
            }
            None => format!("Too few practices have a stage for even a rough mean.{behind}"),
        }
    }
}
