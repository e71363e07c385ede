//! What was noticed about the answers, how the numbers are made, and published figures.

use super::words::{count, people, whole};
use super::{Note, Reference, Source};
use crate::privacy::FULL_FROM;
use crate::scoring::{Flag, SCORING_VERSION};

impl Source<'_> {
    pub(super) fn quality(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let visibility = &self.scores.visibility;
        if let Some(rate) = visibility.dont_know_rate {
            let answers = if self.withheld().is_some() { "answers shown here" } else { "answers asked for" };
            lines.push(format!(
                "{} of {} {answers} are “don’t know” ({} %): what the team cannot see. No score counts them; for the level alone, a question that nobody can answer is not met.",
                visibility.dont_knows,
                visibility.asked,
                whole(100.0 * rate)
            ));
        } else if self.withheld().is_some() {
            lines.push(format!(
                "How often people said “don’t know” is shown of questions with {FULL_FROM} answers or more."
            ));
        }
        if self.withheld().is_some() {
            lines.push("How single people answered is not looked at in a confidential round.".to_owned());
            return lines;
        }
        let flags = [
            (Flag::Fast, "answered faster than the questions can be read"),
            (Flag::StraightLine, "gave one value more than 15 times in a row"),
            (Flag::Contradiction, "gave the same extreme to a question and its opposite"),
            (Flag::MostlyDontKnow, "said “don’t know” to more than half of the questions"),
        ];
        for (flag, words) in flags {
            let n = self.scores.quality.iter().filter(|one| one.flags.contains(&flag)).count();
            if n > 0 {
                lines.push(format!("{} {words}. Their answers are counted.", people(n)));
            }
        }
        if self.scores.respondents == 0 {
            lines.push("There are none yet.".to_owned());
        } else if self.scores.quality.is_empty() {
            lines.push("Nothing odd was found in how people answered.".to_owned());
        }
        lines
    }

    pub(super) fn method(&self) -> Vec<Note> {
        let note = |title: &str, text: String| Note { title: title.to_owned(), text };
        let instrument = self.instrument;
        vec![
            note("The questionnaire", format!(
                "{} {}: {} in {} constructs of three, and {}. {} Scoring rules version {SCORING_VERSION}.",
                instrument.title,
                instrument.version,
                count(instrument.items.len(), "question", "questions"),
                instrument.constructs.len(),
                count(instrument.metrics.len(), "delivery metric", "delivery metrics"),
                instrument.modelled_on,
            )),
            note("From answers to a practice", "Each person’s score of a practice is the mean of the questions answered, at least two of three. The team’s is the mean of its people’s. On 0 to 100 it is (mean − 1) ÷ 4 × 100.".to_owned()),
            note("Don’t know and not applicable", "Not applicable leaves the reckoning. Don’t know and blank are missing: no score counts them. For the level alone, a question that was asked and that nobody could answer is not met. Questions outside a person’s job roles are not asked.".to_owned()),
            note("Ranges", "Where a number would likely lie if the same kind of people were asked again (95 %): Student’s t for means, Wilson’s interval for shares, the jackknife for the maturity index. A range does not tell how well the team knows itself.".to_owned()),
            note("Agreement", "The mean distance of the answers from their mean: below 0.5 people agree, from 0.83 (Burke and Dunlap, 2002) they disagree, between the two they differ.".to_owned()),
            note("Benefits are changes", "They ask what has become better within twelve months. A team that was excellent a year ago may show little change.".to_owned()),
        ]
    }

    pub(super) fn references(&self) -> Vec<Reference> {
        self.instrument
            .reference
            .iter()
            .map(|point| Reference {
                statement: point.statement.clone(),
                value: match &point.interval {
                    Some(interval) => format!("{} ({interval})", point.value),
                    None => point.value.clone(),
                },
                source: match &point.note {
                    Some(note) => format!("n = {}, {}, {}. {note}", point.n, point.year, point.source),
                    None => format!("n = {}, {}, {}.", point.n, point.year, point.source),
                },
            })
            .collect()
    }
}
