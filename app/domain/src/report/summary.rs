//! The first sentence, and what to know before reading on.

use super::Source;
use super::standouts::first_apart;
use super::withheld::Withheld;
use super::words::{inside, list, people, sentence};
use crate::instrument::{ConstructIndex, Feeds};
use crate::scoring::CONSTRUCTS_NEEDED;

/// How many practices are named as carrying the score, and as holding it back.
const NAMED: usize = 2;
/// Practices whose means, on 1 to 5, lie no further apart score much the same: an eighth of the scale.
const ALIKE: f64 = 0.5;

impl Source<'_> {
    /// "8 people answered", or why there are no answers.
    pub(super) fn answered(&self) -> String {
        match (self.scores.respondents, &self.erased) {
            (0, Some(day)) => format!("answers deleted on {day}"),
            (0, None) => "nobody has answered yet".to_owned(),
            (n, _) => format!("{} answered", people(n)),
        }
    }

    /// "Tests and data carry the score; monitoring and return on investment hold it back."
    pub(super) fn summary(&self) -> String {
        if let (Some(day), 0) = (&self.erased, self.scores.respondents) {
            return format!(
                "The answers of this round were deleted on {day}. No result can be made from them any more; only reports that were taken out before still have it."
            );
        }
        if self.scores.respondents == 0 {
            return "Nobody has answered, so there is nothing to show. The result comes with the first answers."
                .to_owned();
        }
        if let Some(withheld) = self.too_few_to_show() {
            return withheld.nothing(self.scores.respondents);
        }
        let scored = self.ranked();
        if scored.len() < 2 * NAMED {
            let lacking = if self.withheld().is_some() { "can be shown" } else { "have been answered" };
            return format!("Too few practices {lacking} to say what carries the score.");
        }
        let (best, worst) = ends(&scored);
        let names = |places: &[ConstructIndex]| {
            let names: Vec<String> = places.iter().map(|place| inside(&self.instrument[*place].short)).collect();
            // "Data as well as tests and rebuilds": two kinds of "and" in a row would be misread.
            if names.iter().any(|name| name.contains(" and ")) { names.join(" as well as ") } else { list(&names) }
        };
        match (best.len(), worst.len()) {
            (0, 0) if scored[0].1 - scored[scored.len() - 1].1 < ALIKE => {
                "The practices score much the same: none stands out.".to_owned()
            }
            (0, 0) => "Several practices share the highest score and several the lowest: none stands out.".to_owned(),
            (0, _) => format!("The score is held back by {}; no practice stands out above the others.", names(&worst)),
            (_, 0) => format!("The score rests on {}; no practice stands out below the others.", names(&best)),
            (NAMED, NAMED) => sentence(&format!("{} carry the score; {} hold it back.", names(&best), names(&worst))),
            _ => format!("The score rests on {}; it is held back by {}.", names(&best), names(&worst)),
        }
    }

    /// The practices with a score, the highest first; ties keep the instrument's order.
    fn ranked(&self) -> Vec<(ConstructIndex, f64)> {
        let places = self.instrument.constructs_feeding(Feeds::Maturity);
        let mut scored: Vec<_> =
            places.filter_map(|place| Some((place, self.scores.constructs[place.get()].mean?))).collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1));
        scored
    }

    /// Whether a practice is one of those that hold the score back.
    pub(super) fn holds_back(&self, place: ConstructIndex) -> bool {
        let scored = self.ranked();
        scored.len() >= 2 * NAMED && ends(&scored).1.contains(&place)
    }

    /// The words for a confidential round that too few have answered to show anything.
    fn too_few_to_show(&self) -> Option<Withheld> {
        self.withheld().filter(|withheld| self.scores.respondents < usize::from(withheld.0))
    }

    pub(super) fn notices(&self) -> Vec<String> {
        let mut notices: Vec<String> = self.withheld().map(Withheld::notice).into_iter().collect();
        if let (Some(day), 1..) = (&self.erased, self.scores.respondents) {
            let behind =
                self.scores.threshold.map(|k| format!(", each with {k} people or more behind it")).unwrap_or_default();
            notices =
                vec![format!("The answers behind this result were deleted on {day}. Only figures are left{behind}.")];
        }
        if self.too_few_to_show().is_some() {
            return notices;
        }
        match self.scores.respondents {
            0 | 5.. => {}
            1 => notices.push(
                "One person has answered. This is one view: several people would show how far they agree, and how sure the numbers are."
                    .to_owned(),
            ),
            n @ 2..=4 => notices.push(format!(
                "{} have answered. With so few the ranges are wide; more answers narrow them.",
                people(n)
            )),
        }
        if self.scores.respondents > 0 && self.scores.maturity.index.is_none() {
            let which = if self.withheld().is_some() { "that can be shown" } else { "with enough answers" };
            notices.push(format!(
                "There is no maturity index yet: practices {which}: {} of {}. It needs {CONSTRUCTS_NEEDED}, and every practice dimension among them.",
                self.scores.maturity.constructs_scored,
                self.instrument.constructs_feeding(Feeds::Maturity).count()
            ));
        }
        notices
    }
}

/// The practices that stand out above and below, of those with a score, the highest first. One that is as high or as low
/// as one that would not be named is not named either.
fn ends(scored: &[(ConstructIndex, f64)]) -> (Vec<ConstructIndex>, Vec<ConstructIndex>) {
    let lowest_first: Vec<_> = scored.iter().rev().copied().collect();
    (first_apart(scored, NAMED), first_apart(&lowest_first, NAMED))
}
