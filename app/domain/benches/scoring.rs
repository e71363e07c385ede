//! How long scoring takes. `cargo bench --package domain`, on one core.
//!
//! Limits on an ordinary machine: a team of eight under 100 microseconds, 100,000 respondents at once under 300
//! milliseconds. A thousand teams are what a large organisation's overview would score if it kept no scores.
//! Sheets are made beforehand; what is measured is the way from answers to scores.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use domain::answer::{AnswerSheet, Cell, MetricCell};
use domain::instrument::{Instrument, JobRole, MetricKind};
use domain::scoring::score;

/// Numbers that look random and are the same at every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u8) -> u8 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Below the limit, which is a byte.
        u8::try_from(((self.0 >> 32) * u64::from(limit)) >> 32).unwrap_or_default()
    }
}

/// People of all job roles, every tenth answer of whom is a "don't know", "not applicable" or blank.
fn people(n: usize, chance: &mut Chance) -> AnswerSheet {
    let instrument = Instrument::builtin();
    let mut builder = AnswerSheet::builder(instrument);
    for id in 0..n {
        let role = JobRole::ALL[usize::from(chance.below(9)) % JobRole::ALL.len()];
        let mut person = builder.respondent(format!("r{id}"), &[role]);
        for item in instrument.item_indices().filter(|item| instrument[*item].roles.contains(role)) {
            person.item(
                item,
                match chance.below(30) {
                    0 => Cell::DontKnow,
                    1 => Cell::NotApplicable,
                    2 => Cell::Blank,
                    other => Cell::Value(other % 5 + 1),
                },
            );
        }
        for metric in instrument.metric_indices() {
            person.metric(
                metric,
                match instrument[metric].kind {
                    MetricKind::Bands(_) => MetricCell::Band(chance.below(6) + 1),
                    MetricKind::Percent => MetricCell::Percent(f64::from(chance.below(101))),
                },
            );
        }
    }
    builder.build()
}

fn scoring(criterion: &mut Criterion) {
    let instrument = Instrument::builtin();
    let mut chance = Chance(1);
    let team = people(8, &mut chance);
    criterion.bench_function("score a team of 8 (limit 100 µs)", |bench| {
        bench.iter(|| score(instrument, black_box(&team)));
    });
    let teams: Vec<AnswerSheet> = (0..1_000).map(|_| people(8, &mut chance)).collect();
    let mut group = criterion.benchmark_group("score");
    group.sample_size(10);
    group.bench_function("1,000 teams of 8, one by one", |bench| {
        bench.iter(|| teams.iter().map(|team| score(instrument, black_box(team)).respondents).sum::<usize>());
    });
    let crowd = people(100_000, &mut chance);
    group.bench_function("100,000 respondents at once (limit 300 ms)", |bench| {
        bench.iter(|| score(instrument, black_box(&crowd)));
    });
    group.finish();
}

criterion_group!(benches, scoring);
criterion_main!(benches);
