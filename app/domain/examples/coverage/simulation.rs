//! Teams that are drawn from people whose true mean is known, and scored as any other.
//!
//! A shape says how the answers of all such people are spread over 1 to 5. What somebody answers to a question is,
//! seven times in ten, what they think of its practice, and otherwise drawn anew; what they think of a practice is,
//! every other time, what they think of everything. Every draw is from the same shape, so the true mean of each
//! question, of each construct and of the whole is the shape's, to the digit, while questions of one construct
//! correlate by 0.49 and those of two by 0.12.

use domain::answer::{AnswerSheet, Cell};
use domain::demo::Chance;
use domain::instrument::{ConstructIndex, Feeds, Instrument};
use domain::scoring::{index, score, turned};
use domain::statistics::Interval;

/// How many teams are drawn for each row.
pub const TEAMS: u64 = 2_000;

/// How many people a team has.
pub const SIZES: [usize; 3] = [5, 12, 40];

/// How the answers of all people of a kind are spread.
pub struct Shape {
    name: &'static str,
    /// How many of a hundred answers are 1 to 5.
    percent: [u32; 5],
}

/// What is tried.
pub const SHAPES: [Shape; 5] = [
    Shape { name: "symmetric", percent: [10, 20, 40, 20, 10] },
    Shape { name: "skewed", percent: [45, 30, 15, 7, 3] },
    Shape { name: "polarised", percent: [45, 5, 0, 5, 45] },
    Shape { name: "near the ceiling", percent: [0, 1, 4, 20, 75] },
    Shape { name: "at the ceiling but for a few", percent: [3, 1, 1, 1, 94] },
];

/// The first lines of the table.
pub const HEADING: &str = "\
| answers, true mean | n | `ci95` holds it | `index_ci95` | no range | width on 1 to 5 | width on 0 to 100 \
| maturity `ci95` holds it | no range | width |
|---|---|---|---|---|---|---|---|---|---|";

/// The row of teams of so many people.
pub fn row(shape: &Shape, people: usize) -> String {
    let instrument = Instrument::builtin();
    let practices: Vec<ConstructIndex> = instrument.constructs_feeding(Feeds::Maturity).collect();
    let (mean, whole) = (shape.mean(), index(shape.mean()));
    let (mut means, mut indices, mut maturity) = (Tried::default(), Tried::default(), Tried::default());
    for team in 0..TEAMS {
        let mut chance = Chance::at(&[people as u64, team]);
        let scores = score(instrument, &shape.team(instrument, &practices, people, &mut chance));
        let construct = &scores.constructs[practices[0].get()];
        means.add(construct.ci95, mean);
        indices.add(construct.index_ci95, whole);
        maturity.add(scores.maturity.ci95, whole);
    }
    format!(
        "| {}, {mean:.2} | {people} | {} | {} | {} | {:.2} | {:.1} | {} | {} | {:.1} |",
        shape.name,
        means.holds(),
        indices.holds(),
        means.none(),
        means.width(),
        indices.width(),
        maturity.holds(),
        maturity.none(),
        maturity.width(),
    )
}

impl Shape {
    /// The true mean, 1 to 5.
    fn mean(&self) -> f64 {
        let sum: u32 = (1..).zip(self.percent).map(|(value, percent)| value * percent).sum();
        f64::from(sum) / 100.0
    }

    fn draw(&self, chance: &mut Chance) -> u8 {
        let mut left = chance.below(100);
        for (value, percent) in (1..).zip(self.percent) {
            if left < percent {
                return value;
            }
            left -= percent;
        }
        unreachable!("the parts of a shape are a hundred")
    }

    /// A team that answers all questions of all practices.
    fn team(
        &self,
        instrument: &Instrument,
        practices: &[ConstructIndex],
        people: usize,
        chance: &mut Chance,
    ) -> AnswerSheet {
        let mut sheet = AnswerSheet::builder(instrument);
        for person in 0..people {
            let mut respondent = sheet.respondent(person.to_string(), &[]);
            let of_all = self.draw(chance);
            for practice in practices {
                let of_practice = if chance.one_in(2) { of_all } else { self.draw(chance) };
                for item in instrument[*practice].items {
                    let value = if chance.below(10) < 7 { of_practice } else { self.draw(chance) };
                    respondent.item(item, Cell::Value(turned(value, instrument[item].reversed)));
                }
            }
        }
        sheet.build()
    }
}

/// The ranges of one figure, over all teams.
#[derive(Default)]
struct Tried {
    ranges: u32,
    holding: u32,
    widths: f64,
}

impl Tried {
    fn add(&mut self, range: Option<Interval>, truth: f64) {
        let Some(Interval { low, high }) = range else { return };
        self.ranges += 1;
        self.holding += u32::from(low <= truth && truth <= high);
        self.widths += high - low;
    }

    /// How many of the ranges hold the truth.
    fn holds(&self) -> String {
        format!("{:.1} %", 100.0 * f64::from(self.holding) / f64::from(self.ranges))
    }

    /// How many of the teams have no range.
    fn none(&self) -> String {
        format!("{:.1} %", 100.0 - 100.0 * f64::from(self.ranges) / TEAMS as f64)
    }

    fn width(&self) -> f64 {
        self.widths / f64::from(self.ranges)
    }
}
