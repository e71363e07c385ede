//! The maturity index and how it came about.

use super::levers::one_step;
use super::withheld::{NOT_SHOWN, Withheld};
use super::words::{TOO_FEW, people, whole};
use super::{Figure, Source};
use crate::explain::Unit;
use crate::instrument::Feeds;
use crate::scoring::{CONSTRUCTS_NEEDED, Detail, Status};

impl Source<'_> {
    pub(super) fn maturity(&self) -> Figure {
        let maturity = &self.scores.maturity;
        let found = self.explain.maturity();
        let scored = found.count(Unit::Constructs);
        let why = match maturity.index {
            Some(_) => format!(
                "The mean of {scored} of {} practices, each on 0 (all answers at stage 1) to 100 (all at stage 5) and each counting the same. Answers of {} entered. {}{}{}{}",
                found.total(Unit::Constructs),
                self.entered(),
                self.range_why(),
                self.sensitivity(),
                one_step(&found),
                self.most(&found),
            ),
            None => self.needed(scored),
        };
        let absent = if maturity.status == Status::Suppressed { NOT_SHOWN } else { TOO_FEW };
        let figure = Figure::new(maturity.index, maturity.ci95, absent, why);
        match (self.withheld(), self.coarse()) {
            (Some(withheld), true) if figure.value.is_some() => Figure {
                text: format!("about {}", figure.text),
                why: format!("{} {}", withheld.coarse(), figure.why),
                ..figure
            },
            _ => figure,
        }
    }

    /// What an index still needs; so many practices have a score that is told.
    fn needed(&self, scored: usize) -> String {
        let practices = self.instrument.constructs_feeding(Feeds::Maturity).count();
        match self.withheld() {
            None => format!(
                "It needs {CONSTRUCTS_NEEDED} of the {practices} practices with a score, and every practice dimension. With one so far: {scored}. A practice has a score as soon as one person has answered two of its three questions with a stage."
            ),
            Some(Withheld(k)) => format!(
                "It needs {CONSTRUCTS_NEEDED} of the {practices} practices with a score that can be shown, and every practice dimension. Shown so far: {scored}. A practice is shown as soon as {k} people have answered two of its three questions with a stage, unless that would let somebody work out what fewer said."
            ),
        }
    }

    /// Whether a practice is told in coarse form only.
    fn coarse(&self) -> bool {
        let mut practices = self.instrument.constructs_feeding(Feeds::Maturity);
        practices.any(|place| self.scores.constructs[place.get()].detail == Detail::Coarse)
    }

    fn entered(&self) -> String {
        let n = people(self.scores.maturity.n as usize);
        if self.coarse() { format!("at least {n}") } else { n }
    }

    fn range_why(&self) -> String {
        let maturity = &self.scores.maturity;
        if maturity.ci95.is_some() {
            "The range is where the index would likely lie if the same kind of people were asked again (95 %; worked out by leaving out one person at a time).".to_owned()
        } else if self.withheld().is_some() {
            "There is no range: it would take in answers that are held back for now.".to_owned()
        } else if maturity.n < 3 {
            "A range needs three people or more.".to_owned()
        } else {
            "There is no range, because without one of these people there would be no index.".to_owned()
        }
    }

    fn sensitivity(&self) -> String {
        self.scores.maturity.equal_dimension_index.map_or(String::new(), |equal| {
            format!(" If the four dimensions counted the same instead, it would be {}.", whole(equal))
        })
    }
}
