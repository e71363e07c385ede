//! One pass over the answers: everything is counted here, and every figure follows from the counts.

use serde::{Deserialize, Serialize};

use super::standing::{Standing, standing, turned};
use super::status::{ConstructValues, ItemValues};
use crate::answer::{AnswerSheet, Cell, MetricCell, RespondentAnswers};
use crate::instrument::{Instrument, JobRole};

/// What was counted of an item.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct ItemTally {
    /// How many were asked.
    pub asked: u32,
    /// The values, reversed ones turned.
    pub values: ItemValues,
    /// How many said "don't know".
    pub dont_know: u32,
    /// How many said "not applicable".
    pub not_applicable: u32,
}

/// What was counted of a construct.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct ConstructTally {
    /// The respondents' scores, in sixths.
    pub values: ConstructValues,
    /// How many respondents answered too little of it.
    pub withheld: u32,
    /// To how many respondents it does not apply.
    pub not_applicable: u32,
    /// Sum in sixths and number of the scores by first job role; the last place is for none.
    pub(super) by_role: [(u64, u32); JobRole::ALL.len() + 1],
}

/// Everything that was counted.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    pub(super) items: Vec<ItemTally>,
    pub(super) constructs: Vec<ConstructTally>,
    /// The given values of each metric: bands, or percent.
    pub(super) metrics: Vec<Vec<f64>>,
    /// What each respondent says about each construct, row by row.
    pub(super) standings: Vec<Standing>,
}

impl Tally {
    pub(super) fn of(instrument: &Instrument, sheet: &AnswerSheet) -> Self {
        let people = sheet.respondents();
        let mut tally = Self {
            items: vec![ItemTally::default(); instrument.items.len()],
            constructs: vec![ConstructTally::default(); instrument.constructs.len()],
            metrics: vec![Vec::new(); instrument.metrics.len()],
            standings: Vec::with_capacity(people.len() * instrument.constructs.len()),
        };
        for respondent in people {
            tally.items(instrument, sheet, respondent);
            tally.constructs(instrument, sheet, respondent);
            tally.metrics(instrument, respondent);
        }
        tally
    }

    fn items(&mut self, instrument: &Instrument, sheet: &AnswerSheet, respondent: &RespondentAnswers) {
        for (index, tally) in instrument.item_indices().zip(&mut self.items) {
            tally.asked += u32::from(sheet.asked(instrument, respondent, index));
            match respondent.item(index) {
                Cell::Value(value) => tally.values.add(turned(value, instrument[index].reversed)),
                Cell::DontKnow => tally.dont_know += 1,
                Cell::NotApplicable => tally.not_applicable += 1,
                Cell::Blank => {}
            }
        }
    }

    fn constructs(&mut self, instrument: &Instrument, sheet: &AnswerSheet, respondent: &RespondentAnswers) {
        let role = respondent.roles.first().map_or(JobRole::ALL.len(), |role| *role as usize);
        for (index, tally) in instrument.construct_indices().zip(&mut self.constructs) {
            let standing = standing(instrument, sheet, respondent, index);
            self.standings.push(standing);
            match standing {
                Standing::Scored(sixths) => {
                    tally.values.add(sixths);
                    tally.by_role[role].0 += u64::from(sixths);
                    tally.by_role[role].1 += 1;
                }
                Standing::Withheld => tally.withheld += 1,
                Standing::NotApplicable => tally.not_applicable += 1,
            }
        }
    }

    fn metrics(&mut self, instrument: &Instrument, respondent: &RespondentAnswers) {
        for (index, values) in instrument.metric_indices().zip(&mut self.metrics) {
            match respondent.metric(index) {
                MetricCell::Band(band) => values.push(f64::from(band)),
                MetricCell::Percent(percent) => values.push(percent),
                MetricCell::Blank | MetricCell::DontKnow | MetricCell::NotApplicable => {}
            }
        }
    }
}

impl ItemTally {
    /// Whether the item applies to the team: it was asked of somebody, and not everybody asked said that it does not.
    #[must_use]
    pub const fn applies(&self) -> bool {
        self.asked > self.not_applicable
    }

    /// Whether the item is met at a stage: it has values, and at least two thirds of them are so high.
    #[must_use]
    pub fn met_at(&self, stage: u8) -> bool {
        let n = self.values.n();
        n > 0 && 3 * u64::from(self.values.at_least(stage)) >= 2 * u64::from(n)
    }
}
