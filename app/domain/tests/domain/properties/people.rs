//! Any answers at all, and what they score.

use domain::answer::{AnswerSheet, Cell, MetricCell};
use domain::instrument::{Instrument, JobRole, MetricKind};
use domain::scoring::{Scores, score};
use proptest::prelude::*;

/// One respondent: job roles, answers to the items, answers to the metrics.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: usize,
    pub roles: Vec<JobRole>,
    pub items: Vec<Cell>,
    pub metrics: Vec<MetricCell>,
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        12 => (1_u8..=5).prop_map(Cell::Value),
        1 => Just(Cell::Blank),
        1 => Just(Cell::DontKnow),
        1 => Just(Cell::NotApplicable),
    ]
}

fn metric(kind: &MetricKind) -> BoxedStrategy<MetricCell> {
    let value = match kind {
        MetricKind::Bands(_) => (1_u8..=6).prop_map(MetricCell::Band).boxed(),
        MetricKind::Percent => (0_u32..=1_000).prop_map(|tenths| MetricCell::Percent(f64::from(tenths) / 10.0)).boxed(),
    };
    prop_oneof![5 => value, 1 => Just(MetricCell::Blank), 1 => Just(MetricCell::DontKnow)].boxed()
}

pub fn people(most: usize) -> impl Strategy<Value = Vec<Person>> {
    let instrument = Instrument::builtin();
    let roles = prop::collection::vec(prop::sample::select(JobRole::ALL.to_vec()), 0..3);
    let items = prop::collection::vec(cell(), instrument.items.len());
    let metrics: Vec<_> = instrument.metrics.iter().map(|one| metric(&one.kind)).collect();
    let person = (roles, items, metrics).prop_map(|(roles, items, metrics)| Person { id: 0, roles, items, metrics });
    prop::collection::vec(person, 1..=most).prop_map(|mut people| {
        people.iter_mut().enumerate().for_each(|(id, person)| person.id = id);
        people
    })
}

pub fn sheet(people: &[Person]) -> AnswerSheet {
    let instrument = Instrument::builtin();
    let mut builder = AnswerSheet::builder(instrument);
    for person in people {
        let mut respondent = builder.respondent(format!("r{}", person.id), &person.roles);
        for (item, cell) in instrument.item_indices().zip(&person.items) {
            respondent.item(item, *cell);
        }
        for (metric, cell) in instrument.metric_indices().zip(&person.metrics) {
            respondent.metric(metric, *cell);
        }
    }
    builder.build()
}

pub fn scored(people: &[Person]) -> Scores {
    score(Instrument::builtin(), &sheet(people))
}

pub fn json(people: &[Person]) -> String {
    serde_json::to_string(&scored(people)).unwrap()
}
