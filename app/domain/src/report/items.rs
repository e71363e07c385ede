//! The items behind a construct, and those on which people disagree.

use super::words::{decimal, list, whole};
use super::{Disagreement, ItemRow, Source};
use crate::explain::{Explanation, Reason};
use crate::instrument::{ItemIndex, Scale};
use crate::scoring::{Detail, ItemScore, is_perception};
use crate::statistics::Agreement;

impl Source<'_> {
    pub(super) fn items(&self, items: [ItemIndex; 3]) -> Vec<ItemRow> {
        items
            .into_iter()
            .map(|index| {
                let (item, score) = (&self.instrument[index], &self.scores.items[index.get()]);
                ItemRow {
                    id: item.id.clone(),
                    topic: item.topic.clone(),
                    question: item.question.clone(),
                    text: self.item_text(index, score),
                    agreement: score.agreement.map_or(String::new(), |agreement| agreement.in_words().to_owned()),
                    counts: score.counts,
                    n: Self::number(score.detail, score.n as usize),
                    left_out: left_out(&self.explain.item(index)),
                    reversed: item.reversed,
                }
            })
            .collect()
    }

    fn item_text(&self, index: ItemIndex, score: &ItemScore) -> String {
        if let Some(withheld) = self.withheld() {
            match (score.detail, score.index) {
                (Detail::Suppressed, _) => return withheld.suppressed(),
                (Detail::Coarse, Some(index)) => {
                    return format!("About {} on 0 to 100. {}", whole(index), withheld.coarse());
                }
                _ => {}
            }
        }
        let (Some(median), Some(mean)) = (score.median, score.mean) else { return "No answers.".to_owned() };
        let item = &self.instrument[index];
        let turned = if item.reversed { " (worded as the opposite and turned round)" } else { "" };
        match item.scale {
            Scale::M5 => {
                // A half lies between two stages.
                let name = self.instrument.m5.options.iter().zip(1_u8..);
                let name = name.filter(|(_, stage)| (f64::from(*stage) - median).abs() < 0.6);
                let names: Vec<&str> = name.map(|(option, _)| option.label.as_str()).collect();
                format!("Median {}, {}.", decimal(median), names.join(" to "))
            }
            Scale::L5 => {
                let share =
                    score.share_agree().filter(|_| is_perception(self.instrument, index)).map(|(share, range)| {
                        format!(
                            " {} % agree, likely {} to {} %.",
                            whole(100.0 * share),
                            whole(100.0 * range.low),
                            whole(100.0 * range.high)
                        )
                    });
                format!("Mean {} of 5{turned}.{}", decimal(mean), share.unwrap_or_default())
            }
        }
    }

    /// Items that call for a talk, the furthest apart first; ties keep the instrument's order.
    pub(super) fn disagreements(&self) -> Vec<Disagreement> {
        const MOST: usize = 6;
        let mut rows: Vec<(f64, ItemIndex)> = self
            .instrument
            .item_indices()
            .filter(|index| self.scores.items[index.get()].agreement == Some(Agreement::Disagree))
            .map(|index| (self.scores.items[index.get()].ad.unwrap_or(0.0), index))
            .collect();
        rows.sort_by(|a, b| b.0.total_cmp(&a.0));
        rows.into_iter()
            .take(MOST)
            .map(|(_, index)| {
                let (item, score) = (&self.instrument[index], &self.scores.items[index.get()]);
                Disagreement {
                    id: item.id.clone(),
                    topic: item.topic.clone(),
                    question: item.question.clone(),
                    text: spread_in_words(score, item.reversed),
                    counts: score.counts,
                }
            })
            .collect()
    }
}

fn spread_in_words(score: &ItemScore, reversed: bool) -> String {
    if !score.detail.is_full() {
        return "The answers lie far apart; which were given is not shown for so few.".to_owned();
    }
    let given = || score.counts.iter().zip(1_u8..).filter(|(count, _)| **count > 0).map(|(_, value)| value);
    let (Some(low), Some(high)) = (given().min(), given().max()) else { return String::new() };
    let turned = if reversed { " The statement is worded as the opposite; the answers are turned round." } else { "" };
    format!("{} answers, from {low} to {high}.{turned}", score.n)
}

fn left_out(found: &Explanation) -> String {
    let words = [(Reason::DontKnow, "don’t know"), (Reason::NotApplicable, "not applicable"), (Reason::Blank, "blank")];
    let parts: Vec<String> = words
        .into_iter()
        .map(|(reason, word)| (found.left_out(reason), word))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    list(&parts)
}
